"""A connection to SQLite, and what the driver says in the kit's own terms."""

import errno
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self, cast
from urllib.parse import quote

import sqlalchemy as sql
from sqlalchemy.dialects import sqlite

from collector.errors import StoreError, Taken, Unavailable, Unreadable, said_by_system
from collector.store.engine import MEMORY
from collector.store.sqlite.standing import Files, Standing
from collector.store.statements import Statements, tinydb_name

PATIENCE = 5
"""Seconds to wait for somebody else's program that holds the file's lock."""

PAGE_BYTES = 1_000_000

DIALECT = sqlite.dialect(paramstyle="named")

REASONS = {
    sqlite3.SQLITE_FULL: "store-full",
    sqlite3.SQLITE_IOERR_SHMSIZE: "store-full",
    sqlite3.SQLITE_READONLY: "store-read-only",
    sqlite3.SQLITE_BUSY: "store-busy",
    sqlite3.SQLITE_LOCKED: "store-busy",
    sqlite3.SQLITE_CANTOPEN: "store-not-opened",
    sqlite3.SQLITE_NOTADB: "store-damaged",
    sqlite3.SQLITE_CORRUPT: "store-damaged",
}
"""By SQLite's result code, extended or primary; any other is `store-failed`."""

ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What the driver raises; the second where a damaged name is in what it has to say."""

DAMAGES = (
    "Could not decode",
    "no such table",
    "no such column",
    "has no column",
    "unsupported file format",
)
"""How the driver begins, without a code of its own, where the kit's own tables are damaged."""

BY_SYSTEM = {
    errno.ENOSPC: "store-full",
    errno.EDQUOT: "store-full",
    errno.EROFS: "store-read-only",
    errno.EACCES: "store-read-only",
    errno.EPERM: "store-read-only",
}
"""By the system's number of an error; any other is `store-failed`."""


