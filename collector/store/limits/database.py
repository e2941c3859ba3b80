"""Counts in a PostgreSQL that many collectors share: unlogged tables, never synced."""

from collections.abc import Iterator
from contextlib import contextmanager

from collector.store.fork import in_each_child
from collector.store.limits.counts import HOUR, Lost
from collector.store.postgres import Address, Connection, Severed

LOCK = 1_768_186_981
"""Whoever makes the tables or turns the day holds the database's lock of this number."""

TABLES = """
CREATE UNLOGGED TABLE IF NOT EXISTS salts (day TEXT PRIMARY KEY, salt BYTEA NOT NULL);
CREATE UNLOGGED TABLE IF NOT EXISTS limits (
    who BYTEA PRIMARY KEY, since BIGINT NOT NULL, count BIGINT NOT NULL
);
"""

SALT = "SELECT salt FROM salts WHERE day >= %(day)s"
"""A collector whose clock is behind goes on with the salt of those whose day has begun."""

COUNT = """
INSERT INTO limits AS kept (who, since, count) VALUES (%(who)s, %(now)s, %(share)s)
ON CONFLICT (who) DO UPDATE SET
    count = CASE WHEN kept.since <= %(ended)s THEN 0 ELSE kept.count END + %(share)s,
    since = CASE WHEN kept.since <= %(ended)s THEN %(now)s ELSE kept.since END
RETURNING since, count
"""


class Database:
    """The tables `salts` and `limits` of the database at `url`."""

    def __init__(self, url: str) -> None:
        self._address = Address(url)
        self._connection: Connection | None = None
        self._of_parents: list[object] = []
        in_each_child(self._begin_anew)

    def _begin_anew(self) -> None:
        self._of_parents.append(self._connection)
        self._connection = None

    def salt(self, day: str, fresh: bytes, now: int) -> bytes:
        """A new one empties the table: its file is removed, and all that was in it."""
        with self._connected() as connection:
            connection.run("BEGIN")
            connection.run("SELECT pg_advisory_xact_lock(%(lock)s)", {"lock": LOCK})
            connection.run(TABLES)
            found = connection.run(SALT, {"day": day}).fetchone()
            if found is None:
                connection.run("TRUNCATE salts")
                connection.run("DELETE FROM limits WHERE since <= %(t)s", {"t": now - HOUR})
                values = {"day": day, "salt": fresh}
                connection.run("INSERT INTO salts VALUES (%(day)s, %(salt)s)", values)
            connection.run("COMMIT")
        return fresh if found is None else bytes(found[0])

    def count(self, who: bytes, share: int, now: int) -> tuple[int, int]:
        values = {"who": who, "now": now, "ended": now - HOUR, "share": share}
        with self._connected() as connection:
            since, count = connection.run(COUNT, values).fetchone()
        return since, count

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        """One connection, used again. A server that went down may begin with empty tables."""
        if self._connection is None:
            self._connection = Connection.to(self._address)
        try:
            yield self._connection
        except Severed as error:
            self.close()
            raise Lost(error.reason, **error.facts) from error
        finally:
            if self._connection is not None:
                self._connection.roll_back()

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None
