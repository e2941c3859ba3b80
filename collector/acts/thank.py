"""The owner thanks an entry's author, who reads it behind the receipt; nobody else ever does."""

from datetime import datetime

from collector import moderation
from collector.acts.desk import entry_of, worded
from collector.entries import Decision, Event, JobKind, Promise, ThankYou, new_reference
from collector.errors import Conflict, Unknown
from collector.garden import Garden
from collector.store import Store, erased, outbox, thank_yous, writes

THANK, UNTHANK = "thank", "unthank"
"""Moves, as their decisions name them; what was said is in no decision."""


def thank(store: Store, ref: str, text: str, by: str, now: datetime) -> ThankYou:
    """Say something to the author alone. Raises Unknown, Conflict, or Invalid at `text`."""
    words = worded(text)

    def act(store: Store) -> ThankYou:
        entry = entry_of(store, ref)
        if entry.state in moderation.ENDS:
            raise Conflict("reply-too-late", state=entry.state.value)
        said = ThankYou(
            ref=new_reference(),
            about=entry.ref,
            challenge=entry.challenge,
            text=words,
            by=by,
            at=now,
        )
        writes.add(store, said)
        writes.add(store, Decision.on(entry, THANK, entry.state, by, now))
        outbox.tell(store, Event.THANKED, entry.ref, entry.challenge, now)
        return said

    return store.transact(act)


def unthank(garden: Garden, store: Store, ref: str, said: str, by: str, now: datetime) -> None:
    """Erase what was said to the author of `ref`. Raises Unknown if nothing like it was."""
    _said(store, ref, said)
    erased.note(garden, [said], now.date())

    def act(store: Store) -> None:
        entry = entry_of(store, _said(store, ref, said).about)
        writes.remove(store, ThankYou, said)
        writes.add(store, Decision.on(entry, UNTHANK, entry.state, by, now))
        writes.enqueue(store, JobKind.SWEEP, "", now)

    store.transact(act)


def forget(store: Store, promise: Promise, now: datetime) -> int:
    """Erase what was said to authors once its time is over; how much it was."""
    until = promise.due(now)
    return 0 if until is None else _forget(store, promise.challenge, until, now)


def _forget(store: Store, challenge: str, until: datetime, now: datetime) -> int:
    def act(store: Store) -> int:
        gone = thank_yous.remove_until(store, challenge, until)
        if gone:
            writes.enqueue(store, JobKind.SWEEP, "", now)
        return gone

    return store.transact(act)


def _said(store: Store, ref: str, said: str) -> ThankYou:
    found = thank_yous.find(store, said)
    if found is None or found.about != ref:
        raise Unknown("no-thank-you")
    return found
