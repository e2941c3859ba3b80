"""The port between the tables and the database beneath: what every engine does in its own way.

A *place* is where the store is: a file's path (SQLite), `MEMORY`, or the address of a
PostgreSQL database.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol, TypeAlias, TypeVar

from collector.store.statements import Compile, Statements

T = TypeVar("T")

Place: TypeAlias = Path | str

MEMORY = ":memory:"
"""A store that ends with its process."""


class Cursor(Protocol):
    """What a statement brought."""

    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...


class Connection(Protocol):
    """One connection of an engine's driver. It never begins a transaction by itself."""

    @property
    def in_transaction(self) -> bool:
        """Whether what was begun still stands; engines may give a transaction up."""

    def run(self, statement: str, values: Mapping[str, Any] | None = None) -> Cursor:
        """Run one statement. Raises Taken, Unavailable or Unreadable."""

    def insert(self, table: Statements, statement: str, values: Mapping[str, Any]) -> int:
        """Run one of the table's inserts; the new row's id. Raises what `run` raises.

        After Taken the act may go on: nothing else of it is undone.
        """

    def page(self, statement: str, values: Mapping[str, Any], most: int) -> list[tuple[int, str]]:
        """The first rows of a read: `most` of them, or fewer once they hold a megabyte."""

    def has_table(self, name: str) -> bool:
        """Whether the SQL table of this name is there."""

    def table_names(self) -> set[str]:
        """The SQL tables that are there."""

    def columns(self, table: str) -> set[str]:
        """The columns of an SQL table."""

    def indexes(self, table: str) -> set[str]:
        """The indexes of an SQL table that were made by `CREATE INDEX`."""


class Engine(Protocol):
    """One database: one file, or one PostgreSQL.

    What a process opened is its own: a child forked from it begins anew.
    """

    @property
    def place(self) -> Place:
        """Where it is, as messages may name it: without passwords."""

    @property
    def begin(self) -> str:
        """The statement that an act begins with."""

    @property
    def compiled(self) -> Compile:
        """What puts a statement into the engine's words: one function for all of its kind."""

    def prepare(self, make: Callable[[Connection], None]) -> None:
        """Reach the database, and `make` in it what is missing; one process at a time.

        Raises Unavailable or Unreadable.
        """

    def carry_out(self, act: Callable[[], T]) -> T:
        """Do the act in one transaction; it may run twice, and in another thread.

        Returns once that is committed and synced. Raises what the act raises, or Unavailable:
        then nothing of it was done.
        """

    @property
    def acting(self) -> Connection | None:
        """The connection of the act that this thread is carrying out."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for one short read of the last commit. Raises Unavailable."""

    def save(self, path: Path, tables: Iterable[Statements]) -> None:
        """Write all that is kept into a new SQLite file, as of one commit, while others write."""

    def tidy(self) -> None:
        """Let nothing stay of what was removed, as far as this engine can. Raises Unavailable."""

    def close(self) -> None:
        """Do what waits to be done, and let the database go."""
