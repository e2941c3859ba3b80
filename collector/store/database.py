"""Where TinyDB's tables are kept: one file of SQL rows, one writer, many readers.

To TinyDB this is its storage. `read` and `write` take and give everything at once, as TinyDB's
port wants it; our tables never use them.
"""

import json
import os
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar, cast

from sqlalchemy.pool import QueuePool
from tinydb.storages import Storage

from collector.errors import Unavailable
from collector.store import sqlite
from collector.store.shape import Shape
from collector.store.sqlite import Connection
from collector.store.statements import Statements
from collector.store.tables import SHAPES, VERSION
from collector.store.writer import Writer

T = TypeVar("T")

READERS = 16
"""Connections kept open for reading; more are opened when more read at once."""


class Database(Storage):
    """The file at `path`, made if it is missing. Raises Unavailable or Unreadable."""

    def __init__(self, path: Path, shapes: Iterable[Shape] = SHAPES) -> None:
        self.path = path
        self._statements = {each.name: Statements(each, sqlite.compiled) for each in shapes}
        self._declared = frozenset(self._statements)
        sqlite.prepare(path, self._statements.values(), VERSION)
        self._abandoned: list[Any] = []
        self._begin()
        myself = weakref.WeakMethod(self._after_fork)
        os.register_at_fork(after_in_child=lambda: (again := myself()) and again())

    def _begin(self) -> None:
        self._current = threading.local()
        self._writer = Writer(self.path, self._current)
        self._pool = QueuePool(
            lambda: Connection(self.path),  # type: ignore[arg-type]  # the pool only lends it
            pool_size=READERS,
            max_overflow=-1,
            reset_on_return=None,
        )

    def _after_fork(self) -> None:
        """A child never touches, nor closes, what its parent opened."""
        self._abandoned.append((self._current, self._writer, self._pool))
        self._begin()

    def transact(self, act: Callable[[], T]) -> T:
        """Do the act, all or nothing; inside another act it is a part of that one."""
        connection = self.acting()
        if connection is None:
            return self._writer.carry_out(act)
        return self._inside(connection, act)

    def _inside(self, connection: Connection, act: Callable[[], T]) -> T:
        connection.run("SAVEPOINT part")
        try:
            result = act()
        except BaseException:
            if connection.in_transaction:
                connection.run("ROLLBACK TO part")
                connection.run("RELEASE part")
            raise
        connection.run("RELEASE part")
        return result

    def acting(self) -> Connection | None:
        """The connection of the act that this thread is in."""
        return getattr(self._current, "connection", None)

    def writing(self) -> Connection:
        """The act's connection. Raises Unavailable where its transaction is gone."""
        connection = self.acting()
        if connection is None or not connection.in_transaction:
            raise Unavailable("store-failed", path=self.path, cause="the act is over")
        return connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read from: the act's own inside an act."""
        connection = self.acting()
        if connection is not None:
            yield connection
            return
        lent = self._pool.connect()
        try:
            yield cast("Connection", lent.dbapi_connection)
        finally:
            lent.close()

    def statements(self, name: str) -> Statements:
        """What is said about the table of this name."""
        if name not in self._statements:
            self._statements[name] = Statements(Shape(name), sqlite.compiled)
        return self._statements[name]

    def is_there(self, name: str) -> bool:
        """Whether the table exists; one that is not declared comes with its first document."""
        return name in self._declared or name in self.table_names()

    def table_names(self) -> set[str]:
        with self.reading() as connection:
            return sqlite.table_names(connection)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Everything at once: {table: {id: document}}; None if there is no table at all."""
        return {name: self._read(name) for name in sorted(self.table_names())} or None

    def _read(self, name: str) -> dict[str, Any]:
        with self.reading() as connection:
            rows = connection.run(self.statements(name).all, {"after": -(2**63)})
            return {str(row): json.loads(doc) for row, doc in rows}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace everything."""
        raise NotImplementedError

    def close(self) -> None:
        """Finish what waits to be written and let the file go."""
        self._writer.close()
        self._pool.dispose()
