"""Upkeep: an entry is erased for good, by its author or by whoever keeps the garden.

It leaves a tombstone: its name, its place and the day it came. With it fall the replies to it, its
files, its receipts and, of an idea, its comments; decisions stay, they hold no word of it. Pages
are made anew, and what lies about of older builds and in unused parts of the database is swept
away.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from collector.acts.receipt import AUTHOR, code_hash, free, look
from collector.entries import Decision, Entry, JobKind, State
from collector.errors import Unknown
from collector.garden import Garden
from collector.store import Store, erased, reads, writes
from collector.store.erased import Fallen, Receipts

ERASE = "erase"
"""The move, as its decision names it. It leads from every state to `erased`, and nothing back."""


@dataclass(frozen=True)
class Erased:
    """The entry as it was, and what fell with it."""

    entry: Entry
    fallen: Fallen


RULE = "rule"
"""Who erases what falls with an entry."""


def named(store: Store, name: str) -> Entry:
    """The entry of this ref, or behind this receipt's code. Raises Unknown."""
    receipt = reads.receipt(store, code_hash(name))
    for ref in (name, receipt.about) if receipt else (name,):
        if entry := reads.entry(store, ref):
            return entry
    raise Unknown("no-name", name=name)


def erase(garden: Garden, store: Store, ref: str, by: str, now: datetime) -> Erased:
    """Erase the entry; once is as good as twice. Raises Unknown, Unavailable."""
    others = erased.falling(store, _entry(store, ref))
    receipts = reads.receipts(store, [ref, *(each.ref for each in others)])
    return _noted(garden, store, ref, receipts, by, now)


def erase_by_receipt(
    garden: Garden, store: Store, code: str, now: datetime, claim: str = ""
) -> Erased:
    """Erase the entry behind the code, by its author. Raises Unknown, Unavailable.

    `claim` is as for `receipt.withdraw`.
    """
    entry = look(store, code).entry
    others = [each.ref for each in erased.falling(store, entry)]
    receipts = {entry.ref: [code_hash(code)], **reads.receipts(store, others)}
    return _noted(garden, store, entry.ref, receipts, AUTHOR, now, claim)


def _noted(
    garden: Garden,
    store: Store,
    ref: str,
    receipts: Receipts,
    by: str,
    now: datetime,
    claim: str = "",
) -> Erased:
    """Erase what is on the list first, so that no restore brings it back."""
    if _entry(store, ref).state is not State.ERASED:
        erased.note(garden, [ref], now.date())
    act = partial(_erase, ref=ref, receipts=receipts, by=by, now=now, claim=claim)
    return store.transact(act)


def _erase(
    store: Store, *, ref: str, receipts: Receipts, by: str, now: datetime, claim: str
) -> Erased:
    entry = _entry(store, ref)
    if entry.state is State.ERASED:
        return Erased(entry, Fallen())
    free(store, entry, claim)
    fallen = erased.bury(store, entry, receipts)
    writes.add(store, Decision.on(entry, ERASE, State.ERASED, by, now))
    for each in fallen.entries:
        writes.add(store, Decision.on(each, ERASE, State.ERASED, RULE, now))
    writes.enqueue(store, JobKind.FILL, entry.challenge, now)
    writes.enqueue(store, JobKind.SWEEP, "", now)
    return Erased(entry, fallen)


def _entry(store: Store, ref: str) -> Entry:
    entry = reads.entry(store, ref)
    if entry is None:
        raise Unknown("no-entry", ref=ref)
    return entry
