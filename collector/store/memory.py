"""A store in memory, for tests and rehearsals: one connection, gone with its process."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from collector.errors import Unavailable
from collector.store import engine
from collector.store.sqlite import Connection, compiled
from collector.store.statements import Compile, Statements

T = TypeVar("T")


class Memory:
    """SQLite without a file. Acts and reads take turns."""

    place = engine.MEMORY
    begin = "BEGIN"

    def __init__(self) -> None:
        self._turn = threading.RLock()
        self._connection = Connection.to_memory()
        self._acting = False
        self._closed = False

    @property
    def compiled(self) -> Compile:
        return compiled

    def prepare(self, make: Callable[[engine.Connection], None]) -> None:
        with self._turn:
            make(self._connection)

    def carry_out(self, act: Callable[[], T]) -> T:
        with self._turn:
            if self._closed:
                raise Unavailable("store-failed", path=self.place, cause="the store was closed")
            self._connection.run(self.begin)
            self._acting = True
            try:
                result = act()
                self._connection.run("COMMIT")
            finally:
                self._acting = False
                if self._connection.in_transaction:
                    self._connection.run("ROLLBACK")
        return result

    @property
    def acting(self) -> Connection | None:
        with self._turn:  # while one thread acts, no other comes here
            return self._connection if self._acting else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self._turn:
            yield self._connection

    def save(self, path: Path, tables: Iterable[Statements]) -> None:
        del tables  # all that there is, is copied
        with self._turn:
            self._connection.run("VACUUM INTO :path", {"path": str(path)})

    def tidy(self) -> None:
        """Nothing of it is ever on a disk."""

    def close(self) -> None:
        with self._turn:
            self._closed = True
            self._connection.close()
