"""The garden's own application at an address of this machine, by a clock that is turned."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from socketserver import TCPServer
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from collector import web
from collector.garden import Garden

HERE = "127.0.0.1"


@dataclass
class Clock:
    """Stands still until it is turned, and never goes back. `now` is an aware time in UTC."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def turn(self, to: datetime) -> None:
        self.now = max(self.now, to)


class _Server(WSGIServer):
    def server_bind(self) -> None:
        TCPServer.server_bind(self)  # without asking anybody for this machine's name
        self.server_name, self.server_port = HERE, self.socket.getsockname()[1]
        self.setup_environ()


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_told: object) -> None:
        """A year of requests is told nowhere."""


@contextmanager
def served(garden: Garden, clock: Clock) -> Iterator[str]:
    """Where the garden answers until the block ends: `http://127.0.0.1:…`."""
    app = web.create_app(garden, clock=clock)
    context = app.extensions["garden"]
    with _Server((HERE, 0), _Quiet) as server:
        server.set_app(app)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://{HERE}:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
            context.views.close()
            context.store.close()
            context.limits.close()
