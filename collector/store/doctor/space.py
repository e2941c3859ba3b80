"""Room on the disks of the store and of its backups."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from collector.garden import Garden
from collector.store.copies import backup
from collector.store.doctor.sign import Sign, error, ok, warning
from collector.store.files import path_of, stored

MEGABYTE = 1_000_000
LEAST = 100 * MEGABYTE
"""Below this a busy day may fill the disk."""


def space(garden: Garden) -> Iterator[Sign]:
    """Whether there is room for what may come: a restore needs the store's size twice."""
    size = _size(garden)
    for folder in dict.fromkeys((garden.var, garden.backups)):
        free = shutil.disk_usage(_there(folder)).free
        needed = LEAST + 2 * size
        facts = {"path": folder, "free": free // MEGABYTE, "needed": -(-needed // MEGABYTE)}
        if free < LEAST:
            yield error("doctor-space", **facts)
        elif free < needed:
            yield warning("doctor-space", **facts)
        else:
            yield ok("doctor-space-ok", **facts)


def _size(garden: Garden) -> int:
    """Bytes of the store and of the files that a copy of it takes along.

    Of a store elsewhere, those of the newest backup.
    """
    if isinstance(garden.place, Path):
        files = (garden.place.with_name(garden.place.name + end) for end in ("", "-wal"))
        handed_in = (path_of(garden, ref) for ref in stored(garden))
        return sum(each.stat().st_size for each in (*files, *handed_in) if each.exists())
    return max((each.size for each in backup.kept(garden)[:1]), default=0)


def _there(folder: Path) -> Path:
    """The folder, or the nearest above it that is there."""
    return next(each for each in (folder, *folder.parents) if each.exists())
