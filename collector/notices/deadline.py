"""A deadline for all that is said over a connection, however slowly the other side speaks."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Timer


@contextmanager
def deadline(connection: Callable[[], socket.socket | None], seconds: float) -> Iterator[None]:
    """Hang up once this time is over: whoever reads or writes then is told so by an OSError.

    `connection` gives the socket as it is then, which encryption may have replaced.
    """

    def hang_up() -> None:
        with suppress(OSError):
            if (found := connection()) is not None:
                found.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
