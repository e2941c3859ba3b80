"""All that a PostgreSQL keeps, written into a new SQLite file of the store's own format."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.schema import CreateTable

from collector.store import sqlite
from collector.store.postgres.connection import Connection, compiled
from collector.store.shape import Shape
from collector.store.sqlite.connection import opened
from collector.store.statements import BEFORE_ALL, META, Statements, tinydb_name

SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

PAGE = 500
"""Rows that are copied at a time."""

LAST = "SELECT pg_sequence_last_value(pg_get_serial_sequence(%(table)s, 'id')::regclass)"


def save(connection: Connection, path: Path, tables: Iterable[Statements]) -> None:
    """Write what the last commit left into a file that is not there yet."""
    connection.run(SNAPSHOT)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDONLY, 0o600))
    with closing(sqlite.Connection(path, opened(path))) as file:
        file.run("BEGIN")
        _copy_meta(connection, file)
        for table in _all(connection, tables):
            _copy(connection, file, table)
        file.run("COMMIT")
    connection.roll_back()


def _all(connection: Connection, tables: Iterable[Statements]) -> Iterator[Statements]:
    """The tables that are there; those that nobody declared have no keys."""
    known = {each.table.name: each for each in tables}
    for name in sorted(connection.table_names()):
        if name.startswith(("t_", "x_")):
            yield known.get(name) or Statements(Shape(tinydb_name(name)), compiled)


def _copy_meta(connection: Connection, file: sqlite.Connection) -> None:
    file.run(str(sqlite.compiled(CreateTable(META))))
    keep = str(sqlite.compiled(insert(META), ["name", "value"]))
    facts = connection.run("SELECT name, value FROM meta WHERE name <> 'key'").fetchall()
    for name, value in facts:
        file.run(keep, {"name": name, "value": value})


def _copy(connection: Connection, file: sqlite.Connection, table: Statements) -> None:
    own = Statements(table.shape, sqlite.compiled)
    create, *indexes = own.creation()
    file.run(create)
    for row, text in _rows(connection, table):
        values = {"id": row, "doc": text, **own.shape.keys_of(json.loads(text))}
        file.run(own.insert_at, values)
    for each in indexes:
        file.run(each)
    last = connection.run(LAST, {"table": own.table.name}).fetchone()[0]
    if last is not None:  # no id is given twice, not even that of a row that is gone
        file.run("DELETE FROM sqlite_sequence WHERE name = :name", {"name": own.table.name})
        values = {"name": own.table.name, "last": last}
        file.run("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)", values)


def _rows(connection: Connection, table: Statements) -> Iterator[tuple[int, str]]:
    after = BEFORE_ALL
    while page := connection.page(table.all, {"after": after}, PAGE):
        yield from page
        after = page[-1][0]
