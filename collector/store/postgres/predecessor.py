"""The database at the store's address, when another store is to take its place."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Self, cast

from collector.errors import Unavailable
from collector.store import sqlite
from collector.store.copies.draft import backing_up, drafted
from collector.store.copies.inspection import resting
from collector.store.copies.tombstones import erased_refs
from collector.store.postgres.address import Address
from collector.store.postgres.connection import SET_NEXT, Connection, compiled
from collector.store.postgres.driver import psycopg
from collector.store.postgres.engine import OPENING
from collector.store.postgres.save import save
from collector.store.postgres.trouble import Collided, explained
from collector.store.shape import Shape
from collector.store.statements import Statements, tinydb_name
from collector.store.tables import SHAPES

HOLD = "SET lock_timeout = '60s'; SET idle_in_transaction_session_timeout = 0"
"""Acts that were begun are waited for; making a copy of all that is kept takes its time."""

TRIES = 20
"""How often acts may be in the way, each time for about a second."""

KNOWN = {each.name: each for each in SHAPES}


class Predecessor:
    """The database, which nobody else writes; those who read it see the last commit."""

    def __init__(self, address: Address, connection: Connection) -> None:
        self.erased = erased_refs(connection)
        self._address = address
        self._connection = connection
        self._tables = _tables(connection)

    @classmethod
    @contextmanager
    def held(cls, url: str) -> Iterator[Self]:
        """It, in a transaction that holds its tables. Raises Unavailable."""
        address = Address(url)
        with closing(Connection.to(address)) as connection:
            connection.run(HOLD)
            connection.run("SELECT pg_advisory_lock(%(number)s)", {"number": OPENING})
            _hold_tables(connection)
            yield cls(address, connection)

    def give_way(self, path: Path, copy: Path, load: Callable[[Path], None]) -> Path:
        """Hold what the store at `path` holds, in one commit; where the copy is of what stood."""
        another = closing(Connection.to(self._address))
        with backing_up(copy), drafted(copy) as draft, another as other:
            save(other, draft, self._tables.values())
            load(draft)
        with resting(path) as successor:
            wanted = _tables(successor)
            for name in sorted(self._tables.keys() - wanted.keys()):
                self._connection.run(self._tables[name].drop)
            for name in sorted(wanted):
                self._fill(wanted[name], successor)
        self._connection.commit()
        return copy

    def _fill(self, table: Statements, successor: sqlite.Connection) -> None:
        name = table.table.name
        if name in self._tables:
            self._connection.run(table.clear)
        else:
            for each in table.creation():
                self._connection.run(each)
        columns = ", ".join(f'"{each}"' for each in ("id", "doc", *table.shape.keys))
        rows = successor.run(f"SELECT {columns} FROM {name} ORDER BY id")  # noqa: S608  # our own
        try:
            with self._connection.driver.cursor() as cursor:
                self._copy(cursor, f"COPY {name} ({columns}) FROM STDIN", rows)
        except psycopg.Error as error:
            ended = self._connection.driver.closed
            raise explained(error, self._address.shown, ended=ended) from error
        last = "SELECT seq FROM sqlite_sequence WHERE name = :name"
        for (given,) in successor.run(last, {"name": name}).fetchall():
            self._connection.run(SET_NEXT, {"table": name, "id": given})
        self._connection.run(f"ANALYZE {name}")  # what was true of the old is not of the new

    def _copy(self, cursor: Any, statement: str, rows: Any) -> None:
        with cursor.copy(cast("Any", statement)) as copy:
            for row in rows:
                copy.write_row(row)


def _hold_tables(connection: Connection) -> None:
    """Begin, and let nobody else write; an act that holds what comes later goes first."""
    names = ", ".join(sorted(_tables(connection)))
    for _ in range(TRIES):
        connection.run("BEGIN")
        try:
            connection.run(f"LOCK TABLE {names} IN EXCLUSIVE MODE")
        except Collided:
            connection.roll_back()
        else:
            return
    raise Unavailable("database-busy", path=connection.place, cause="others write without a pause")


def _tables(connection: Connection | sqlite.Connection) -> dict[str, Statements]:
    """What PostgreSQL is told about the tables that are there, by their SQL names."""
    ours = sorted(each for each in connection.table_names() if each.startswith(("t_", "x_")))
    shapes = {each: tinydb_name(each) for each in ours}
    return {
        each: Statements(KNOWN.get(name, Shape(name)), compiled) for each, name in shapes.items()
    }
