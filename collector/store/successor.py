"""The successor: a whole store made ready aside, then put in the place of the garden's at once.

    backup or dump ──► var/workshop/garden.db ──► checked, of this version, erased again
                                                        │ one commit
    garden.db ──► before-restore-….db                   ▼
                                                    garden.db

Until that commit nothing of what is kept has changed; whoever reads or writes meanwhile goes on
with the old, and then with the new.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tinydb import where

from collector.entries import JobKind, State
from collector.errors import Unavailable, Unreadable
from collector.garden import Garden
from collector.store import backup, erased, writes
from collector.store.lock import locked
from collector.store.sqlite.connection import Connection, explained, opened
from collector.store.sqlite.standing import Standing
from collector.store.statements import sql_name
from collector.store.store import Store
from collector.store.sync import sync
from collector.store.tables import PASSING, SHAPES

STATED = tuple(each.name for each in SHAPES if {"ref", "state"} <= {*each.keys})
"""The tables whose documents may be tombstones."""


def succeed(garden: Garden, path: Path, what: str, now: datetime) -> Path | None:
    """Put the store at `path` in the garden's place; where the copy is of what stood there.

    `what` happens names the copy: `restore`, `load`. What was erased from either is erased from
    the successor; log-ins end; the site is built anew.
    Raises Unavailable or Unreadable: then what stood there still stands.
    """
    place = garden.database
    place.parent.mkdir(parents=True, exist_ok=True)
    with locked(Standing(place).lock_file):
        stood = _what_stands(place)
        _make_ready(garden, path, stood or Stood(), now)
        if stood is None:
            return _replace(path, place, now)
        copy = backup.before(garden, what, now)
        try:
            _copy(place, copy)
        except Unreadable:
            return _replace(path, place, now)
        _overwrite(path, place)
        return copy


@dataclass(frozen=True)
class Stood:
    """What a successor heeds of the store that stood: what was erased, and the last ids given."""

    erased: frozenset[str] = frozenset()
    ids: Mapping[str, int] = field(default_factory=dict)


def _what_stands(place: Path) -> Stood | None:
    """None where there is no file, or one that can't be read."""
    if not place.exists() or not place.stat().st_size:
        return None
    try:
        with closing(Connection(place, opened(place))) as connection:
            return Stood(_erased(connection), _ids(connection))
    except Unreadable:
        return None


def _erased(connection: Connection) -> frozenset[str]:
    refs: set[str] = set()
    for table in map(sql_name, STATED):
        if {"ref", "state"} <= connection.columns(table):
            asked = f"SELECT ref FROM {table} WHERE state = :state"  # noqa: S608  # our own name
            refs |= {ref for (ref,) in connection.run(asked, {"state": State.ERASED.value})}
    return frozenset(refs)


def _ids(connection: Connection) -> dict[str, int]:
    if not connection.has_table("sqlite_sequence"):
        return {}
    return dict(connection.run("SELECT name, seq FROM sqlite_sequence").fetchall())


def _make_ready(garden: Garden, path: Path, stood: Stood, now: datetime) -> None:
    def begin_anew(store: Store) -> None:
        for name in PASSING:
            store.table(name).truncate()
        store.table("jobs").update({"leased": None}, where("leased") != None)  # noqa: E711  # a query
        writes.enqueue(store, JobKind.BUILD, "", now)

    with Store(path) as store:
        erased.apply(store, erased.listed(garden) | stood.erased)
        store.transact(begin_anew)
    with closing(Connection(path, opened(path))) as connection:
        _give_no_id_twice(connection, stood.ids)
    settle(path)


def _give_no_id_twice(connection: Connection, ids: Mapping[str, int]) -> None:
    for name, last in ids.items():
        known = connection.run("SELECT seq FROM sqlite_sequence WHERE name = :name", {"name": name})
        found = known.fetchone()
        if found is None and connection.has_table(name):
            keep = "INSERT INTO sqlite_sequence VALUES (:name, :last)"
        else:
            keep = "UPDATE sqlite_sequence SET seq = max(seq, :last) WHERE name = :name"
        connection.run(keep, {"name": name, "last": last})


def settle(path: Path) -> None:
    """What SQLite keeps beside the file goes into it. Raises Unavailable or Unreadable."""
    with closing(Connection(path, opened(path))) as connection:
        connection.keep_log()
        connection.run("PRAGMA wal_checkpoint(truncate)")
    sync(path)


def _copy(place: Path, copy: Path) -> None:
    stands = closing(Connection(place, opened(place)))
    with backup.alone(copy), backup.drafted(copy) as draft, stands as connection:
        connection.run("VACUUM INTO :path", {"path": str(draft)})


def _overwrite(path: Path, place: Path) -> None:
    """In one commit of SQLite's own: whoever has the file open goes on with it."""
    try:
        with closing(opened(place)) as present, closing(opened(path)) as successor:
            successor.backup(present, progress=partial(_not_for_ever, place))
            present.execute("PRAGMA wal_checkpoint(truncate)")
    except sqlite3.Error as error:
        raise explained(error, place) from error


def _not_for_ever(place: Path, status: int, _left: int, _pages: int) -> None:
    """The driver would wait for another program without end."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise Unavailable("store-busy", path=place, cause="it is being written")


def _replace(path: Path, place: Path, now: datetime) -> Path | None:
    """Where nothing sound stands: what is there is moved aside with its log."""
    aside = place.with_name(f"{place.name}.damaged-{now.astimezone(UTC):{backup.MOMENT}}")
    log, shared = (place.with_name(place.name + ending) for ending in ("-wal", "-shm"))
    if place.exists():
        aside.hardlink_to(place)
    if log.exists():
        log.rename(aside.with_name(f"{aside.name}-wal"))
    shared.unlink(missing_ok=True)
    path.replace(place)
    sync(place.parent)
    return aside if aside.exists() else None
