"""The engine on one PostgreSQL: each act a transaction of its caller's thread, SERIALIZABLE.

Acts that came across each other are done again, until no more than one can tell the difference.
"""

import random
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar, cast

from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.pool import QueuePool

from collector.errors import Unavailable, Unreadable
from collector.store import engine
from collector.store.fork import in_each_child
from collector.store.postgres.address import Address
from collector.store.postgres.connection import Connection, compiled
from collector.store.postgres.save import save
from collector.store.postgres.trouble import Collided, Severed
from collector.store.statements import Compile, Statements

T = TypeVar("T")

MOST = 16
"""Connections of a process; a thread uses one at a time."""

PATIENCE = 10
"""Seconds that an act waits for a connection, and is done again and again."""

PAUSE = 0.1
"""The longest, in seconds, between two tries of an act."""

OPENING = 1_768_186_980
"""Whoever makes or changes the tables of a store holds the database's lock of this number."""

FIT = """
SELECT current_setting('server_encoding') = 'UTF8', current_setting('fsync') = 'on'
"""


class Postgres:
    """The database at `url`, as `postgresql+psycopg://user:password@host/database`."""

    begin = "BEGIN ISOLATION LEVEL SERIALIZABLE"

    def __init__(self, url: str) -> None:
        self._address = Address(url)
        self._of_parents: list[object] = []
        self._begin()
        in_each_child(self._begin_anew)

    def _begin(self) -> None:
        self._here = threading.local()
        self._closed = False
        self._pool = QueuePool(
            lambda: Connection.to(self._address),  # type: ignore[arg-type]  # it only lends it
            pool_size=MOST,
            max_overflow=0,
            timeout=PATIENCE,
            reset_on_return=None,
            use_lifo=True,
        )

    def _begin_anew(self) -> None:
        # What the parent opened is held on to: to close it here would disturb the parent.
        self._of_parents.append((self._here, self._pool))
        self._begin()

    @property
    def place(self) -> str:
        return self._address.shown

    @property
    def compiled(self) -> Compile:
        return compiled

    def prepare(self, make: Callable[[engine.Connection], None]) -> None:
        with closing(Connection.to(self._address)) as connection:
            encoded, synced = connection.run(FIT).fetchone()
            if not encoded:
                raise Unreadable("database-encoding", path=self.place)
            if not synced:
                raise Unavailable("database-unsynced", path=self.place)
            connection.run("SET lock_timeout = 0")
            connection.run("SELECT pg_advisory_lock(%(number)s)", {"number": OPENING})
            make(connection)

    def carry_out(self, act: Callable[[], T]) -> T:
        end = time.monotonic() + PATIENCE
        longest, severed = 0.001, False
        while True:
            try:
                return self._try(act)
            except Severed:
                if severed:
                    raise
                severed = True
            except Collided:
                if time.monotonic() > end:
                    raise
                time.sleep(random.uniform(0, longest))  # noqa: S311  # only to come apart
                longest = min(PAUSE, 2 * longest)

    def _try(self, act: Callable[[], T]) -> T:
        with self._lent() as connection:
            self._here.connection = connection
            try:
                connection.run(self.begin)
                result = act()
                connection.commit()
            finally:
                self._here.connection = None
                connection.roll_back()
        return result

    @property
    def acting(self) -> Connection | None:
        return getattr(self._here, "connection", None)

    def reading(self) -> AbstractContextManager[Connection]:
        return self._lent()

    @contextmanager
    def _lent(self) -> Iterator[Connection]:
        """A connection that stands; what is cut off meanwhile is not lent again."""
        lent = self._lend()
        while not (connection := cast("Connection", lent.dbapi_connection)).stands:
            lent.invalidate()
            lent = self._lend()
        try:
            yield connection
        finally:
            if self._closed or not connection.rests:
                lent.invalidate()
            lent.close()

    def _lend(self) -> Any:
        if self._closed:
            raise Unavailable("store-failed", path=self.place, cause="the store was closed")
        try:
            return self._pool.connect()
        except NoneFree as error:
            raise Unavailable("database-busy", path=self.place, cause=str(error)) from error

    def save(self, path: Path, tables: Iterable[Statements]) -> None:
        with closing(Connection.to(self._address)) as connection:
            save(connection, path, tables)

    def tidy(self) -> None:
        with closing(Connection.to(self._address)) as connection:
            connection.run("VACUUM")

    def close(self) -> None:
        self._closed = True
        self._pool.dispose()
