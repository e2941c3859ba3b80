"""Whoever holds a receipt's code sees the entry it belongs to, and may take it back."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime

from collector import moderation
from collector.entries import Decision, Entry, JobKind, Reply
from collector.errors import Unknown
from collector.moderation import Move
from collector.store import Store, reads, writes

AUTHOR = "author"
"""Who decides where the holder of a receipt does."""


@dataclass(frozen=True)
class Held:
    """What a receipt shows: the entry as it stands, and what was answered."""

    entry: Entry
    replies: tuple[Reply, ...]


def code_hash(code: str) -> str:
    """The hash that is kept of a code, however it was typed: capitals, blanks, dashes."""
    plain = re.sub(r"[^0-9a-z]", "", code.lower())
    return hashlib.sha256(plain.encode()).hexdigest()


def look(store: Store, code: str) -> Held:
    """The entry behind the code. Raises Unknown if no receipt has it."""
    entry = _behind(store, code)
    return Held(entry, tuple(reads.replies(store, entry.challenge, about=entry.ref)))


def withdraw(store: Store, code: str, now: datetime) -> Entry:
    """Take the entry back, by its author; once is as good as twice. Raises Unknown."""

    def act(store: Store) -> Entry:
        entry = _behind(store, code)
        return entry if entry.state in moderation.ENDS else take_back(store, entry, now)

    return store.transact(act)


def take_back(store: Store, entry: Entry, now: datetime) -> Entry:
    """Within a transaction: the entry is withdrawn, the decision kept, the pages made anew."""
    after = moderation.move(entry.state, Move.WITHDRAW)
    withdrawn = replace(entry, state=after, revision=entry.revision + 1)
    writes.replace(store, withdrawn, entry.revision)
    writes.add(store, Decision.on(entry, Move.WITHDRAW, after, AUTHOR, now))
    writes.enqueue(store, JobKind.FILL, entry.challenge, now)
    return withdrawn


def _behind(store: Store, code: str) -> Entry:
    receipt = reads.receipt(store, code_hash(code))
    entry = receipt and reads.entry(store, receipt.about)
    if not entry:
        raise Unknown("no-receipt")
    return entry
