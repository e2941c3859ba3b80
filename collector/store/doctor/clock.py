"""Whether the clock can be right: entries keep the moment they came, and challenges close by it."""

import json
import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from collector.errors import said_by_system
from collector.garden import Garden
from collector.store.copies import backup
from collector.store.doctor.sign import Sign, error, ok, warning
from collector.store.engine import Connection
from collector.store.statements import sql_name

DATED = {"ideas": "received", "responses": "received", "decisions": "at"}
"""Tables whose documents bear a moment, and where."""

APART = timedelta(seconds=30)
"""How far two clocks may be from each other."""


def clock(garden: Garden, now: datetime, latest: datetime | None) -> Iterator[Sign]:
    """Whether `now` is later than what is kept, and what the store's disk thinks.

    `latest` is the moment of the newest entry.
    """
    made = max((each.made for each in backup.kept(garden)), default=None)
    known = max((each for each in (made, latest) if each), default=now)
    if now + APART < known:
        yield error("doctor-clock-behind", now=now, known=known)
        return
    try:
        there = _of_disk(garden)
    except OSError as trouble:
        yield error("doctor-unwritten", path=garden.var, cause=said_by_system(trouble))
        return
    if abs(there - now) > APART:
        yield warning("doctor-clock-apart", now=now, path=garden.var, there=there)
    else:
        yield ok("doctor-clock-ok", now=now)


def latest_in(connection: Connection) -> datetime | None:
    """The moment of the newest entry or decision."""
    found = [_latest(connection, table, field) for table, field in DATED.items()]
    return max((each for each in found if each), default=None)


def _latest(connection: Connection, table: str, field: str) -> datetime | None:
    name = sql_name(table)
    if not connection.has_table(name):
        return None
    newest = f"SELECT doc FROM {name} ORDER BY id DESC LIMIT 1"  # noqa: S608  # a name of our own
    row = connection.run(newest).fetchone()
    told = json.loads(row[0]).get(field) if row else None
    return datetime.fromisoformat(told) if told else None


def _of_disk(garden: Garden) -> datetime:
    folder = garden.var if garden.var.exists() else garden.root
    with tempfile.NamedTemporaryFile(dir=folder) as probe:
        probe.write(b"tick")
        probe.flush()
        return datetime.fromtimestamp(os.fstat(probe.fileno()).st_mtime, UTC)
