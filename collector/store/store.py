"""The store: honest TinyDB to the code above, SQL rows beneath.

    store.table("ideas").search(where("challenge") == "new-breads")
    store.transact(lambda store: …)

What differs from TinyDB, and nothing else: there is no query cache; ids are never given twice
and give the order; a long read is made of short ones, each of the last commit; NaN, what is nested
deeper than a hundred and ids beyond 2**53 are refused; the declared tables of `tables.py` are
always there, and dropping one empties it; a table's name is not long; `storage` is not TinyDB's.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Self, TypeVar, cast

from tinydb import TinyDB

from collector.garden import Garden
from collector.store.database import Database
from collector.store.engine import Place
from collector.store.mark import compare
from collector.store.rows import Rows
from collector.store.shape import Shape
from collector.store.tables import SHAPES

T = TypeVar("T")


class Store(TinyDB):
    """A TinyDB on the database at `place`, made if it is missing. Raises Unavailable or Unreadable.

    `backups` is the folder for a copy of an older store, before it is brought up to date.
    Any method of TinyDB is a transaction of its own; `transact` joins several into one.
    """

    table_class = Rows  # type: ignore[assignment]  # TinyDB names its own classes, not a port
    default_storage_class = Database  # type: ignore[assignment]
    _storage: Database  # type: ignore[assignment]

    def __init__(
        self, place: Place, shapes: Iterable[Shape] = SHAPES, backups: Path | None = None
    ) -> None:
        super().__init__(place, shapes, backups)

    @classmethod
    def open(cls, garden: Garden) -> Self:
        """The garden's store. Raises SettingsError if others who share it have another key."""
        store = cls(garden.place, backups=garden.backups)
        if garden.shared:
            try:
                compare(store, garden.secret)
            except BaseException:
                store.close()
                raise
        return store

    def transact(self, act: "Callable[[Store], T]") -> T:
        """Do the act, all or nothing; return what it returns, once that is committed and synced.

        The act runs in another thread, may run twice, and holds up all others: it does no I/O,
        sends nothing and knows no request. What it reads includes what it wrote. Raises what the
        act raises, or Unavailable; then nothing of it was done.
        """
        return self._storage.transact(lambda: act(self))

    def fact(self, name: str) -> str | None:
        """What the store itself is to know: no document, and in no dump."""
        return self._storage.fact(name)

    def agree(self, name: str, value: str) -> str:
        """Keep such a fact unless another process did; what is kept."""
        return self._storage.agree(name, value)

    def tidy(self) -> None:
        """Let nothing stay in the database of what was removed. Raises Unavailable."""
        self._storage.tidy()

    def save(self, path: Path) -> None:
        """Write all that is kept into a new SQLite file, as of one commit, while others write."""
        self._storage.save(path)

    def table(self, name: str, **options: Any) -> Rows:
        return cast("Rows", super().table(name, **options))

    def tables(self) -> set[str]:
        return self._storage.table_names()

    def drop_table(self, name: str) -> None:
        self.table(name).drop()
        self._tables.pop(name, None)

    def drop_tables(self) -> None:
        def act(store: Store) -> None:
            for name in store.tables():
                store.drop_table(name)

        self.transact(act)
