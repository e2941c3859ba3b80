"""The engine on a file: whether it is whole, has its log, and waits for the disk."""

import sqlite3
from collections.abc import Iterator

from collector.store.doctor.sign import Sign, error, ok, warning
from collector.store.sqlite import Connection

FULL = 2
"""Of `PRAGMA synchronous`: a commit waits for the disk."""


def file(connection: Connection) -> Iterator[Sign]:
    """Reads all of the file: some seconds for a million entries. Raises StoreError."""
    (verdict,) = connection.run("PRAGMA quick_check(1)").fetchone()
    (journal,) = connection.run("PRAGMA journal_mode").fetchone()
    (level,) = connection.run("PRAGMA synchronous").fetchone()
    facts = {"path": connection.place, "version": sqlite3.sqlite_version}
    if verdict != "ok":
        yield error("doctor-damaged", cause=verdict, **facts)
    else:
        yield ok("doctor-whole", **facts)
    if journal != "wal":
        yield warning("doctor-no-log", journal=journal, **facts)
    elif level < FULL:
        yield error("doctor-unsynced", **facts)
    else:
        yield ok("doctor-log", **facts)
