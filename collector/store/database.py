"""What stands beneath the tables: their statements, and acts within acts, on any engine."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sql

from collector.errors import SettingsError, Unavailable
from collector.garden import POSTGRES
from collector.store.engine import MEMORY, Connection, Engine, Place
from collector.store.memory import Memory
from collector.store.migrate import bring_up
from collector.store.shape import Shape
from collector.store.sqlite import Sqlite
from collector.store.statements import META, Statements, said_about, sql_name, tinydb_name

T = TypeVar("T")


class Database:
    """The database at `place`, made if it is missing. Raises Unavailable or Unreadable."""

    def __init__(self, place: Place, shapes: Iterable[Shape], backups: Path | None) -> None:
        self.engine = _engine(place)
        self._statements = {each.name: said_about(each, self.engine.compiled) for each in shapes}
        self.declared = frozenset(self._statements)
        bring_up(self.engine, list(self._statements.values()), backups)

    def transact(self, act: Callable[[], T]) -> T:
        """Do the act, all or nothing; inside another act it is a part of that one."""
        return self._part(act) if self.in_act else self.engine.carry_out(act)

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
        return self.engine.acting is not None

    def writing(self) -> Connection:
        """The act's connection. Raises Unavailable if the engine has given its transaction up."""
        connection = self.engine.acting
        if connection is None or not connection.in_transaction:
            raise Unavailable("store-failed", path=self.engine.place, cause="the act is over")
        return connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for one short read: inside an act the act's own."""
        acting = self.engine.acting
        if acting is not None:
            yield acting
        else:
            with self.engine.reading() as connection:
                yield connection

    def statements(self, name: str) -> Statements:
        """What is said about the table of this name."""
        if name not in self._statements:
            self._statements[name] = said_about(Shape(name), self.engine.compiled)
        return self._statements[name]

    def has_table(self, name: str) -> bool:
        """Whether the table is there; one that is not declared comes with its first document."""
        if name in self.declared:
            return True
        with self.reading() as connection:
            return connection.has_table(sql_name(name))

    def table_names(self) -> set[str]:
        """TinyDB's names of the tables that are there."""
        with self.reading() as connection:
            names = connection.table_names()
        return {tinydb_name(each) for each in names if each.startswith(("t_", "x_"))}

    def fact(self, name: str) -> str | None:
        """The store's own fact of this name."""
        asked = sql.select(META.c.value).where(META.c.name == sql.bindparam("name"))
        with self.reading() as connection:
            found = connection.run(str(self.engine.compiled(asked)), {"name": name}).fetchone()
        return None if found is None else str(found[0])

    def agree(self, name: str, value: str) -> str:
        """Keep a fact, unless another process did; what is kept."""
        keep = str(self.engine.compiled(sql.insert(META), ["name", "value"]))

        def act() -> str:
            found = self.fact(name)
            if found is None:
                self.writing().run(keep, {"name": name, "value": value})
            return found or value

        return self.transact(act)

    def save(self, path: Path) -> None:
        """Write all that is kept into a new SQLite file, as of one commit, while others write."""
        self.engine.save(path, [self.statements(each) for each in sorted(self.table_names())])

    def tidy(self) -> None:
        """Let nothing stay of what was removed, as far as the engine can. Raises Unavailable."""
        self.engine.tidy()

    def close(self) -> None:
        """Do what waits to be done, and let the database go."""
        self.engine.close()


def _engine(place: Place) -> Engine:
    if isinstance(place, Path):
        return Sqlite(place)
    if place == MEMORY:
        return Memory()
    if not place.startswith(POSTGRES):
        raise SettingsError("store-address")
    from collector.store.postgres import Postgres  # noqa: PLC0415  # its driver may be missing

    return Postgres(place)
