"""The outbox: what is to be told is written with the act that it tells of, and sent later.

The runner looks for what is due and asks for its delivery; an act leaves no job of its own.

Each is sent at least once. A notice that was leased and never marked, because whoever sent it
died, is leased again once that time is over, under the same name.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from collector.entries import (
    Delivery,
    Event,
    JobKind,
    Notice,
    Person,
    from_document,
    new_reference,
    to_document,
)
from collector.store import single, writes
from collector.store.store import Store
from collector.store.tables import PLACES

KEPT = timedelta(days=30)
"""How long the desk can look up what was sent."""

TABLE = PLACES[Notice][0]
PEOPLE = PLACES[Person][0]

OVER = (Delivery.ADDRESSED, Delivery.SENT, Delivery.DROPPED)


def tell(
    store: Store, event: Event, about: str, challenge: str, now: datetime, *, once: str = ""
) -> None:
    """Within an act: leave to tell what happened. Of the same `once` only the first is told."""
    ref = _name("once", event, about, once) if once else new_reference()
    if not (once and is_told(store, event, about, once)):
        notice = Notice(ref=ref, event=event, about=about, challenge=challenge, at=now, due=now)
        writes.add(store, notice)


def is_told(store: Store, event: Event, about: str, once: str) -> bool:
    """Whether this was left to be told before."""
    return store.table(TABLE).has(ref=_name("once", event, about, once))


def beside(store: Store, notice: Notice) -> list[Notice]:
    """What was left to tell of the same moment about something else."""
    alike = store.table(TABLE).find(event=notice.event, challenge=notice.challenge, to="")
    found = (from_document(Notice, each) for each in alike)
    return [each for each in found if each.at == notice.at and each.about != notice.about]


def untell(store: Store, event: Event, about: str, at: datetime) -> None:
    """Within an act: what was left to tell of this moment is told otherwise."""
    for kept in list(store.table(TABLE).find(about=about, state=Delivery.NEW)):
        each = from_document(Notice, kept)
        if (each.event, each.at) == (event, at):
            writes.remove(store, Notice, each.ref)


def tell_one(
    store: Store, event: Event, about: str, challenge: str, to: str, now: datetime
) -> Notice:
    """Within an act: leave to tell one reader."""
    notice = Notice(
        ref=new_reference(),
        event=event,
        about=about,
        challenge=challenge,
        to=to,
        state=Delivery.WAITING,
        at=now,
        due=now,
    )
    writes.add(store, notice)
    return notice


def address(store: Store, notice: Notice, readers: Iterable[str], now: datetime) -> None:
    """Give each reader a notice of their own, whose name follows from what is told to whom."""
    all_of_them = tuple(dict.fromkeys(readers))

    def act(store: Store) -> None:
        kept = find(store, notice.ref)
        if kept is None or kept.state is not Delivery.NEW:
            return
        for to in all_of_them:
            ref = _name("to", notice.ref, to)
            writes.add(store, replace(kept, ref=ref, to=to, state=Delivery.WAITING))
        _keep(store, replace(kept, state=Delivery.ADDRESSED, done=now))

    store.transact(act)


def lease(store: Store, now: datetime, seconds: int) -> Notice | None:
    """Take the notice that has waited longest for so many seconds; None if none is due."""

    def act(store: Store) -> Notice | None:
        first = min(due(store, now), key=lambda each: each.due, default=None)
        if first is None:
            return None
        until = now + timedelta(seconds=seconds)
        return _keep(store, replace(first, leased=until, tries=first.tries + 1))

    return store.transact(act)


def postpone(store: Store, until: datetime, holds: Callable[[Notice], bool]) -> None:
    """Let what is due before and is held up wait until then; it counts as no try."""

    def act(store: Store) -> None:
        for each in list(due(store, until)):
            if holds(each):
                _keep(store, replace(each, due=until))

    store.transact(act)


def mark(
    store: Store, notice: Notice, state: Delivery, now: datetime, error: str = "", pause: int = 0
) -> None:
    """What came of a try; one that waits on is due again after so many seconds."""
    kept = replace(
        notice,
        state=state,
        leased=None,
        error=error,
        due=now + timedelta(seconds=pause),
        done=None if state is Delivery.WAITING else now,
    )
    store.transact(lambda store: _keep(store, kept))


def retry(store: Store, refs: Iterable[str], now: datetime) -> int:
    """Try these again from the start, now; how many there were."""

    def act(store: Store) -> int:
        found = [each for ref in refs if (each := find(store, ref)) and _can_be_retried(each)]
        for each in found:
            _keep(store, replace(each, state=Delivery.WAITING, due=now, tries=0, leased=None))
        return len(found)

    return store.transact(act)


def drop(store: Store, refs: Iterable[str]) -> None:
    """Tell these to nobody any more."""
    store.transact(lambda store: [writes.remove(store, Notice, each) for each in refs])


def forget(store: Store, *abouts: str) -> int:
    """Within an act: nothing more is told of these, and nobody follows them; how many followed."""
    gone = 0
    for about in abouts:
        for person in people(store, about):
            forget_person(store, person)
            gone += 1
        writes.remove_all(store, TABLE, about=about)
    return gone


def forget_person(store: Store, person: Person) -> None:
    """Within an act: the address is gone, and whatever was to be said to it."""
    writes.remove_all(store, TABLE, to=f"person:{person.ref}")
    writes.remove(store, Person, person.ref)


def find(store: Store, ref: str) -> Notice | None:
    """The notice of this name."""
    return single.find(store, Notice, ref=ref)


def notices(store: Store, *states: Delivery) -> Iterator[Notice]:
    """All of them, of any state unless some are named."""
    keys = {"state": states} if states else {}
    return (from_document(Notice, each) for each in store.table(TABLE).find(**keys))


def due(store: Store, now: datetime) -> Iterator[Notice]:
    """What should be sent now, and nobody is at."""
    for each in notices(store, Delivery.WAITING):
        if each.due <= now and (each.leased is None or each.leased <= now):
            yield each


def next_due(store: Store) -> datetime | None:
    """When the next one has to be looked at; None if none waits."""
    waiting = notices(store, Delivery.NEW, Delivery.WAITING)
    return min((max(each.due, each.leased or each.due) for each in waiting), default=None)


def people(store: Store, about: str) -> list[Person]:
    """Who follows an idea, or has been asked whether they want to."""
    return [from_document(Person, each) for each in store.table(PEOPLE).find(about=about)]


def followers(store: Store, challenge: str = "") -> list[Person]:
    """Who follows something, or was asked; in one challenge, if one is named."""
    rows = store.table(PEOPLE)
    found = rows.find(challenge=challenge) if challenge else iter(rows)
    return [from_document(Person, each) for each in found]


def person(store: Store, **key: str) -> Person | None:
    """The one person of this `ref`, `place`, `confirm_hash` or `leave_hash`."""
    return single.find(store, Person, **key)


def keep_person(store: Store, person: Person) -> None:
    """Within an act: keep what is now known of a person."""
    single.put(store, person, ref=person.ref)


def clear(store: Store, now: datetime, unconfirmed: timedelta) -> None:
    """Forget what was told long ago, and addresses that nobody has confirmed in this time."""

    def act(store: Store) -> None:
        for notice in list(notices(store)):
            if notice.done is not None and notice.done + KEPT <= now:
                writes.remove(store, Notice, notice.ref)
        gone = [each for each in followers(store) if not each.confirmed]
        for person in gone:
            if person.asked + unconfirmed <= now:
                forget_person(store, person)
                writes.enqueue(store, JobKind.SWEEP, "", now)

    store.transact(act)


def _can_be_retried(notice: Notice) -> bool:
    return bool(notice.to) and notice.state not in OVER


def _keep(store: Store, notice: Notice) -> Notice:
    """In place of what is kept of it; what was forgotten meanwhile stays forgotten."""
    rows = store.table(TABLE)
    found = rows.first(ref=notice.ref)
    if found is not None:
        rows.update(to_document(notice), doc_ids=[found.doc_id])
    return notice


def _name(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
