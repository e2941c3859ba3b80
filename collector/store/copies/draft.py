"""A file is written aside, and gets its name once it is whole and on the disk."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from collector.errors import Unavailable, said_by_system
from collector.store.copies.checksum import note_sum
from collector.store.lock import is_held, locked
from collector.store.sync import sync

KIND = ".ideagarden"
"""The ending of a folder with a draft in it."""

ALIVE = "alive"
"""A file in it that is locked as long as its maker lives."""

MINUTE = 60
"""Seconds; so long a maker may take to lock it."""


@contextmanager
def backing_up(target: Path) -> Iterator[None]:
    """Make the target's folder. Raises Unavailable, whatever hinders the target's writing."""
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise Unavailable("backup-failed", path=target, cause=said_by_system(error)) from error
    except Unavailable as error:
        if error.reason == "backup-failed":
            raise
        cause = error.facts.get("cause", error)
        raise Unavailable("backup-failed", path=target, cause=cause) from error


@contextmanager
def drafted(target: Path, *, with_sum: bool = True) -> Iterator[Path]:
    """The path of a file to be made, which only its owner may read. Raises OSError.

    If the block ends well the file takes the target's place, with its checksum beside it.
    """
    remove_left(target.parent)
    private = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=KIND, dir=target.parent))
    draft = private / target.name
    try:
        with locked(private / ALIVE):
            yield draft
            draft.chmod(0o600)
            sync(draft)
            if with_sum:
                note_sum(draft, target)
            draft.replace(target)
            sync(target.parent)
    finally:
        shutil.rmtree(private, ignore_errors=True)


def remove_left(folder: Path) -> None:
    """Remove the drafts of those who were killed."""
    for private in folder.glob(f".*{KIND}"):
        if _is_left(private):
            shutil.rmtree(private, ignore_errors=True)


def _is_left(private: Path) -> bool:
    alive = private / ALIVE
    if alive.exists():
        return not is_held(alive)
    return private.exists() and time.time() - private.stat().st_mtime > MINUTE
