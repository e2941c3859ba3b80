"""A real `ideagarden serve` in a process of its own, for tests that need workers or a browser."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HEALTH = "/collect/-/health"

START = 90
"""Seconds a server may take to come up, with its first build, on a busy machine."""


@dataclass(frozen=True)
class Served:
    """Where it answers, and what it has printed so far."""

    address: str
    folder: Path
    log: Path
    process: "subprocess.Popen[bytes]"

    @property
    def printed(self) -> str:
        return self.log.read_text("utf-8", errors="replace")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def command(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "collector", "--garden", str(folder), *words]


def begun(folder: Path, *options: str, port: int | None = None) -> Served:
    """A server that was begun and is not up yet; whoever begins it ends it."""
    port = port or free_port()
    log = folder / "serve.log"
    with log.open("ab") as output:
        process = subprocess.Popen(
            command(folder, "serve", "--port", str(port), *options),
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
    return Served(f"http://127.0.0.1:{port}", folder, log, process)


@contextmanager
def serving(
    folder: Path, *options: str, port: int | None = None, answering: str = HEALTH
) -> Iterator[Served]:
    """Serve the garden until the block ends; everything it started is stopped with it.

    It is up once it is `answering` that path.
    """
    served = begun(folder, *options, port=port)
    try:
        wait_until_up(served, answering)
        yield served
    finally:
        served.process.send_signal(signal.SIGTERM)
        served.process.wait(timeout=60)


def wait_until_up(served: Served, answering: str = HEALTH) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end:
        if served.process.poll() is not None:
            raise AssertionError(f"serve ended:\n{served.printed}")
        try:
            urllib.request.urlopen(f"{served.address}{answering}", timeout=5).close()
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"serve did not come up:\n{served.printed}")
