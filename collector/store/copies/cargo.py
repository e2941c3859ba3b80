"""Cargo: the bytes of files that a backup takes along, in a table of its own.

    t_files       what is known of each file, its SHA-256 too
    file_bytes    ref and bytes of those that are kept

So a backup is one file, and nothing is forgotten when it is carried away. The store itself has
no such table: there the bytes lie in the folder `files/`.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from collector.entries import is_reference
from collector.errors import Unavailable
from collector.garden import Garden
from collector.store import reads
from collector.store.engine import Connection
from collector.store.files import path_of
from collector.store.sqlite.connection import explained
from collector.store.statements import sql_name
from collector.store.store import Store
from collector.store.sync import sync

TABLE = "file_bytes"
FILES = sql_name("files")


def pack(garden: Garden, copy: Path) -> None:
    """Put the bytes of all files that the copy names into it; the doctor tells of missing ones.

    Raises OSError or Unavailable.
    """
    try:
        _pack(garden, copy)
    except sqlite3.Error as error:
        raise Unavailable("backup-failed", path=copy, cause=error) from error


def _pack(garden: Garden, copy: Path) -> None:
    with closing(sqlite3.connect(copy, isolation_level=None)) as driver:
        if not _has(driver, FILES):  # of a store that was never brought up to date
            return
        driver.execute("PRAGMA journal_mode = off")
        driver.execute(f"CREATE TABLE {TABLE} (ref TEXT PRIMARY KEY, content BLOB NOT NULL)")
        for ref, wanted in list(_named(driver)):
            content = _read(garden, ref)
            if content is not None and _sum(content) == wanted:
                driver.execute(f"INSERT INTO {TABLE} VALUES (?, ?)", (ref, content))  # noqa: S608  # our own name


def unpack(copy: Path, folder: Path) -> None:
    """Take the cargo out of the copy, into a new folder of files that are named by their refs.

    Raises OSError, Unavailable or Unreadable.
    """
    try:
        _unpack(copy, folder)
    except sqlite3.Error as error:
        raise explained(error, copy) from error


def _unpack(copy: Path, folder: Path) -> None:
    folder.mkdir(mode=0o700)
    with closing(sqlite3.connect(copy, isolation_level=None)) as driver:
        if not _has(driver, TABLE):
            return
        for ref, content in driver.execute(f"SELECT ref, content FROM {TABLE}"):  # noqa: S608  # our own name
            path = folder / ref
            path.write_bytes(content)
            path.chmod(0o600)
            sync(path)
        driver.execute(f"DROP TABLE {TABLE}")
        driver.execute("VACUUM")


def unload(garden: Garden, folder: Path) -> None:
    """Put what was unpacked in its place, so far as the store knows it and it is not there."""
    with Store.open(garden) as store:
        for path in sorted(folder.iterdir()):
            place = path_of(garden, path.name)
            if reads.file(store, path.name) and not place.exists():
                place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                path.replace(place)


def damaged(connection: Connection) -> str:
    """The ref of a file in the cargo that is not what it was; empty if all are."""
    if TABLE not in connection.table_names():
        return ""
    rows = connection.run(f"SELECT doc FROM {FILES}").fetchall()  # noqa: S608  # our own name
    refs = connection.run(f"SELECT ref FROM {TABLE}").fetchall()  # noqa: S608  # our own name
    wanted = dict(_described(rows))
    one = f"SELECT content FROM {TABLE} WHERE ref = :ref"  # noqa: S608  # our own name
    for (ref,) in refs:
        (content,) = connection.run(one, {"ref": ref}).fetchone()
        if not is_reference(ref) or wanted.get(ref) != _sum(content):
            return str(ref)
    return ""


def _has(driver: sqlite3.Connection, table: str) -> bool:
    asked = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return driver.execute(asked, (table,)).fetchone() is not None


def _named(driver: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    return _described(driver.execute(f"SELECT doc FROM {FILES}"))  # noqa: S608  # our own name


def _described(rows: Iterable[tuple[str]]) -> Iterator[tuple[str, str]]:
    """The ref and the SHA-256 of each."""
    for (text,) in rows:
        file = json.loads(text)
        yield file["ref"], file["hash"]


def _read(garden: Garden, ref: str) -> bytes | None:
    try:
        return path_of(garden, ref).read_bytes()
    except (FileNotFoundError, ValueError):  # of a name that none of ours has
        return None


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
