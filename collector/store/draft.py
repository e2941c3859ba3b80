"""A file is written aside, and gets its name once it is whole and on the disk."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from collector.errors import Unavailable, said_by_system
from collector.store.checksum import note_sum
from collector.store.lock import locked
from collector.store.sync import sync


@contextmanager
def backing_up(target: Path) -> Iterator[None]:
    """Be the only one who writes backups in the target's folder, which is made.

    What killed ones left there goes. Raises Unavailable if the target can't be written.
    """
    folder = target.parent
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(folder / ".lock"):
            for left in folder.glob(".*.part"):
                shutil.rmtree(left)
            yield
    except OSError as error:
        raise Unavailable("backup-failed", path=target, cause=said_by_system(error)) from error
    except Unavailable as error:
        cause = error.facts.get("cause", error)
        raise Unavailable("backup-failed", path=target, cause=cause) from error


@contextmanager
def drafted(target: Path, *, with_sum: bool = True) -> Iterator[Path]:
    """The path of a file to be made, which only its owner may read. Raises OSError.

    If the block ends well the file takes the target's place, with its checksum beside it.
    """
    private = target.with_name(f".{target.name}.part")
    shutil.rmtree(private, ignore_errors=True)
    private.mkdir(mode=0o700)
    draft = private / target.name
    try:
        yield draft
        draft.chmod(0o600)
        sync(draft)
        if with_sum:
            note_sum(draft, target)
        draft.replace(target)
        sync(target.parent)
    finally:
        shutil.rmtree(private, ignore_errors=True)
