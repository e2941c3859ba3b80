"""One thing that is kept, of whatever kind: found by its keys, kept in the place of another."""

from typing import TypeVar

from collector.entries import from_document, to_document
from collector.store.store import Store
from collector.store.tables import PLACES

T = TypeVar("T")


def find(store: Store, kind: type[T], /, **keys: str) -> T | None:
    """The first of this kind with these keys; None if there is none."""
    found = store.table(PLACES[kind][0]).first(**keys)
    return None if found is None else from_document(kind, found)


def put(store: Store, thing: object, /, **keys: str) -> None:
    """Within an act: keep it in place of the one with these keys, if there is one."""
    rows = store.table(PLACES[type(thing)][0])
    found = rows.first(**keys)
    if found is None:
        rows.insert(to_document(thing))
    else:
        rows.update(to_document(thing), doc_ids=[found.doc_id])
