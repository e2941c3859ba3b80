"""The author of an entry goes on with it, or changes it, in its place: its name and receipt stay.

    unfinished ─ send ─► an entry as any other
    sent ─ within the time to change it, and until it is decided on ─► the same, other answers

Of what was shown or decided on nothing changes: it can be taken back. Responses keep no minute,
so their time begins with the hour after they came.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from collector import moderation
from collector.acts.kinds import ENTRY
from collector.acts.receipt import AUTHOR
from collector.brief import Brief, Form
from collector.entries import (
    Entry,
    File,
    JobKind,
    Receipt,
    Response,
    Revision,
    State,
)
from collector.errors import Conflict
from collector.store import Store, reads, writes

E = TypeVar("E", bound=Entry)

HOUR = timedelta(hours=1)


def until(store: Store, entry: Entry, window: timedelta, now: datetime) -> datetime | None:
    """Until when its author may change what was sent; None if that is over, or was never so."""
    shown = State.APPROVED if isinstance(entry, Response) else State.WAITING
    if not window or entry.cleared or entry.state not in (State.WAITING, shown):
        return None
    end = entry.received + window + (HOUR if isinstance(entry, Response) else timedelta())
    decided = any(each.by != AUTHOR for each in reads.decisions(store, about=entry.ref))
    return None if now >= end or decided else end


def behind(
    store: Store, code_hash: str, brief: Brief, form: Form, window: timedelta, now: datetime
) -> Entry | None:
    """The entry of this form that the receipt's holder may put in other words; None if no receipt
    has that code. Raises Conflict where it may not be changed any more.
    """
    receipt = reads.receipt(store, code_hash) if code_hash else None
    entry = reads.entry(store, receipt.about) if receipt else None
    if entry is None or (entry.challenge, entry.form) != (brief.slug, form.name):
        return None
    same_kind = type(entry) is ENTRY[form.kind]
    unfinished = entry.state is State.UNFINISHED
    if not same_kind or not (unfinished or until(store, entry, window, now)):
        raise Conflict("change-too-late")
    return entry


def in_place(store: Store, before: Entry, entry: E, brief: Brief, form: Form, now: datetime) -> E:
    """Within an act: the entry takes the place of what stood `before`; as it is now kept."""
    if before.state is not State.UNFINISHED:
        if entry.state is State.UNFINISHED:
            raise Conflict("change-too-late")
        writes.add(store, Revision.of(before))
        if before.state is State.APPROVED:
            writes.enqueue(store, JobKind.FILL, before.challenge, now)
        flags = tuple(dict.fromkeys((*before.flags, *entry.suspicions)))
        state = moderation.arrival(brief, form, flags)
        entry = replace(entry, flags=flags, state=state, received=before.received)
    if isinstance(entry, Response) and isinstance(before, Response):
        entry = replace(entry, variant=entry.variant or before.variant)
    placed = replace(
        entry,
        ref=before.ref,
        **before.belonging,
        order=entry.order or before.order,
        origin=entry.origin or before.origin,
    )
    return writes.replace(store, placed, before.revision)


def let_go(store: Store, entry: Entry, kept: frozenset[str], now: datetime) -> None:
    """Within an act: of the entry's files those that its new answers do not name go."""
    gone = [each for each in reads.files(store, about=entry.ref) if each.ref not in kept]
    for each in gone:
        writes.remove(store, File, each.ref)
    if gone:
        writes.enqueue(store, JobKind.FILES, "", now)


def renew(store: Store, code_hash: str, digest: str) -> Receipt:
    """Within an act: the receipt tells the new content from now on, so that a replay is known."""
    receipt = reads.receipt(store, code_hash)
    if receipt is None:
        raise Conflict("change-too-late")
    renewed = replace(receipt, digest=digest)
    writes.remove(store, Receipt, code_hash)
    writes.add(store, renewed)
    return renewed
