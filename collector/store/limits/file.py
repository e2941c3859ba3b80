"""Counts in an SQLite file of their own, never synced, and made anew when it is damaged."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from collector.errors import Unavailable, said_by_system
from collector.store.fork import in_each_child
from collector.store.limits.counts import HOUR, Lost
from collector.store.lock import locked

TABLES = """
PRAGMA journal_mode = wal;
PRAGMA synchronous = off;
PRAGMA secure_delete = on;
CREATE TABLE IF NOT EXISTS salts (day TEXT PRIMARY KEY, salt BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS hits (who BLOB PRIMARY KEY, since INTEGER, count INTEGER);
"""

COUNT = """
INSERT INTO hits (who, since, count) VALUES (:who, :now, :share)
ON CONFLICT (who) DO UPDATE SET
    count = CASE WHEN since <= :ended THEN :share ELSE count + :share END,
    since = CASE WHEN since <= :ended THEN :now ELSE since END
RETURNING since, count
"""

DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class File:
    """The file at `path`, made with its folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._of_parents: list[object] = []
        path.parent.mkdir(parents=True, exist_ok=True)
        in_each_child(self._begin_anew)

    def _begin_anew(self) -> None:
        self._of_parents.append(self._connection)
        self._connection = None

    def salt(self, day: str, fresh: bytes, now: int) -> bytes:
        """A new one overwrites the old in the file, and in its log too."""
        with self._opened() as connection:
            connection.execute("DELETE FROM salts WHERE day < ?", (day,))
            connection.execute("DELETE FROM hits WHERE since <= ?", (now - HOUR,))
            connection.execute("INSERT OR IGNORE INTO salts VALUES (?, ?)", (day, fresh))
            connection.execute("PRAGMA wal_checkpoint(truncate)")
            found = connection.execute("SELECT salt FROM salts WHERE day = ?", (day,)).fetchone()
        salt: bytes = found[0]
        return salt

    def count(self, who: bytes, share: int, now: int) -> tuple[int, int]:
        values = {"who": who, "now": now, "ended": now - HOUR, "share": share}
        with self._opened() as connection:
            since, count = connection.execute(COUNT, values).fetchone()
        return since, count

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            with locked(self._path.with_name(f"{self._path.name}.lock")):
                try:
                    yield self._connected()
                except sqlite3.DatabaseError as error:
                    if getattr(error, "sqlite_errorcode", 0) & 0xFF not in DAMAGE:
                        raise
                    self._remove()
                    cause = str(error)
                    raise Lost("limits-failed", path=self._path, cause=cause) from error
        except OSError as error:
            cause = said_by_system(error)
            raise Unavailable("limits-failed", path=self._path, cause=cause) from error
        except sqlite3.Error as error:
            raise Unavailable("limits-failed", path=self._path, cause=str(error)) from error

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            opened = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
            opened.executescript(TABLES)
            self._connection = opened
        return self._connection

    def _remove(self) -> None:
        self.close()
        for ending in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None
