"""The version of the tables: a new store is made, an older one brought up to date, a newer refused.

Documents are what is kept; key columns and indexes follow from them by the table's shape. So a new
version needs a step only where documents change: a function from the old document to the new.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import sqlalchemy as sql

from collector.errors import Unreadable
from collector.store.copies.draft import backing_up, drafted
from collector.store.document import encode
from collector.store.engine import Connection, Engine
from collector.store.statements import BEFORE_ALL, META, Statements

VERSION = 4
"""Of the tables. A store of a higher version belongs to a newer kit."""

Document: TypeAlias = dict[str, Any]
Step: TypeAlias = Callable[[Document], Document]

STEPS: Mapping[int, Mapping[str, Step]] = {}
"""What changes documents: by the version that a step leads to, and by table."""

PAGE = 500
"""Rows that are changed at a time."""


def bring_up(engine: Engine, tables: Sequence[Statements], backups: Path | None) -> None:
    """Make the store's tables, or bring them up to this version, after a backup of what stands.

    Raises Unreadable for a store of a newer kit or another program, and for an older one where
    `backups` names no folder for that backup; else what the engine raises.
    """
    engine.prepare(partial(_bring_up, engine, tables, backups))


def version_of(connection: Connection) -> int:
    """The version of the tables; 0 where there are none. Raises KeyError if they are not ours."""
    tables = connection.table_names()
    if not tables:
        return 0
    if META.name not in tables:
        raise KeyError(META.name)
    found = connection.run("SELECT value FROM meta WHERE name = 'version'").fetchone()
    if found is None or not str(found[0]).isdecimal():
        raise KeyError("version")
    return int(found[0])


def _bring_up(
    engine: Engine, tables: Sequence[Statements], backups: Path | None, connection: Connection
) -> None:
    try:
        found = version_of(connection)
    except KeyError:
        raise Unreadable("store-foreign", path=engine.place) from None
    if found == VERSION:
        return
    if found > VERSION:
        raise Unreadable("store-newer", path=engine.place, version=found, known=VERSION)
    if found:
        _save_first(engine, tables, backups, found)
    connection.run(engine.begin)
    if not found:
        connection.run(str(engine.compiled(sql.schema.CreateTable(META))))
    for table in tables:
        _reshape(connection, table, found)
    _note_version(engine, connection, new=not found)
    connection.run("COMMIT")


def _save_first(
    engine: Engine, tables: Sequence[Statements], backups: Path | None, found: int
) -> None:
    if backups is None:
        raise Unreadable("store-older", path=engine.place, version=found, known=VERSION)
    moment = datetime.now(UTC)
    path = backups / f"before-version-{VERSION}-{moment:%Y%m%dT%H%M%S%fZ}.db"
    with backing_up(path), drafted(path) as draft:
        engine.save(draft, tables)


def _reshape(connection: Connection, table: Statements, found: int) -> None:
    """Give the table its columns and indexes, and its documents their new form."""
    name = table.table.name
    if not connection.has_table(name):
        for each in table.creation():
            connection.run(each)
        return
    for index in sorted(connection.indexes(name)):
        connection.run(f"DROP INDEX {index}")
    missing = [key for key in table.shape.keys if key not in connection.columns(name)]
    for key in missing:
        connection.run(table.widening(key))
    steps = [
        STEPS[version][table.shape.name]
        for version in range(found + 1, VERSION + 1)
        if table.shape.name in STEPS.get(version, {})
    ]
    if missing or steps:
        _rewrite(connection, table, steps)
    for each in table.indexing():
        connection.run(each)


def _rewrite(connection: Connection, table: Statements, steps: Sequence[Step]) -> None:
    after = BEFORE_ALL
    while page := connection.page(table.all, {"after": after}, PAGE):
        for after, text in page:
            document = json.loads(text)
            for step in steps:
                document = step(document)
            values = {"doc": encode(document), **table.shape.keys_of(document)}
            connection.run(table.update, {**values, "row": after})


def _note_version(engine: Engine, connection: Connection, *, new: bool) -> None:
    if new:
        keep = engine.compiled(sql.insert(META), ["name", "value"])
        connection.run(str(keep), {"name": "version", "value": str(VERSION)})
    else:
        which = META.c.name == sql.bindparam("which")
        change = engine.compiled(sql.update(META).where(which), ["value"])
        connection.run(str(change), {"which": "version", "value": str(VERSION)})
