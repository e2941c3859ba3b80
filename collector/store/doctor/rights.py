"""Who may read and write the kit's files."""

import os
import pwd
from collections.abc import Iterator
from pathlib import Path

from collector.garden import Garden
from collector.store.doctor.sign import Sign, error, ok, warning

OTHERS = 0o077
"""What the group and everybody else may do."""


def rights(garden: Garden) -> Iterator[Sign]:
    """Whether all belongs to one user, who may write it, and others may not look into it."""
    faults = [*_owners(garden), *_ours(garden), *_others(garden)]
    yield from faults
    if not faults:
        yield ok("doctor-rights-ok", path=garden.var)


def _files(garden: Garden) -> list[Path]:
    """The folders of what is kept, and all that stands in them."""
    folders = [each for each in (garden.var, garden.backups) if each.is_dir()]
    inside = {path for folder in folders for path in folder.iterdir()}
    return sorted({*folders, *inside})


def _owners(garden: Garden) -> Iterator[Sign]:
    if not garden.var.exists():
        return
    wanted = garden.var.stat().st_uid
    for path in _files(garden):
        found = path.stat().st_uid
        if found != wanted:
            yield error("doctor-owner", path=path, found=_name(found), wanted=_name(wanted))


def _ours(garden: Garden) -> Iterator[Sign]:
    for path in _files(garden):
        if not os.access(path, os.R_OK | os.W_OK):
            yield error("doctor-rights", path=path, user=_name(os.geteuid()))


def _others(garden: Garden) -> Iterator[Sign]:
    if _open_to_others(garden.secret):
        yield error("doctor-open", path=garden.secret, mode="600")
    if _open_to_others(garden.database):
        yield warning("doctor-open", path=garden.database, mode="600")
    if _open_to_others(garden.files):
        yield warning("doctor-open", path=garden.files, mode="700")
    if _open_to_others(garden.backups):
        yield warning("doctor-open", path=garden.backups, mode="700")


def _open_to_others(path: Path) -> bool:
    return path.exists() and bool(path.stat().st_mode & OTHERS)


def _name(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)
