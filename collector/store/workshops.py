"""Workshops as they are kept, with their seats and what was written in them."""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from collector.entries import (
    Idea,
    Seat,
    Workshop,
    Written,
    from_document,
    new_reference,
    to_document,
)
from collector.errors import Conflict, Unknown
from collector.store import single, writes
from collector.store.store import Store

AT_ONCE = 100
"""Ideas that one question asks for."""


def find(store: Store, ref: str) -> Workshop | None:
    """The workshop of this name."""
    return single.find(store, Workshop, ref=ref)


def by_code(store: Store, code: str) -> Workshop | None:
    """The workshop that this code opens, or opened."""
    return single.find(store, Workshop, code=code)


def of_challenge(store: Store, challenge: str) -> list[Workshop]:
    """All of a challenge, the newest first."""
    found = store.table("workshops").find(challenge=challenge)
    return sorted((from_document(Workshop, each) for each in found), key=_made, reverse=True)


def open_ones(store: Store) -> list[Workshop]:
    """Those that nobody has ended."""
    found = (from_document(Workshop, each) for each in store.table("workshops"))
    return [each for each in found if each.ended is None]


def put(store: Store, workshop: Workshop, revision: int) -> Workshop:
    """Within an act: keep it in place of its `revision`, as the next one.

    Raises Unknown if it is not kept at all, Conflict if another revision is.
    """
    rows = store.table("workshops")
    found = rows.first(ref=workshop.ref)
    if found is None:
        raise Unknown("no-workshop")
    if found["revision"] != revision:
        raise Conflict("workshop-changed")
    kept = replace(workshop, revision=revision + 1)
    rows.update(to_document(kept), doc_ids=[found.doc_id])
    return kept


def seat(store: Store, workshop: str, who: str) -> Seat | None:
    """The participant's seat."""
    return single.find(store, Seat, workshop=workshop, who=who)


def seats(store: Store, workshop: str) -> list[Seat]:
    """All who came."""
    return [from_document(Seat, each) for each in store.table("seats").find(workshop=workshop)]


def number_of_seats(store: Store, workshop: str) -> int:
    """How many came."""
    return store.table("seats").number(workshop=workshop)


def put_seat(store: Store, seat: Seat) -> None:
    """Within an act: keep the seat in place of the one that was this participant's."""
    single.put(store, seat, workshop=seat.workshop, who=seat.who)


def written(store: Store, workshop: str) -> list[Written]:
    """What was written, in the order in which it came."""
    rows = store.table("written").find(workshop=workshop)
    return [from_document(Written, each) for each in rows]


def number_written(store: Store, workshop: str, who: str) -> int:
    """How many ideas this participant wrote."""
    return store.table("written").number(workshop=workshop, who=who)


def about(store: Store, idea: str) -> Written | None:
    """In which workshop an idea was written."""
    return single.find(store, Written, idea=idea)


def ideas(store: Store, workshop: str) -> list[Idea]:
    """The ideas that were written, whatever became of them."""
    refs, rows = [each.idea for each in written(store, workshop)], store.table("ideas")
    parts = (frozenset(refs[start : start + AT_ONCE]) for start in range(0, len(refs), AT_ONCE))
    found = (from_document(Idea, each) for part in parts for each in rows.find(ref=part))
    kept = {each.ref: each for each in found}
    return [kept[ref] for ref in refs if ref in kept]


def forget_idea(store: Store, idea: str) -> None:
    """Within an act: an erased idea was written nowhere, and no dot lies on it."""
    note = about(store, idea)
    if note is None:
        return
    writes.remove(store, Written, idea)
    for each in seats(store, note.workshop):
        if idea in each.dots:
            left = tuple(ref for ref in each.dots if ref != idea)
            put_seat(store, replace(each, dots=left))


def forget_seats(store: Store, workshop: str) -> None:
    """Within an act: nothing ties ideas and dots to a browser any more, or to each other.

    Seats get random keys, and stand in an order that does not tell who came first.
    """
    taken = sorted(seats(store, workshop), key=attrgetter("ref"))
    writes.remove_all(store, "seats", workshop=workshop)
    store.table("seats").insert_multiple(
        to_document(replace(each, who=new_reference())) for each in taken
    )
    notes = store.table("written")
    for each in [*notes.find(workshop=workshop)]:
        notes.update({"who": "", "submission": ""}, doc_ids=[each.doc_id])


def remove(store: Store, workshops: Sequence[str]) -> None:
    """Within an act: forget them, their seats and dots; the ideas stay."""
    for table, key in (("workshops", "ref"), ("seats", "workshop"), ("written", "workshop")):
        for ref in workshops:
            writes.remove_all(store, table, **{key: ref})


def _made(workshop: Workshop) -> tuple[str, str]:
    return workshop.made.isoformat(), workshop.ref
