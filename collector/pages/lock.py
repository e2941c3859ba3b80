"""One build at a time, one fill at a time: locks between processes, freed when a process ends."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from collector.errors import BuildError


@contextmanager
def waiting(path: Path) -> Iterator[None]:
    """Hold the lock; wait for whoever holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def only(path: Path) -> Iterator[None]:
    """Hold the lock, or raise BuildError at once if somebody else does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BuildError("build-running", path=path.parent) from None
        yield
