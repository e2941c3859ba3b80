"""The inspection of a store's file that nobody writes: a backup, or what is to become the store."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from collector.errors import StoreError, Unreadable
from collector.store.copies.cargo import damaged
from collector.store.migrate import VERSION, version_of
from collector.store.sqlite.connection import Connection, explained
from collector.store.statements import sql_name, tinydb_name
from collector.store.tables import SHAPES


@dataclass(frozen=True)
class Inspected:
    """What a whole file holds: the version of its tables, and how many documents in each."""

    version: int
    counts: Mapping[str, int]


def inspect(path: Path, told: Path | None = None) -> Inspected:
    """Read all of the file. Raises Unreadable if it is not whole, not a store's, or a newer kit's.

    `told` is the path that errors name, of which this one is a copy.
    """
    try:
        with resting(path) as connection:
            return _inspected(connection, told or path)
    except StoreError as error:
        if "cause" not in error.facts:
            raise
        raise Unreadable("backup-damaged", path=told or path, cause=error.facts["cause"]) from error
    except ValueError as error:
        raise Unreadable("backup-damaged", path=told or path, cause=error) from error


@contextmanager
def resting(path: Path) -> Iterator[Connection]:
    """A connection that reads the file as it lies there. Raises Unreadable."""
    address = f"file:{quote(str(path))}?mode=ro&immutable=1"
    try:
        driver = sqlite3.connect(address, uri=True, isolation_level=None)
    except sqlite3.Error as error:
        raise explained(error, path) from error
    try:
        yield Connection(path, driver)
    finally:
        driver.close()


def _inspected(connection: Connection, named: Path) -> Inspected:
    _ensure_length(connection)
    (verdict,) = connection.run("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise ValueError(verdict)
    try:
        version = version_of(connection)
    except KeyError:
        version = 0
    names = connection.table_names()
    if not version:
        raise Unreadable("backup-foreign", path=named)
    if version > VERSION:
        raise Unreadable("store-newer", path=named, version=version, known=VERSION)
    missing = {sql_name(each.name) for each in SHAPES} - names
    if version == VERSION and missing:
        raise ValueError(f"without {', '.join(sorted(missing))}")
    ours = sorted(each for each in names if each.startswith(("t_", "x_")))
    strange = [each for each in ours if sql_name(tinydb_name(each)) != each]
    if strange:
        raise ValueError(f"a table of the name {strange[0]}")
    if ref := damaged(connection):
        raise ValueError(f"its file {ref} is not what it was")
    counts = {tinydb_name(each): _count(connection, each) for each in ours}
    return Inspected(version, counts)


def _ensure_length(connection: Connection) -> None:
    """SQLite does not miss the end of the last page."""
    (pages,) = connection.run("PRAGMA page_count").fetchone()
    (size,) = connection.run("PRAGMA page_size").fetchone()
    found = Path(connection.place).stat().st_size
    if found != pages * size:
        raise ValueError(f"{found} bytes instead of {pages * size}")


def _count(connection: Connection, table: str) -> int:
    count: int = connection.run(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608  # found there
    return count
