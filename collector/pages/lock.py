"""One build at a time, one fill at a time: locks between processes, freed when a process ends."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from collector.errors import BuildError, said_by_system


@contextmanager
def waiting(path: Path) -> Iterator[None]:
    """Hold the lock; wait for whoever holds it. Raises BuildError where nothing can be written."""
    with _opened(path) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def only(path: Path) -> Iterator[None]:
    """Hold the lock, or raise BuildError at once if somebody else does."""
    with _opened(path) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BuildError("build-running", path=path.parent) from None
        yield


def _opened(path: Path) -> BinaryIO:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("ab")
    except OSError as error:
        raise BuildError("build-failed", cause=said_by_system(error)) from error
