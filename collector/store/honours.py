"""The ideas of the months, as they were confirmed."""

from collector.entries import Honour, from_document
from collector.store import single, writes
from collector.store.store import Store
from collector.store.tables import PLACES

TABLE = PLACES[Honour][0]


def all_of_them(store: Store) -> list[Honour]:
    """The latest month first."""
    found = (from_document(Honour, each) for each in store.table(TABLE))
    return sorted(found, key=lambda each: each.month, reverse=True)


def of_challenge(store: Store, challenge: str) -> list[Honour]:
    """Those whose idea came in this challenge."""
    return [each for each in all_of_them(store) if each.challenge == challenge]


def of_month(store: Store, month: str) -> Honour | None:
    """The one of a month, if it was confirmed."""
    return single.find(store, Honour, month=month)


def remove_on(store: Store, about: str) -> int:
    """Within an act: an idea was the idea of no month."""
    return writes.remove_all(store, TABLE, about=about)