class Connection:
    """One connection of the driver. It never begins a transaction by itself.

    `files` are those that were opened; None in memory.
    """

    def __init__(
        self, place: Path | str, driver: sqlite3.Connection, files: Files | None = None
    ) -> None:
        self.place = place
        self.driver = driver
        self.files = files

    @classmethod
    def to_file(cls, standing: Standing) -> Self:
        """A connection to the file that stands there. Raises Unavailable or Unreadable."""
        file = standing.look().file
        driver = opened(standing.path)
        return cls(standing.path, driver, standing.note_log(file))

    @classmethod
    def to_memory(cls) -> Self:
        """A connection to a new database without a file."""
        driver = sqlite3.connect(MEMORY, isolation_level=None, check_same_thread=False)
        return cls(MEMORY, driver)

    @property
    def in_transaction(self) -> bool:
        return self.driver.in_transaction

    def run(self, statement: str, values: Mapping[str, Any] | None = None) -> sqlite3.Cursor:
        try:
            return self.driver.execute(statement, values or {})
        except ERRORS as error:
            raise explained(error, self.place) from error

    def insert(self, _table: Statements, statement: str, values: Mapping[str, Any]) -> int:
        return cast("int", self.run(statement, values).lastrowid)  # RETURNING takes twice the time

    def page(self, statement: str, values: Mapping[str, Any], most: int) -> list[tuple[int, str]]:
        rows: list[tuple[int, str]] = []
        size, last = 0, values["after"]
        cursor = self.run(statement, values)
        try:
            for row in cursor:
                if row[0] <= last:  # a damaged file would be read in circles
                    raise Unreadable("store-damaged", path=self.place, cause="rows in disorder")
                last = row[0]
                rows.append(row)
                size += len(row[1] or "")  # empty where the file is damaged
                if len(rows) == most or size > PAGE_BYTES:
                    break
        except ERRORS as error:
            raise explained(error, self.place) from error
        finally:
            cursor.close()
        return rows

    def has_table(self, name: str) -> bool:
        asked = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = :name"
        return self.run(asked, {"name": name}).fetchone() is not None

    def table_names(self) -> set[str]:
        rows = self.run("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in rows}

    def columns(self, table: str) -> set[str]:
        rows = self.run("SELECT name FROM pragma_table_info(:table)", {"table": table})
        return {name for (name,) in rows}

    def indexes(self, table: str) -> set[str]:
        asked = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = :table"
        rows = self.run(f"{asked} AND sql IS NOT NULL", {"table": table})
        return {name for (name,) in rows}

    def keep_log(self) -> None:
        """Let the file have a log, so that nobody who reads it waits for a writer."""
        if self.run("PRAGMA journal_mode").fetchone()[0] != "wal":
            self.run("PRAGMA journal_mode = wal")

    def leave(self, standing: Standing) -> None:
        """Close what no longer stands. Whoever does holds the lock file.

        Where only the log was taken away, what it holds goes into the file first.
        Raises Unavailable if that fails.
        """
        if self.files and self.files.file == standing.look().file and not standing.has_log:
            busy, *_ = self.run("PRAGMA wal_checkpoint(full)").fetchone()
            if busy:
                raise Unavailable("store-busy", path=self.place, cause="its log is in use")
        self.close()

    def forget(self, *, everywhere: bool) -> None:
        """Let the log hold no older pages; `everywhere`: nor the file's unused parts.

        What is removed is overwritten at once. But where SQLite shifted rows from page to page a
        copy may lie in a gap, about one in some thousands, until the file is written anew.
        """
        if everywhere:
            self.run("VACUUM")
        busy, *_ = self.run("PRAGMA wal_checkpoint(truncate)").fetchone()
        if busy:
            raise Unavailable("store-busy", path=self.place, cause="its log is being read")

    def close(self) -> None:
        self.driver.close()


def compiled(statement: Any, columns: list[str] | None = None) -> sql.Compiled:
    """The statement in SQLite's words; `columns` are the ones that it writes."""
    asked = {"column_keys": columns} if columns else {}
    made: sql.Compiled = statement.compile(dialect=DIALECT, **asked)
    return made


def explained(error: sqlite3.Error | UnicodeDecodeError, place: Path | str) -> StoreError:
    """The driver's error as ours."""
    code = getattr(error, "sqlite_errorcode", 0)
    if code in (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY):
        return _taken(str(error))
    told = str(error)
    if isinstance(error, UnicodeDecodeError):
        return Unreadable("store-damaged", path=place, cause="a name in it is damaged")
    if any(each in told for each in DAMAGES):
        return Unreadable("store-damaged", path=place, cause=told.partition(" with text")[0])
    reason = REASONS.get(code) or REASONS.get(code & 0xFF, "store-failed")
    kind = Unreadable if reason == "store-damaged" else Unavailable
    return kind(reason, path=place, cause=told)


def unreached(error: OSError, path: Path) -> Unavailable:
    """What the system said about the file or its folder, as our error."""
    reason = BY_SYSTEM.get(error.errno or 0, "store-failed")
    return Unavailable(reason, path=path, cause=said_by_system(error))


def opened(path: Path) -> sqlite3.Connection:
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
        driver.execute("PRAGMA secure_delete = ON")
        # Pages that are written over and over go back to the file once in 16 MB, not in 4.
        driver.execute("PRAGMA wal_autocheckpoint = 4000")
        driver.execute("SELECT 1 FROM sqlite_master").close()
    except ERRORS as error:
        if driver is not None:
            driver.close()
        raise explained(error, path) from error
    return driver


def _taken(told: str) -> Taken:
    """From `UNIQUE constraint failed: t_votes.round, t_votes.voter`."""
    columns = [each.strip().partition(".") for each in told.partition(":")[2].split(",")]
    keys = ", ".join(column for _, _, column in columns)
    return Taken("taken", table=tinydb_name(columns[0][0]), key=keys)
