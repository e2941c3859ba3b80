"""Backups: whole copies of the store, each a SQLite file whatever the engine.

    garden-20261121T093000Z.db           one a day; the newest so many are kept
    garden-20261121T093000Z.db.sha256    its checksum, as `sha256sum -c` reads it
    before-restore-20261121T101500Z.db   what stood before something took its place

A log-in or one-time link must not come alive again, and nobody who gets hold of a copy should
find one: they are left out; so are files that are only staged. Those that are kept ride along
as cargo. Limits, salts and the secret key are in files of their own, never here.
"""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from collector.errors import Conflict, Unavailable, Unreadable
from collector.garden import Garden
from collector.store.copies import cargo
from collector.store.copies.checksum import sum_of
from collector.store.copies.draft import backing_up, drafted
from collector.store.copies.inspection import Inspected, inspect
from collector.store.lock import locked
from collector.store.statements import sql_name
from collector.store.store import Store
from collector.store.tables import PASSING

NAME = re.compile(r"(garden|before-[a-z]+(?:-\d+)?)-(\d{8}T\d{6})(?:\d{6})?Z\.db")
DAILY = "garden"

MOMENT = "%Y%m%dT%H%M%S"


@dataclass(frozen=True)
class Backup:
    """A backup in its folder. `kind` is `garden`, or `before-…` for what something replaced.

    `ends` is the day it is removed if one is made each day; None if it stays.
    """

    path: Path
    kind: str
    made: datetime
    size: int
    ends: date | None


@dataclass(frozen=True)
class Made:
    """A backup that was written, and what was found in it."""

    path: Path
    found: Inspected


def make(garden: Garden, store: Store, now: datetime, path: Path | None = None) -> Made:
    """Write a backup and verify it; without a `path` among the daily ones, whose oldest then go.

    Raises Conflict for a path among the kit's own files, Unreadable for a damaged store, and
    Unavailable if it can't be written: what stood at the path still stands.
    """
    if path is not None:
        refuse_live(garden, path)
        return _written(garden, store, path)
    with backing_up(garden.backups / DAILY), locked(garden.backups / ".lock"):
        made = _written(garden, store, _named(garden.backups, DAILY, now))
        _remove_ended(garden, now)
    return made


def _written(garden: Garden, store: Store, target: Path) -> Made:
    with backing_up(target), drafted(target) as draft:
        store.save(draft)
        leave_out(draft)
        cargo.pack(garden, draft)
        found = _verified(draft)
    return Made(target, found)


def refuse_live(garden: Garden, path: Path) -> None:
    """Raises Conflict for a path among the files that the kit works with."""
    folder = path.parent.resolve()
    if folder.is_relative_to(garden.var) and folder != garden.backups.resolve():
        raise Conflict("live-file", path=path)


def kept(garden: Garden) -> list[Backup]:
    """The backups that are there, the newest first."""
    keep = garden.settings.backup.keep
    named = [(each, NAME.fullmatch(each.name)) for each in garden.backups.glob("*.db")]
    found = sorted(
        ((_moment(match[2]), match[1], path) for path, match in named if match), reverse=True
    )
    daily = [made for made, kind, _ in found if kind == DAILY]
    return [
        Backup(path, kind, made, path.stat().st_size, _end(made, kind, daily, keep))
        for made, kind, path in found
    ]


def _end(made: datetime, kind: str, daily: Sequence[datetime], keep: int) -> date | None:
    if not keep:
        return None
    if kind != DAILY:
        return (made + timedelta(days=keep)).date()
    newer = daily.index(made)
    return (daily[0] + timedelta(days=max(0, keep - newer))).date()


def before(garden: Garden, what: str, now: datetime) -> Path:
    """Where the copy goes of what is to be replaced."""
    return _named(garden.backups, f"before-{what}", now)


def _named(folder: Path, kind: str, now: datetime) -> Path:
    """A name that is free: two of the same second bear different ones."""
    moment = now.astimezone(UTC)
    while (path := folder / f"{kind}-{moment.strftime(MOMENT)}Z.db").exists():
        moment += timedelta(seconds=1)
    return path


def _moment(told: str) -> datetime:
    return datetime.strptime(told, MOMENT).replace(tzinfo=UTC)


def _remove_ended(garden: Garden, now: datetime) -> None:
    found = kept(garden)
    daily = [each for each in found if each.kind == DAILY]
    others = [each for each in found if each.kind != DAILY]
    over = [each for each in others if each.ends and each.ends <= now.date()]
    for each in [*daily[garden.settings.backup.keep :], *over]:
        each.path.unlink()
        sum_of(each.path).unlink(missing_ok=True)


def _verified(draft: Path) -> Inspected:
    try:
        return inspect(draft)
    except Unreadable as error:
        cause = error.facts.get("cause", error)
        raise Unavailable("backup-failed", path=draft, cause=cause) from error


def leave_out(path: Path) -> None:
    """Take out what must not come alive again or is not kept yet, and every byte of it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as driver:
        driver.execute("PRAGMA journal_mode = off")
        driver.execute("PRAGMA secure_delete = on")
        for name in PASSING:
            driver.execute(f"DELETE FROM {sql_name(name)}")  # noqa: S608  # a name of our own
        driver.execute(f"DELETE FROM {cargo.FILES} WHERE about = ''")  # noqa: S608  # our own name
