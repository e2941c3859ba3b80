"""SQLite beneath the store: what this engine does in its own way, in one place."""

import errno
import os
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sql
from sqlalchemy.dialects import sqlite

from collector.errors import StoreError, Taken, Unavailable, Unreadable, said_by_system
from collector.store.lock import locked
from collector.store.standing import Standing
from collector.store.statements import META, Statements, sql_name, tinydb_name

PATIENCE = 5
"""Seconds to wait for somebody else's program that holds the file's lock."""

PAGE_BYTES = 1_000_000

DIALECT = sqlite.dialect(paramstyle="named")

REASONS = {
    sqlite3.SQLITE_FULL: "store-full",
    sqlite3.SQLITE_READONLY: "store-read-only",
    sqlite3.SQLITE_BUSY: "store-busy",
    sqlite3.SQLITE_LOCKED: "store-busy",
    sqlite3.SQLITE_CANTOPEN: "store-not-opened",
    sqlite3.SQLITE_NOTADB: "store-damaged",
    sqlite3.SQLITE_CORRUPT: "store-damaged",
}
"""By SQLite's primary result code; any other is `store-failed`."""

BY_SYSTEM = {
    errno.ENOSPC: "store-full",
    errno.EDQUOT: "store-full",
    errno.EROFS: "store-read-only",
    errno.EACCES: "store-read-only",
    errno.EPERM: "store-read-only",
}
"""By the system's number of an error; any other is `store-failed`."""


class Connection:
    """One connection of the driver. It never begins a transaction by itself."""

    def __init__(self, standing: Standing) -> None:
        self.path = standing.path
        self._standing = standing
        self._file = standing.look()
        self.driver = _opened(standing.path)
        standing.note_log()

    @property
    def in_transaction(self) -> bool:
        return self.driver.in_transaction

    def run(self, statement: str, values: Mapping[str, Any] | None = None) -> sqlite3.Cursor:
        """Run one statement. Raises Taken, Unavailable or Unreadable."""
        try:
            return self.driver.execute(statement, values or {})
        except sqlite3.Error as error:
            raise explained(error, self.path) from error

    def page(self, statement: str, values: Mapping[str, Any], most: int) -> list[tuple[int, str]]:
        """The first rows of a read: `most` of them, or fewer once they hold a megabyte."""
        rows: list[tuple[int, str]] = []
        size = 0
        cursor = self.run(statement, values)
        try:
            for row in cursor:
                rows.append(row)
                size += len(row[1])
                if len(rows) == most or size > PAGE_BYTES:
                    break
        except sqlite3.Error as error:
            raise explained(error, self.path) from error
        finally:
            cursor.close()
        return rows

    def stands(self) -> bool:
        """Whether the file at the path is still the one that was opened. Raises Unavailable."""
        return self._file == self._standing.look()

    def close(self) -> None:
        self.driver.close()


def compiled(statement: Any, columns: list[str] | None = None) -> sql.Compiled:
    """The statement in SQLite's words; `columns` are the ones that it writes."""
    asked = {"column_keys": columns} if columns else {}
    made: sql.Compiled = statement.compile(dialect=DIALECT, **asked)
    return made


def prepare(standing: Standing, tables: Iterable[Statements], version: int) -> None:
    """Make the file and its tables where they are missing. Raises Unavailable or Unreadable."""
    path = standing.path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with locked(standing.lock_file):
            os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))
            connection = Connection(standing)
            try:
                _prepare(connection, tables, version)
            finally:
                connection.close()
    except OSError as error:
        raise unreached(error, path) from error


def has_table(connection: Connection, name: str) -> bool:
    """Whether the TinyDB table of this name is there."""
    asked = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = :name"
    return connection.run(asked, {"name": sql_name(name)}).fetchone() is not None


def table_names(connection: Connection) -> set[str]:
    """TinyDB's names of the tables that are there."""
    rows = connection.run("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {tinydb_name(name) for (name,) in rows if name.startswith(("t_", "x_"))}


def explained(error: sqlite3.Error, path: Path) -> StoreError:
    """The driver's error as ours."""
    code = getattr(error, "sqlite_errorcode", 0)
    if code in (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY):
        return _taken(str(error))
    reason = REASONS.get(code & 0xFF, "store-failed")
    kind = Unreadable if reason == "store-damaged" else Unavailable
    return kind(reason, path=path, cause=str(error))


def unreached(error: OSError, path: Path) -> Unavailable:
    """What the system said about the file or its folder, as our error."""
    reason = BY_SYSTEM.get(error.errno or 0, "store-failed")
    return Unavailable(reason, path=path, cause=said_by_system(error))


def _prepare(connection: Connection, tables: Iterable[Statements], version: int) -> None:
    found = _version(connection)
    if found > version:
        raise Unreadable("store-newer", path=connection.path, version=found, known=version)
    if connection.run("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.run("PRAGMA journal_mode = wal")
    if found == version:
        return
    connection.run("BEGIN IMMEDIATE")
    connection.run(str(compiled(sql.schema.CreateTable(META))))
    for table in tables:
        for each in table.creation():
            connection.run(each)
    keep = compiled(sql.insert(META), ["name", "value"])
    connection.run(str(keep), {"name": "version", "value": str(version)})
    connection.run("COMMIT")


def _opened(path: Path) -> sqlite3.Connection:
    """The driver's connection to a file that is there, with a first look into it."""
    driver = None
    try:
        driver = sqlite3.connect(
            f"file:{quote(str(path))}?mode=rw",
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,
            check_same_thread=False,
        )
        driver.execute("PRAGMA synchronous = FULL")
        # Pages that are written over and over go back to the file once in 16 MB, not in 4.
        driver.execute("PRAGMA wal_autocheckpoint = 4000")
        driver.execute("SELECT 1 FROM sqlite_master").close()
    except sqlite3.Error as error:
        if driver is not None:
            driver.close()
        raise explained(error, path) from error
    return driver


def _version(connection: Connection) -> int:
    """The version of the tables; 0 for a new file. Raises Unreadable if they are not the kit's."""
    tables = {name for (name,) in connection.run("SELECT name FROM sqlite_master")}
    if not tables:
        return 0
    if META.name not in tables:
        raise Unreadable("store-foreign", path=connection.path)
    found = connection.run("SELECT value FROM meta WHERE name = 'version'").fetchone()
    return int(found[0])


def _taken(told: str) -> Taken:
    """From `UNIQUE constraint failed: t_votes.round, t_votes.voter`."""
    columns = [each.strip().partition(".") for each in told.partition(":")[2].split(",")]
    keys = ", ".join(column for _, _, column in columns)
    return Taken("taken", table=tinydb_name(columns[0][0]), key=keys)
