"""SQLite beneath the store: all that this engine does in its own way, in one place."""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sql
from sqlalchemy.dialects import sqlite

from collector.errors import StoreError, Taken, Unavailable, Unreadable
from collector.store.lock import FileLock
from collector.store.statements import VERSIONED, Statements, tinydb_name

PATIENCE = 5
"""Seconds to wait for somebody else's program that holds the file's lock."""

DIALECT = sqlite.dialect(paramstyle="named")

REASONS = {
    sqlite3.SQLITE_FULL: "store-full",
    sqlite3.SQLITE_READONLY: "store-read-only",
    sqlite3.SQLITE_BUSY: "store-busy",
    sqlite3.SQLITE_LOCKED: "store-busy",
    sqlite3.SQLITE_CANTOPEN: "store-missing",
    sqlite3.SQLITE_NOTADB: "store-damaged",
    sqlite3.SQLITE_CORRUPT: "store-damaged",
}
"""By SQLite's primary result code; any other is `store-failed`."""


class Connection:
    """One connection of the driver, in autocommit: every BEGIN is our own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.identity = identity(path)
        try:
            self.driver = sqlite3.connect(
                f"file:{quote(str(path))}?mode=rw",
                uri=True,
                timeout=PATIENCE,
                isolation_level=None,
                check_same_thread=False,
            )
            self.driver.execute("PRAGMA synchronous = FULL")
        except sqlite3.Error as error:
            raise explained(error, path) from error

    @property
    def in_transaction(self) -> bool:
        return self.driver.in_transaction

    def run(self, statement: str, values: Mapping[str, Any] | None = None) -> sqlite3.Cursor:
        """Run one statement. Raises Taken, Unavailable or Unreadable."""
        try:
            return self.driver.execute(statement, values or {})
        except sqlite3.Error as error:
            raise explained(error, self.path) from error

    def rows(self, statement: str, values: Mapping[str, Any], most: int) -> list[tuple[Any, ...]]:
        """The first rows of a read: `most` of them, or fewer once they make a megabyte of text."""
        rows, size = [], 0
        try:
            cursor = self.driver.execute(statement, values)
            for row in cursor:
                rows.append(row)
                size += len(row[1])
                if len(rows) == most or size > 1_000_000:
                    cursor.close()
                    break
        except sqlite3.Error as error:
            raise explained(error, self.path) from error
        return rows

    def stands(self) -> bool:
        """Whether the file at the path is still the one that was opened."""
        return self.identity == identity(self.path)

    def close(self) -> None:
        self.driver.close()


def identity(path: Path) -> tuple[int, int]:
    """Which file stands at the path. Raises Unavailable if none does."""
    try:
        found = path.stat()
    except OSError as error:
        raise Unavailable("store-missing", path=path, cause=str(error)) from error
    return found.st_dev, found.st_ino


def compiled(statement: Any, columns: list[str] | None = None) -> sql.Compiled:
    """The statement in SQLite's words; `columns` are the ones that it writes."""
    asked = {"column_keys": columns} if columns else {}
    made: sql.Compiled = statement.compile(dialect=DIALECT, **asked)
    return made


def prepare(path: Path, tables: Iterable[Statements], version: int) -> None:
    """Make the file and what is missing in it. Raises Unavailable or Unreadable."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(path.name + ".opening")):
            os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))
            connection = Connection(path)
            try:
                _prepare(connection, tables, version)
            finally:
                connection.close()
    except OSError as error:
        raise Unavailable("store-failed", path=path, cause=str(error)) from error


def _prepare(connection: Connection, tables: Iterable[Statements], version: int) -> None:
    found = _version(connection)
    if found > version:
        raise Unreadable("store-newer", path=connection.path, version=found, known=version)
    if found == version:
        return
    connection.run("PRAGMA journal_mode = wal")
    connection.run("BEGIN IMMEDIATE")
    connection.run(str(compiled(sql.schema.CreateTable(VERSIONED, if_not_exists=True))))
    for table in tables:
        for each in table.creation():
            connection.run(each)
    keep = compiled(sql.insert(VERSIONED), ["name", "value"])
    connection.run(str(keep), {"name": "version", "value": str(version)})
    connection.run("COMMIT")


def _version(connection: Connection) -> int:
    if not connection.run("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
        return 0
    found = connection.run("SELECT value FROM meta WHERE name = 'version'").fetchone()
    return int(found[0]) if found else 0


def table_names(connection: Connection) -> set[str]:
    """TinyDB's names of the tables that are there."""
    rows = connection.run("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {tinydb_name(name) for (name,) in rows if name[:2] in ("t_", "x_")}


def explained(error: sqlite3.Error, path: Path) -> StoreError:
    """The driver's error as ours."""
    code = getattr(error, "sqlite_errorcode", 0)
    if isinstance(error, sqlite3.IntegrityError) and code in (
        sqlite3.SQLITE_CONSTRAINT_UNIQUE,
        sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
    ):
        return _taken(str(error))
    reason = REASONS.get(code & 0xFF, "store-failed")
    kind = Unreadable if reason == "store-damaged" else Unavailable
    return kind(reason, path=path, cause=str(error))


def _taken(told: str) -> Taken:
    """From `UNIQUE constraint failed: t_votes.round, t_votes.voter`."""
    columns = [each.strip() for each in told.partition(":")[2].split(",")]
    table = tinydb_name(columns[0].partition(".")[0])
    return Taken("taken", table=table, key=", ".join(each.partition(".")[2] for each in columns))
