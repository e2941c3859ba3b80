"""Restoring: a backup becomes the store again, once it is known to be sound."""

import errno
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from collector.errors import Unreadable, said_by_system
from collector.garden import Garden
from collector.store.copies import cargo
from collector.store.copies.aside import aside
from collector.store.copies.checksum import compare
from collector.store.copies.inspection import Inspected, inspect
from collector.store.copies.successor import succeed
from collector.store.sqlite.connection import unreached
from collector.store.sqlite.predecessor import settle
from collector.store.store import Store


@dataclass(frozen=True)
class Restored:
    """What is kept now, whether a checksum vouched for it, and where the copy is of what stood."""

    found: Inspected
    has_checksum: bool
    replaced: Path | None


def verify(path: Path) -> Inspected:
    """What the backup holds. Raises Unreadable if it is not sound."""
    try:
        path.open("rb").close()  # a folder is none
        compare(path)
    except OSError as error:
        raise _unread(path, error) from error
    return inspect(path)


def restore(
    garden: Garden,
    path: Path,
    now: datetime,
    agreed: Callable[[Inspected], object] = lambda _found: None,
) -> Restored:
    """Put the backup in the store's place; once it is known to be sound, `agreed` may still raise.

    Those who write meanwhile wait, and go on with what was restored.
    Raises Unreadable or Unavailable: then nothing has changed.
    """
    with aside(garden) as folder:
        copy = folder / garden.database.name
        has_checksum = _fetch(path, copy)
        found = inspect(copy, path)
        agreed(found)
        cargo.unpack(copy, folder / "files")
        Store(copy, backups=folder).close()  # brought up to this version
        replaced = succeed(garden, copy, "restore", now)
        cargo.unload(garden, folder / "files")
        return Restored(found, has_checksum, replaced)


def _fetch(path: Path, copy: Path) -> bool:
    """Copy the backup; what is checked from here on is what will stand."""
    try:
        shutil.copyfile(path, copy)
        copy.chmod(0o600)
        has_checksum = compare(path, copy)
        log = path.with_name(f"{path.name}-wal")
        if log.exists():  # a plain copy of a live store is whole with its log only
            shutil.copyfile(log, copy.with_name(f"{copy.name}-wal"))
            settle(copy)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise unreached(error, copy) if full else _unread(path, error) from error
    return has_checksum


def _unread(path: Path, error: OSError) -> Unreadable:
    return Unreadable("backup-unreadable", path=path, cause=said_by_system(error))
