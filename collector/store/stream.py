"""Entries of every kind in one stream, as they came: read from a place up to a place.

A place names the last entry of each kind that was read, in the order of `KINDS`: `k3….7f..`.
"""

import heapq
from collections.abc import Collection, Iterator, Mapping
from itertools import repeat, takewhile
from typing import Any, TypeAlias, TypeVar

from collector.entries import KINDS, Entry, State, from_document
from collector.store.statements import BEFORE_ALL
from collector.store.store import Store
from collector.store.tables import PLACES

T = TypeVar("T")
E = TypeVar("E", bound=Entry)

Challenges: TypeAlias = str | Collection[str] | None
"""One by its slug, several, or (None) all."""


def entries(
    store: Store,
    *states: State,
    challenge: Challenges = None,
    kinds: Collection[type[Entry]] = KINDS,
    after: str = "",
    until: str = "",
) -> Iterator[Entry]:
    """Entries together; of any state, challenge and kind unless some are named.

    `after` is the `place` of the last one that was read before, `until` that of the last one to
    be read.
    """
    keys, ends = named_keys(states, challenge=challenge), _last(until)
    found = (
        _between(store, kind, ref, ends[kind] if until else None, keys)
        for kind, ref in _last(after).items()
        if kind in kinds
    )
    return heapq.merge(*found, key=lambda each: each.received)


def _between(
    store: Store, kind: type[Entry], after: str, until: str | None, keys: Mapping[str, Any]
) -> Iterator[Entry]:
    """Of one kind those that were kept after the entry of this name, up to that one."""
    rows = store.table(PLACES[kind][0]).find(_row(store, kind, after), **keys)
    if until is not None:
        end = _row(store, kind, until)
        rows = takewhile(lambda row: row.doc_id <= end, rows)
    return (from_document(kind, each) for each in rows)


def end(store: Store) -> str:
    """The place of the newest entries there are."""
    return ".".join(_newest(store, kind) for kind in KINDS)


def _newest(store: Store, kind: type[Entry]) -> str:
    rows = store.table(PLACES[kind][0])
    found = rows.get(doc_id=rows.last())
    return str(found["ref"]) if isinstance(found, Mapping) else ""


def latest(
    store: Store, kind: type[E], most: int, *states: State, challenge: Challenges = None
) -> Iterator[E]:
    """Those among the newest `most` of a kind, in the order in which they were kept."""
    rows = store.table(PLACES[kind][0])
    begins = max(rows.last() - most, BEFORE_ALL)
    return everything(store, kind, begins, **named_keys(states, challenge=challenge))


def place(read: Collection[Entry], after: str = "") -> str:
    """Where a reading of `entries` that began `after` stands once these were read."""
    return ".".join((_last(after) | {type(each): each.ref for each in read}).values())


def _last(after: str) -> dict[type[Entry], str]:
    """The ref of the last entry that was read of each kind; empty where none was."""
    refs = [*after.split("."), *repeat("", len(KINDS))]
    return dict(zip(KINDS, refs, strict=False))


def everything(store: Store, kind: type[T], after: int = BEFORE_ALL, /, **keys: Any) -> Iterator[T]:
    """Every one of a kind with these keys, after the row of that id."""
    rows = store.table(PLACES[kind][0]).find(after, **keys)
    return (from_document(kind, each) for each in rows)


def _row(store: Store, kind: type[object], ref: str) -> int:
    """The id of the entry's row; where there is none, the one before all others."""
    found = store.table(PLACES[kind][0]).first(ref=ref)
    return BEFORE_ALL if found is None else found.doc_id


def named_keys(states: tuple[State, ...], **named: Challenges) -> dict[str, Any]:
    """The keys that were named; of any state where none was."""
    keys: dict[str, Any] = {key: value for key, value in named.items() if value is not None}
    return {**keys, "state": states} if states else keys
