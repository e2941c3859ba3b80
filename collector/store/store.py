"""The store: honest TinyDB to the code above, trustworthy SQL rows beneath."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Self, TypeVar, cast

from tinydb import TinyDB

from collector.garden import Garden
from collector.store.database import Database
from collector.store.rows import Rows
from collector.store.shape import Shape
from collector.store.tables import SHAPES

T = TypeVar("T")


class Store(TinyDB):
    """A TinyDB on the file at `path`, made if it is missing. Raises Unavailable or Unreadable.

    Any method of TinyDB is a transaction of its own; `transact` joins several into one.
    """

    table_class = Rows  # type: ignore[assignment]  # TinyDB declares its own, not their base
    default_storage_class = Database  # type: ignore[assignment]
    _storage: Database

    def __init__(self, path: Path, shapes: Iterable[Shape] = SHAPES) -> None:
        super().__init__(path, shapes)

    @classmethod
    def open(cls, garden: Garden) -> Self:
        """The garden's store."""
        return cls(garden.database)

    def table(self, name: str, **options: Any) -> Rows:
        return cast("Rows", super().table(name, **options))

    def transact(self, act: "Callable[[Store], T]") -> T:
        """Do the act, all or nothing, and return what it returns once that is committed and synced.

        The act runs in another thread, may run twice, and holds up all others: it does no I/O,
        sends nothing and knows no request. What it reads includes what it wrote. Raises what the
        act raises, or Unavailable; then nothing of it was done.
        """
        return self._storage.transact(lambda: act(self))
