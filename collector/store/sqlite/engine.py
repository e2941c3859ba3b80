"""The engine on one file: a writer for acts, a pool of connections for reads."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar, cast

from sqlalchemy.pool import QueuePool

from collector.errors import StoreError, Unavailable
from collector.store import engine
from collector.store.fork import in_each_child
from collector.store.lock import locked
from collector.store.sqlite.connection import Connection, compiled, opened, unreached
from collector.store.sqlite.standing import Standing
from collector.store.sqlite.writer import BEGIN, Writer
from collector.store.statements import Compile, Statements
from collector.store.sync import sync

T = TypeVar("T")

READERS = 16
"""Connections kept open for reading; when more read at once, more are opened."""

LIGHT = 100_000_000
"""Bytes of a file that is written anew within about a second, while writers wait."""


class Sqlite:
    """The file at `path`; `prepare` makes it if it is missing."""

    begin = BEGIN

    def __init__(self, path: Path) -> None:
        self.path = path
        self._standing = Standing(path)
        self._of_parents: list[object] = []
        self._begin()
        in_each_child(self._begin_anew)

    def _begin(self) -> None:
        self._here = threading.local()
        self._writer = Writer(self._standing, self._here)
        self._readers = QueuePool(
            lambda: Connection.to_file(self._standing),  # type: ignore[arg-type]  # it only lends it
            pool_size=READERS,
            max_overflow=-1,
            reset_on_return=None,
        )

    def _begin_anew(self) -> None:
        # What the parent opened is held on to: to close it here would disturb the parent.
        self._of_parents.append((self._here, self._writer, self._readers))
        self._begin()

    @property
    def place(self) -> Path:
        return self.path

    @property
    def compiled(self) -> Compile:
        return compiled

    def prepare(self, make: Callable[[engine.Connection], None]) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with locked(self._standing.lock_file):
                if self._standing.is_there():
                    _prepare(Connection.to_file(self._standing), make)
                else:
                    self._found(make)
        except OSError as error:
            told = unreached(error, self.path)
            if told.reason != "store-read-only" or not self._standing.is_there():
                raise told from error
            _prepare(Connection.to_file(self._standing), make)  # it can be read still

    def _found(self, make: Callable[[engine.Connection], None]) -> None:
        """Make the file aside: one that stands at the path is a whole store."""
        draft = self.path.with_name(f"{self.path.name}.new")
        for ending in ("", "-wal", "-shm"):
            draft.with_name(draft.name + ending).unlink(missing_ok=True)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDONLY, 0o600))
        _prepare(Connection(self.path, opened(draft)), make)
        draft.rename(self.path)
        sync(self.path.parent)

    def carry_out(self, act: Callable[[], T]) -> T:
        try:
            return self._writer.carry_out(act)
        except Unavailable as error:
            if error.reason != "store-read-only" or isinstance(error.__cause__, OSError):
                raise
        # SQLite lets nobody of a process write while any of it has the file for reading only.
        self._readers.dispose()
        self._readers = self._readers.recreate()
        return self._writer.carry_out(act)

    @property
    def acting(self) -> Connection | None:
        return getattr(self._here, "connection", None)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        lent = self._readers.connect()
        try:
            while not self._stands(cast("Connection", lent.dbapi_connection)):
                lent.invalidate()
                lent = self._readers.connect()
            yield cast("Connection", lent.dbapi_connection)
        except StoreError:
            lent.invalidate()
            raise
        finally:
            lent.close()

    def _stands(self, connection: Connection) -> bool:
        if connection.files == self._standing.look():
            return True
        try:
            with locked(self._standing.lock_file):
                connection.leave(self._standing)
        except OSError as error:
            raise unreached(error, self.path) from error
        return False

    def save(self, path: Path, tables: Iterable[Statements]) -> None:
        del tables  # all of the file is copied
        with self.reading() as connection:
            connection.run("VACUUM INTO :path", {"path": str(path)})

    def tidy(self) -> None:
        try:
            with locked(self._standing.lock_file):
                is_light = self.path.stat().st_size <= LIGHT
                with closing(Connection.to_file(self._standing)) as connection:
                    connection.forget(everywhere=is_light)
        except OSError as error:
            raise unreached(error, self.path) from error

    def close(self) -> None:
        self._writer.close()
        self._readers.dispose()


def _prepare(connection: Connection, make: Callable[[engine.Connection], None]) -> None:
    with closing(connection):
        connection.keep_log()
        make(connection)
