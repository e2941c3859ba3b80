"""Servers in processes of their own."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from collector.garden import Garden

LOG = Path("build/bench").absolute() / "servers.log"
UP = 90
"""Seconds that a server may take to come up, with its first build."""


@contextmanager
def running(command: list[str], **environment: str) -> Iterator[int]:
    """The number of the process; its words go to the log."""
    with LOG.open("a", encoding="utf-8") as log:
        process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=log, stderr=log
        )
        try:
            yield process.pid
        finally:
            process.terminate()
            process.wait(timeout=60)


@contextmanager
def serving(garden: Garden, port: int) -> Iterator[int]:
    """The garden, served: the number of the server's process, whose children are the workers."""
    command = [sys.executable, "-m", "collector", "--garden", str(garden.root), "serve"]
    with running([*command, "--port", str(port)]) as server:
        wait(f"http://127.0.0.1:{port}/collect/-/health")
        yield server


def wait(url: str) -> None:
    """Until somebody answers there."""
    end = time.monotonic() + UP
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{url} did not come up; see {LOG}")
