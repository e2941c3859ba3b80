"""`serve`: the site, the collector and the desk, from one command."""

import gc
import json
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import replace
from errno import EADDRINUSE
from multiprocessing import parent_process
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from collector import jobs, pages, web
from collector.acts import people
from collector.cli.follow import following
from collector.cli.kin import GRACE, end_with, kept_alive
from collector.cli.place import in_garden, now, opened, tell
from collector.cli.watch import watching
from collector.errors import GardenError, ServeError, Unavailable
from collector.garden import Garden
from collector.store import Store, secret
from collector.words import say

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

try:
    import fcntl
except ImportError:  # Windows: the port alone keeps a second server out
    fcntl = None  # type: ignore[assignment]


TRY_AGAIN = 5
"""Seconds until a worker that can't begin tries again."""

YOUNG = 10_000
"""New objects in a worker until it looks for garbage among them; a vote makes a few hundred."""

PORT = click.IntRange(1, 65535)


@click.command()
@click.option("--host", default=None, help="The address to listen on.")
@click.option("--port", type=PORT, default=None, help="The port to listen on.")
@click.option("--watch", is_flag=True, help="Rebuild when a file of the garden changes.")
@in_garden
def serve(garden: Garden, host: str | None, port: int | None, watch: bool) -> None:
    """Serve the site, the collector and the desk."""
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # until the server is up, and renews its workers
    garden = _listening(garden, host, port)
    with only_server(garden):
        refuse_busy_port(garden.settings.serve.host, garden.settings.serve.port)
        _prepare(garden)
        with _running(garden), watching(garden) if watch else nullcontext():
            click.echo(say("told-site", {"address": f"{address(garden)}/"}))
            click.echo(say("told-desk", {"address": f"{address(garden)}/desk/"}))
            workers(garden).serve()


def _stop(_number: int, _frame: object) -> NoReturn:
    """As Ctrl-C does, until the server is up and ends in its own way."""
    raise KeyboardInterrupt


def _listening(garden: Garden, host: str | None, port: int | None) -> Garden:
    chosen = garden.settings.serve
    chosen = replace(chosen, host=host or chosen.host, port=chosen.port if port is None else port)
    return replace(garden, settings=replace(garden.settings, serve=chosen))


def address(garden: Garden) -> str:
    """Where this machine's own browser finds the garden."""
    settings = garden.settings.serve
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host  # noqa: S104 - compared, not bound
    host = f"[{host}]" if ":" in host else host
    return f"http://{host}:{settings.port}"


def _prepare(garden: Garden) -> None:
    """Bring the site up to date, and say how to get in where nobody can yet.

    What fails is told; a site that stood is served nevertheless.
    """
    secret(garden)
    with told_if_served(garden, Unavailable), opened(garden) as store:
        for step in (_rebuild, _welcome):
            with told_if_served(garden, GardenError):
                step(garden, store)


@contextmanager
def told_if_served(garden: Garden, kind: type[GardenError]) -> Iterator[None]:
    """Go on after such an error where a site stands."""
    try:
        yield
    except kind as error:
        if pages.live(garden) is None:
            raise
        tell(error)


def _rebuild(garden: Garden, store: Store) -> None:
    jobs.rebuild(garden, store, now(), keep_last_good=True, progress=click.echo)


def _welcome(garden: Garden, store: Store) -> None:
    if not people.has_owner(store):
        code = people.welcome(store, now())
        link = f"{address(garden)}/desk/welcome#{code}"
        click.echo(say("told-first-account", {"address": link}))


def workers(garden: Garden) -> MPServer:
    """The web workers, each with its threads."""
    settings = garden.settings.serve
    os.environ["IDEAGARDEN_GARDEN"] = str(garden.root)
    return MPServer(
        "collector.cli.serve:application",
        factory=True,
        interface=Interfaces.WSGI,
        address=settings.host,
        port=settings.port,
        workers=settings.workers,
        blocking_threads=settings.threads,
        respawn_failed_workers=True,
        workers_kill_timeout=GRACE,
        log_level=LogLevels.error,
        websockets=False,
    )


def application() -> "WSGIApplication":
    """What a worker serves; it ends with the server that began it.

    While the store can't be opened the site is served, and all else is put off.
    """
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_DFL)  # the server's own came along with the fork
    server = parent_process()
    if server is not None and server.pid is not None:
        end_with(server.pid)
    while True:
        try:
            made = web.application(on_trouble=tell)
        except GardenError as error:
            tell(error)
            time.sleep(TRY_AGAIN)
        else:
            _settle()
            return made


def _settle() -> None:
    """What was begun with stays: to look through it for garbage, again and again, would hold up
    whoever waits for an answer.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)


@contextmanager
def _running(garden: Garden) -> Iterator[None]:
    """The runner at work, and both it and the workers by the settings as they are."""

    def take_up() -> None:
        begin_anew()
        os.kill(os.getpid(), signal.SIGHUP)  # workers are replaced one by one, none is missing

    with runner(garden) as begin_anew, following(garden, take_up):
        yield


def runner(garden: Garden) -> AbstractContextManager[Callable[[], None]]:
    """The runner of jobs, in a process of its own."""
    command = [sys.executable, "-m", "collector", "--garden", str(garden.root), "jobs"]
    return kept_alive([*command, "--beside", str(os.getpid())])


@contextmanager
def only_server(garden: Garden) -> Iterator[None]:
    """Refuse a second `serve` on the same folder, naming the first."""
    garden.var.mkdir(exist_ok=True)
    path = garden.var / "serve.lock"
    with path.open("a+b", buffering=0) as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise ServeError("already-served", path=garden.root, **_first(path)) from None
        file.truncate(0)
        with suppress(OSError):  # on a full disk the second server can't name the first
            file.write(json.dumps({"process": os.getpid(), "address": address(garden)}).encode())
        yield
        file.truncate(0)


def _first(path: Path) -> dict[str, object]:
    try:
        told: dict[str, object] = json.loads(path.read_text("utf-8"))
    except ValueError:
        return {"process": "?", "address": "?"}
    return told


def refuse_busy_port(host: str, port: int) -> None:
    """Raise ServeError where somebody listens already, or nobody can."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = "port-in-use" if error.errno == EADDRINUSE else "no-listening"
            raise ServeError(reason, host=host, port=port, cause=error.strerror) from error
