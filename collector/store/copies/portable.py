"""The store as one portable file: what stock TinyDB reads and writes with its JSONStorage.

    {"ideagarden": {
    "1": {"version":2}
    }, "accounts": {
    "1": {"name":"ada", …}
    }, …}

A document a line, its text as it is kept, so that equal stores have equal dumps, on any engine.
Log-ins and one-time links are left out, as in backups; jobs too: whoever loads builds anew. Of
files there is what is known of them; their bytes are in the folder `files/`.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from collector.errors import Conflict, StoreError, Unavailable, Unreadable, said_by_system
from collector.garden import Garden
from collector.store.copies import tinydb_file
from collector.store.copies.aside import aside
from collector.store.copies.backup import leave_out, refuse_live
from collector.store.copies.draft import drafted
from collector.store.copies.inspection import inspect, resting
from collector.store.copies.successor import succeed
from collector.store.copies.tinydb_file import Documents, Progress
from collector.store.document import LARGEST, encode
from collector.store.migrate import STEPS, VERSION, Document, Step
from collector.store.shape import Shape
from collector.store.sqlite.connection import Connection, compiled, opened
from collector.store.sqlite.predecessor import settle
from collector.store.statements import BEFORE_ALL, Statements
from collector.store.store import Store
from collector.store.tables import PASSING, SHAPES
from collector.words import say

MARK = "ideagarden"
"""The table that makes a TinyDB file a dump: its one document tells the version."""

LEFT_OUT = frozenset({*PASSING, "jobs"})
MADE_ANEW = frozenset({*LEFT_OUT, "forms", "labels", "promises", "views"})
"""What a garden has before anybody has sent anything."""

PAGE = 500
"""Documents that are held at a time."""


def dump(garden: Garden, store: Store, path: Path) -> Mapping[str, int]:
    """Write all that is kept, as of one commit; how many documents of each table.

    Raises Conflict for a path among the kit's own files, Unavailable if it can't be written: what
    stood at the path still stands.
    """
    refuse_live(garden, path)
    try:
        with aside(garden) as folder, drafted(path, with_sum=False) as draft:
            store.save(folder / "whole.db")
            leave_out(folder / "whole.db")
            with draft.open("w", encoding="ascii", newline="\n") as file:
                counts = _write(folder / "whole.db", file)
    except OSError as error:
        raise Unavailable("dump-failed", path=path, cause=said_by_system(error)) from error
    return counts


def _write(whole: Path, file: IO[str]) -> dict[str, int]:
    counts = inspect(whole).counts
    if MARK in counts:
        raise Conflict("dump-name", table=MARK)
    file.write(f'{{"{MARK}": {{\n"1": {encode({"version": VERSION})}\n}}')
    with resting(whole) as connection:
        for name in sorted(counts.keys() - LEFT_OUT):
            file.write(f", {json.dumps(name)}: {{")
            separator = "\n"
            for row, text in _rows(connection, name):
                file.write(f'{separator}"{row}": {text}')
                separator = ",\n"
            file.write("\n}")
    file.write("}\n")
    return {name: count for name, count in counts.items() if name not in LEFT_OUT}


def _rows(connection: Connection, name: str) -> Iterator[tuple[int, str]]:
    statement = Statements(Shape(name), compiled).all
    after = BEFORE_ALL
    while page := connection.page(statement, {"after": after}, PAGE):
        yield from page
        after = page[-1][0]


@dataclass(frozen=True)
class Loaded:
    """How many documents were read and found again, by table; where the copy is of what stood.

    `left_out` are tables of the file that nothing was taken of.
    """

    counts: Mapping[str, int]
    left_out: frozenset[str]
    replaced: Path | None


def load(
    garden: Garden, path: Path, now: datetime, *, replace: bool = False, progress: Progress
) -> Loaded:
    """Put what a dump or any stock TinyDB file holds in the place of what is kept.

    Raises Conflict if something is kept and that is not to be replaced; Unreadable or Unavailable.
    Then nothing has changed.
    """
    if not replace:
        _ensure_empty(garden, path)
    with aside(garden) as folder:
        draft = folder / garden.database.name
        Store(draft).close()
        with closing(Connection(draft, opened(draft))) as connection:
            connection.run("PRAGMA synchronous = off")
            connection.run("BEGIN")
            read = _Filling(connection, path).fill(progress)
            connection.run("COMMIT")
        settle(draft)
        taken = {name: count for name, count in read.items() if name not in LEFT_OUT}
        _compare(taken, inspect(draft).counts)
        return Loaded(taken, frozenset(read) & LEFT_OUT, succeed(garden, draft, "load", now))


def _ensure_empty(garden: Garden, path: Path) -> None:
    with Store.open(garden) as store:
        tables = sorted(each for each in store.tables() - MADE_ANEW if len(store.table(each)))
    if tables:
        raise Conflict("load-not-empty", path=path, tables=", ".join(tables))


def _compare(read: Mapping[str, int], found: Mapping[str, int]) -> None:
    for name, count in read.items():
        if found.get(name) != count:
            raise Unreadable("load-lost", table=name, read=count, found=found.get(name, 0))


class _Filling:
    """A new store is filled from a file."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._shapes = {each.name: each for each in SHAPES}
        self._version = VERSION

    def fill(self, progress: Progress) -> dict[str, int]:
        """How many documents there were in each table; those left out are counted, not kept."""
        counts: dict[str, int] = {}
        for name, documents in tinydb_file.tables(self._path, progress):
            if name in counts:
                raise self._refused("load-table", name, ValueError("it comes twice"))
            if name == MARK and not counts:
                self._version = self._told_version(documents)
            elif name == MARK:
                raise Unreadable("load-version", path=self._path, table=MARK)
            elif name in LEFT_OUT:
                counts[name] = sum(1 for _ in documents)
            else:
                counts[name] = self._table(name, documents)
        return counts

    def _told_version(self, documents: Documents) -> int:
        told = [each for _, each in documents]
        match told:
            case [{"version": int(version)}] if version > VERSION:
                raise Unreadable("store-newer", path=self._path, version=version, known=VERSION)
            case [{"version": int(version)}] if version > 0:
                return version
        raise Unreadable("load-version", path=self._path, table=MARK)

    def _table(self, name: str, documents: Documents) -> int:
        table = self._statements(name)
        versions = range(self._version + 1, VERSION + 1)
        steps = [STEPS[each][name] for each in versions if name in STEPS.get(each, {})]
        count = 0
        for row, document in documents:
            try:
                self._keep(table, steps, row, document)
            except (Unavailable, Unreadable):
                raise
            except (StoreError, ValueError, TypeError, KeyError) as error:
                raise self._refused("load-document", name, error, row=row) from error
            count += 1
        return count

    def _statements(self, name: str) -> Statements:
        try:
            table = Statements(self._shapes.get(name, Shape(name)), compiled)
        except (StoreError, ValueError) as error:
            raise self._refused("load-table", name, error) from error
        if name not in self._shapes:
            for each in table.creation():
                self._connection.run(each)
        return table

    def _keep(self, table: Statements, steps: list[Step], row: str, document: Document) -> None:
        number = int(row)
        if abs(number) > LARGEST:
            raise ValueError("its id is too large")
        if not isinstance(document, dict):
            raise TypeError("it is not in braces")
        for step in steps:
            document = step(document)
        values = {"doc": encode(document), **table.shape.keys_of(document), "id": number}
        self._connection.insert(table, table.insert_at, values)

    def _refused(self, reason: str, table: str, error: Exception, **facts: object) -> Unreadable:
        told = say(error.reason, error.facts) if isinstance(error, StoreError) else f"{error}."
        return Unreadable(reason, path=self._path, table=table, cause=told, **facts)
