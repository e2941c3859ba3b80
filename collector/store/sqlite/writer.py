"""The one thread of a process that writes: it carries out all acts that wait in one commit.

    caller ──act──► waiting ──► [BEGIN · act · act · act · COMMIT] ──result──► caller

A caller goes on only once its act is committed and synced. Where an act is refused, all are
begun again, each in a savepoint, so that it does not undo its neighbours. Between processes a
lock on a file decides who writes next.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from collector.errors import StoreError, Unavailable, Unreadable
from collector.store.lock import locked
from collector.store.sqlite.connection import Connection, unreached
from collector.store.sqlite.standing import Standing

T = TypeVar("T")

BEGIN = "BEGIN IMMEDIATE"

MOST = 256
"""Acts in one commit."""

PATIENCE = 10
"""Seconds that an act waits for its turn; one that has begun is always waited for."""


@dataclass(eq=False)
class Task:
    """An act, and whoever waits for it."""

    act: Callable[[], Any]
    result: Any = None
    error: BaseException | None = None
    unsettled: threading.Lock = field(default_factory=threading.Lock)
    """Held until the act is settled: the lightest thing that a thread can wait for."""

    def __post_init__(self) -> None:
        self.unsettled.acquire()

    def settle(self) -> None:
        self.unsettled.release()

    def is_settled(self, patience: float = -1) -> bool:
        """Wait so many seconds, or for ever."""
        return self.unsettled.acquire(timeout=patience)


class Writer:
    """Carries out acts. `here.connection` is the writer's own inside an act, and only there."""

    def __init__(self, standing: Standing, here: threading.local) -> None:
        self._standing = standing
        self._path = standing.path
        self._here = here
        self._changed = threading.Condition()
        self._waiting: deque[Task] = deque()
        self._begun: list[Task] = []
        self._thread: threading.Thread | None = None
        self._connection: Connection | None = None
        self._closed = False

    def carry_out(self, act: Callable[[], T]) -> T:
        """Do the act in one transaction. Raises what it raises, or Unavailable: it was not done."""
        task = Task(act)
        with self._changed:
            if self._closed:
                raise Unavailable("store-failed", path=self._path, cause="the store was closed")
            if self._thread is None:
                self._thread = self._started()
            self._waiting.append(task)
            self._changed.notify()
        if not task.is_settled(PATIENCE):
            if self._withdraw(task):
                raise Unavailable("store-busy", path=self._path, cause="no turn came")
            task.is_settled()
        if task.error is not None:
            raise task.error
        result: T = task.result
        return result

    def _started(self) -> threading.Thread:
        thread = threading.Thread(target=self._work, name="writer", daemon=True)
        try:
            thread.start()
        except RuntimeError as error:
            raise Unavailable("store-failed", path=self._path, cause=str(error)) from error
        return thread

    def _withdraw(self, task: Task) -> bool:
        """Take the task back; False if the writer has begun it."""
        with self._changed:
            if task not in self._waiting:
                return False
            self._waiting.remove(task)
            return True

    def close(self) -> None:
        """Finish what waits, then end the thread."""
        with self._changed:
            self._closed, thread = True, self._thread
            self._changed.notify()
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        cause: BaseException = RuntimeError("the store was closed")
        try:
            while self._is_there_work():
                self._write_batch()
        except BaseException as error:
            cause = error
            raise
        finally:
            self._retire(cause)

    def _is_there_work(self) -> bool:
        with self._changed:
            while not self._waiting and not self._closed:
                self._changed.wait()
            return bool(self._waiting)

    def _write_batch(self) -> None:
        try:
            with locked(self._standing.lock_file):
                connection = self._connected()
                self._begun = self._take(MOST)
                self._commit(connection, self._begun)
        except (StoreError, OSError) as error:
            self._discard()
            self._fail(self._begun or self._take(MOST), error)
        else:
            for task in self._begun:
                task.settle()
        self._begun = []

    def _take(self, most: int) -> list[Task]:
        with self._changed:
            return [self._waiting.popleft() for _ in range(min(len(self._waiting), most))]

    def _connected(self) -> Connection:
        if self._connection is not None and self._connection.files != self._standing.look():
            self._connection.leave(self._standing)
            self._connection = None
        if self._connection is None:
            self._connection = Connection.to_file(self._standing)
        return self._connection

    def _commit(self, connection: Connection, batch: list[Task]) -> None:
        """All acts at once; where one of them fails, all again, each in a savepoint."""
        if not self._at_once(connection, batch):
            self._one_by_one(connection, batch)

    def _at_once(self, connection: Connection, batch: list[Task]) -> bool:
        """Savepoints cost as much as an act's own writing, and acts hardly ever fail."""
        with self._transaction(connection):
            try:
                for task in batch:
                    task.result = task.act()
            except BaseException:  # noqa: BLE001  # it comes again, alone, and is told then
                return False
            if not connection.in_transaction:
                return False
            connection.run("COMMIT")
        return True

    def _one_by_one(self, connection: Connection, batch: list[Task]) -> None:
        with self._transaction(connection):
            for task in batch:
                self._try(connection, task)
            connection.run("COMMIT")

    @contextmanager
    def _transaction(self, connection: Connection) -> Iterator[None]:
        """What is not committed at its end is undone."""
        connection.run(BEGIN)
        self._here.connection = connection
        try:
            yield
        finally:
            self._here.connection = None
            if connection.in_transaction:
                connection.run("ROLLBACK")

    def _try(self, connection: Connection, task: Task) -> None:
        connection.run("SAVEPOINT act")
        try:
            task.result = task.act()
        except BaseException as error:  # noqa: BLE001  # whatever an act raises is its caller's
            task.error = error
            if connection.in_transaction:
                connection.run("ROLLBACK TO act")
        if not connection.in_transaction:
            # A full disk makes SQLite roll everything back, the neighbours' acts too.
            cause = task.error or RuntimeError("an act ended the transaction")
            raise _not_done(cause, self._path) from cause
        connection.run("RELEASE act")

    def _discard(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _fail(self, tasks: list[Task], error: BaseException) -> None:
        for task in tasks:
            task.error = _not_done(error, self._path)
            task.settle()

    def _retire(self, cause: BaseException) -> None:
        try:
            self._discard()
        finally:
            with self._changed:
                self._thread = None
                stranded = [*self._begun, *self._take(len(self._waiting))]
                self._begun = []
            self._fail(stranded, cause)


def _not_done(error: BaseException, path: Path) -> StoreError:
    """One caller's own error; the same one raised in many threads would tangle their traces."""
    if isinstance(error, (Unavailable, Unreadable)):
        made: StoreError = type(error)(error.reason, **error.facts)
    elif isinstance(error, OSError):
        made = unreached(error, path)
    else:
        made = Unavailable("store-failed", path=path, cause=str(error))
    made.__cause__ = error
    return made
