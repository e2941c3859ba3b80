"""Processes that `serve` starts: begun again when they die, ended when `serve` ends, however."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

import click

from collector.words import say

GRACE = 20
"""Seconds that a process may take to end what it is at."""

LOOK = 0.5
"""Seconds between two looks at who lives."""

LONGEST_PAUSE = 60.0
"""Seconds; the pauses before a process that keeps dying is begun again double up to this."""


@contextmanager
def kept_alive(command: Sequence[str]) -> Iterator[Callable[[], None]]:
    """Run the command until the block ends, and begin it again whenever it dies.

    What is given asks it to end what it is at and to begin anew.
    """
    ended, asked = threading.Event(), threading.Event()
    process = _begun(command)
    keeper = threading.Thread(target=_keep, args=(command, process, ended, asked), name="keeper")
    keeper.start()
    try:
        yield asked.set
    finally:
        ended.set()
        keeper.join()


def _keep(
    command: Sequence[str],
    process: "subprocess.Popen[bytes]",
    ended: threading.Event,
    asked: threading.Event,
) -> None:
    pause, since = LOOK, time.monotonic()
    while not ended.wait(LOOK):
        if asked.is_set():
            asked.clear()
            _end(process)
            process, since = _begun(command), time.monotonic()
        if process.poll() is None:
            continue
        _end_group(process)
        click.echo(say("begun-again", {"pid": process.pid}), err=True)
        lived = time.monotonic() - since
        pause = LOOK if lived > LONGEST_PAUSE else min(2 * pause, LONGEST_PAUSE)
        if not ended.wait(pause):
            process, since = _begun(command), time.monotonic()
    _end(process)


def _begun(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    """It leads a group of its own: what it starts can be ended with it, Ctrl-C is left to us."""
    return subprocess.Popen(command, process_group=0)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(GRACE)
    _end_group(process)
    process.wait()


def _end_group(leader: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError):
        os.killpg(leader.pid, signal.SIGKILL)


def end_with(parent: int) -> None:
    """Ask this process to end as soon as its parent has."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="parent", daemon=True).start()
