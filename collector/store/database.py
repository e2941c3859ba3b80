"""What stands beneath the tables: one file of SQL rows, one writer, many readers."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar, cast

from sqlalchemy.pool import QueuePool

from collector.errors import StoreError, Unavailable
from collector.store import sqlite
from collector.store.fork import in_each_child
from collector.store.shape import Shape
from collector.store.sqlite import Connection
from collector.store.standing import Standing
from collector.store.statements import Statements
from collector.store.tables import VERSION
from collector.store.writer import Writer

T = TypeVar("T")

READERS = 16
"""Connections kept open for reading; when more read at once, more are opened."""


class Database:
    """The file at `path`, made if it is missing. Raises Unavailable or Unreadable.

    What a process opened is its own: a child forked from it begins anew.
    """

    def __init__(self, path: Path, shapes: Iterable[Shape]) -> None:
        self.path = path
        self._standing = Standing(path)
        self._statements = {each.name: Statements(each, sqlite.compiled) for each in shapes}
        self.declared = frozenset(self._statements)
        sqlite.prepare(self._standing, self._statements.values(), VERSION)
        self._of_parents: list[object] = []
        self._begin()
        in_each_child(self._begin_anew)

    def _begin(self) -> None:
        self._here = threading.local()
        self._writer = Writer(self._standing, self._here)
        self._readers = QueuePool(
            lambda: Connection(self._standing),  # type: ignore[arg-type]  # the pool only lends it
            pool_size=READERS,
            max_overflow=-1,
            reset_on_return=None,
        )

    def _begin_anew(self) -> None:
        # What the parent opened is held on to: to close it here would disturb the parent.
        self._of_parents.append((self._here, self._writer, self._readers))
        self._begin()

    def transact(self, act: Callable[[], T]) -> T:
        """Do the act, all or nothing; inside another act it is a part of that one."""
        return self._part(act) if self.in_act else self._writer.carry_out(act)

    def _part(self, act: Callable[[], T]) -> T:
        connection = self.writing()
        connection.run("SAVEPOINT part")
        try:
            result = act()
        except BaseException:
            if connection.in_transaction:
                connection.run("ROLLBACK TO part")
                connection.run("RELEASE part")
            raise
        self.writing().run("RELEASE part")
        return result

    @property
    def in_act(self) -> bool:
        """Whether this thread is carrying out an act."""
        return getattr(self._here, "connection", None) is not None

    def writing(self) -> Connection:
        """The act's connection. Raises Unavailable if the engine has given its transaction up."""
        connection: Connection | None = getattr(self._here, "connection", None)
        if connection is None or not connection.in_transaction:
            raise Unavailable("store-failed", path=self.path, cause="the act is over")
        return connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for one short read: inside an act the act's own."""
        if self.in_act:
            yield self._here.connection
            return
        lent = self._readers.connect()
        try:
            while not cast("Connection", lent.dbapi_connection).stands():
                lent.invalidate()
                lent = self._readers.connect()
            yield cast("Connection", lent.dbapi_connection)
        except StoreError:
            lent.invalidate()
            raise
        finally:
            lent.close()

    def statements(self, name: str) -> Statements:
        """What is said about the table of this name."""
        if name not in self._statements:
            self._statements[name] = Statements(Shape(name), sqlite.compiled)
        return self._statements[name]

    def has_table(self, name: str) -> bool:
        """Whether the table is there; one that is not declared comes with its first document."""
        if name in self.declared:
            return True
        with self.reading() as connection:
            return sqlite.has_table(connection, name)

    def table_names(self) -> set[str]:
        with self.reading() as connection:
            return sqlite.table_names(connection)

    def close(self) -> None:
        """Do what waits to be done, and let the file go."""
        self._writer.close()
        self._readers.dispose()
