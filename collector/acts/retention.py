"""Retention: personal answers are erased once the time is over that their challenge promised.

What is personal is said by the definition that an entry was sent with. The other answers stay,
and so does the entry. It is done in many short acts: whatever stops it, the next time goes on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import islice
from typing import TypeAlias

from collector.entries import Entry, JobKind, Promise, State
from collector.form import Definition
from collector.garden import Settings, read_days
from collector.store import Store, outbox, reads, writes

AT_ONCE = 100
"""Entries that one act clears: some milliseconds in which nobody else can write."""

Personal: TypeAlias = Mapping[str, frozenset[str]]
"""The columns of personal answers, by the hash of the definition."""


@dataclass(frozen=True)
class Cleared:
    """What one act did: so many entries looked at, so many that had held personal answers."""

    challenge: str
    entries: int
    holding: int


def promises(store: Store, settings: Settings) -> list[Promise]:
    """What holds for every challenge that was answered.

    Where none was kept, which no build of the site leaves so, it is the garden's: after arrival.
    """
    kept = reads.promises(store)
    found = read_days(settings.retention)
    days = None if found is None else found.days
    return [
        kept.get(slug) or Promise(challenge=slug, closes=None, days=days)
        for slug in sorted(reads.definitions_answered(store))
    ]


def due(store: Store, promise: Promise, now: datetime) -> Iterator[Entry]:
    """Entries whose time is over and which were not cleared yet, as they are needed."""
    until = promise.due(now)
    personal = _personal(store, promise.challenge) if until else {}
    if until is None or not personal:
        return iter(())
    return reads.uncleared(store, promise.challenge, personal, until)


def holding(store: Store, promise: Promise, now: datetime) -> int:
    """How many entries hold personal answers that would be erased at `now`."""
    personal = _personal(store, promise.challenge)
    return sum(_holds(each, personal) for each in due(store, promise, now))


def clear(store: Store, promise: Promise, now: datetime) -> Iterator[Cleared]:
    """Erase what is due, an act at a time, as long as it is asked to go on."""
    personal = _personal(store, promise.challenge)
    waiting = due(store, promise, now)
    while refs := [each.ref for each in islice(waiting, AT_ONCE)]:
        act = partial(_clear, refs=refs, personal=personal, now=now)
        yield Cleared(promise.challenge, len(refs), store.transact(act))


def forget_followers(store: Store, promise: Promise, now: datetime) -> int:
    """Forget the addresses of who follows its ideas, once its time is over; how many they were."""
    until = promise.due(now)
    if until is None:
        return 0

    def act(store: Store) -> int:
        gone = [each for each in outbox.followers(store, promise.challenge) if each.asked <= until]
        for person in gone:
            outbox.forget_person(store, person)
        if gone:
            writes.enqueue(store, JobKind.SWEEP, "", now)
        return len(gone)

    return store.transact(act)


def _clear(store: Store, *, refs: list[str], personal: Personal, now: datetime) -> int:
    held = 0
    for ref in refs:
        entry = reads.entry(store, ref)
        if entry is None or entry.cleared or entry.state is State.ERASED:
            continue
        writes.remove_revisions(store, ref)
        if _holds(entry, personal):
            held += 1
            writes.remove_files(store, ref)
        columns = personal[entry.form_hash]
        kept = {column: each for column, each in entry.answers.items() if column not in columns}
        writes.replace(store, replace(entry, answers=kept, cleared=now), entry.revision)
    if held:
        writes.enqueue(store, JobKind.SWEEP, "", now)
    return held


def _holds(entry: Entry, personal: Personal) -> bool:
    return not personal[entry.form_hash].isdisjoint(entry.answers)


def _personal(store: Store, challenge: str) -> Personal:
    """Of the definitions of forms that ever asked for anything such: what an entry said before it
    was changed may have been sent with another one."""
    documents = reads.definitions(store, challenge).items()
    asked = {key: Definition.from_document(each) for key, each in documents}
    forms = {each.name for each in asked.values() if each.personal}
    return {key: each.personal for key, each in asked.items() if each.name in forms}
