"""What PostgreSQL says is wrong, in the kit's own terms."""

import re

from collector.errors import StoreError, Taken, Unavailable, Unreadable
from collector.store.postgres.driver import psycopg
from collector.store.statements import tinydb_name


class Collided(Unavailable):
    """The act came across another one's and was undone; done again it may well succeed."""


class Severed(Unavailable):
    """The connection ended. What was not committed is undone."""


AGAIN = frozenset({"40001", "40P01", "42P07"})
"""Two acts that can't both have been, or that made the same table at once."""

TAKEN = "23505"

CUT_OFF = frozenset({"25P03", "57P01", "57P02", "57P03", "57P05"})
"""The server begins or ends, or ended a connection that idled."""

REASONS = {
    "25006": "database-read-only",
    "3F000": "database-rights",
    "42501": "database-rights",
    "53100": "database-full",
    "53300": "database-crowded",
    "55P03": "database-busy",
    "57014": "database-busy",
    "XX001": "database-damaged",
    "XX002": "database-damaged",
}
"""By SQLSTATE; any other is `database-failed`."""

AT_THE_DOOR = {
    "too many c": "database-crowded",
    "connection slots are reserved": "database-crowded",
    "password": "database-log-in",
    "pg_hba.conf": "database-log-in",
    'role "': "database-log-in",
    'database "': "database-missing",
}
"""Who is not let in is told no SQLSTATE, but a sentence: by a part of it, the first that fits."""

KEY = re.compile(r"\(([^()]*)\)=")
"""The columns, in any language that a server may speak: `Key (ref)=(walnut) already exists.`"""


def explained(error: psycopg.Error, place: str, *, ended: bool) -> StoreError:
    """The driver's error as ours; `ended` if the connection did."""
    code, cause = error.sqlstate or "", told(error)
    if code == TAKEN and error.diag.schema_name != "pg_catalog":
        return _taken(error)
    if code in AGAIN or code == TAKEN:
        return Collided("database-busy", path=place, cause=cause)
    if ended or code in CUT_OFF:
        return Severed("database-unreached", path=place, cause=cause)
    reason = REASONS.get(code, "database-failed")
    kind = Unreadable if reason == "database-damaged" else Unavailable
    return kind(reason, path=place, cause=cause)


def unreached(error: Exception, place: str) -> Unavailable:
    """Why no connection came about."""
    cause = told(error)
    found = (reason for part, reason in AT_THE_DOOR.items() if part in cause)
    return Unavailable(next(found, "database-unreached"), path=place, cause=cause)


def told(error: Exception) -> str:
    """The first line: what may follow tells of statements and their values."""
    said = error.diag.message_primary if isinstance(error, psycopg.Error) else None
    return said or str(error).partition("\n")[0]


def _taken(error: psycopg.Error) -> Taken:
    found = KEY.search(error.diag.message_detail or "")
    table = tinydb_name(error.diag.table_name or "t_")
    return Taken("taken", table=table, key=found[1] if found else "")
