"""Everything of one kind that is kept of a challenge, read as it is needed; and how much it is."""

from collections.abc import Iterator
from typing import TypeVar

from collector.store.store import Store
from collector.store.stream import everything
from collector.store.tables import PLACES

T = TypeVar("T")


def of(store: Store, kind: type[T], challenge: str) -> Iterator[T]:
    """In the order in which it was kept."""
    return everything(store, kind, challenge=challenge)


def number(store: Store, kind: type[object], challenge: str) -> int:
    """How many there are."""
    return store.table(PLACES[kind][0]).number(challenge=challenge)
