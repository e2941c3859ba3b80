"""Whoever holds a receipt's code sees the entry it belongs to, and may take it back."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime

from collector import moderation
from collector.entries import Claim, Comment, Decision, Entry, JobKind, Reply, Response, State
from collector.errors import Unknown
from collector.moderation import Move
from collector.store import Store, outbox, reads, writes

AUTHOR = "author"
"""Who decides where the holder of a receipt does."""


@dataclass(frozen=True)
class Held:
    """What a receipt shows: the entry as it stands, and what was answered."""

    entry: Entry
    replies: tuple[Reply, ...]
    comments: tuple[Comment, ...] = ()
    """What others reply to it, if it is a comment; the oldest first."""


def code_hash(code: str) -> str:
    """The hash that is kept of a code, however it was typed: capitals, blanks, dashes."""
    plain = re.sub(r"[^0-9a-z]", "", code.lower())
    return hashlib.sha256(plain.encode()).hexdigest()


def look(store: Store, code: str) -> Held:
    """The entry behind the code. Raises Unknown if no receipt has it."""
    entry = _behind(store, code)
    replies = tuple(reads.replies(store, entry.challenge, about=entry.ref))
    return Held(entry, replies, _replied(store, entry) if isinstance(entry, Comment) else ())


def _replied(store: Store, comment: Comment) -> tuple[Comment, ...]:
    if comment.state is not State.APPROVED:
        return ()
    on_idea = reads.comments(store, comment.challenge, State.APPROVED, about=comment.about)
    return tuple(each for each in on_idea if each.parent == comment.ref)


def withdraw(store: Store, code: str, now: datetime, claim: str = "") -> Entry:
    """Take the entry back, by its author; once is as good as twice. Raises Unknown.

    `claim` is the hash of the claim that the author's browser has on the entry's form, if it is
    known: it is free again.
    """

    def act(store: Store) -> Entry:
        entry = _behind(store, code)
        if entry.state in moderation.ENDS:
            return entry
        free(store, entry, claim)
        return take_back(store, entry, now)

    return store.transact(act)


def free(store: Store, entry: Entry, claim: str) -> None:
    """Within the transaction that takes the entry from the counts: its author may answer anew.

    Nothing ties a claim to an entry, so the browser's own is freed, whoever's entry it was: for
    each one that is freed one answer with a key has gone, and never more count than were claimed.
    An entry without a key had no claim, and one that had gone before has freed it then.
    """
    held = isinstance(entry, Response) and entry.complete and not entry.keyless
    if claim and held and entry.state not in moderation.ENDS:
        writes.remove(store, Claim, claim)


def take_back(store: Store, entry: Entry, now: datetime) -> Entry:
    """Within a transaction: the entry is withdrawn, the decision kept, the pages made anew.

    What came with it in files is nobody's business any more, nor is who follows it.
    """
    after = moderation.move(entry.state, Move.WITHDRAW)
    withdrawn = replace(entry, state=after, revision=entry.revision + 1)
    writes.replace(store, withdrawn, entry.revision)
    writes.add(store, Decision.on(entry, Move.WITHDRAW, after, AUTHOR, now))
    outbox.forget(store, entry.ref)
    if writes.remove_files(store, entry.ref):
        writes.enqueue(store, JobKind.FILES, "", now)
    writes.enqueue(store, JobKind.FILL, entry.challenge, now)
    return withdrawn


def _behind(store: Store, code: str) -> Entry:
    receipt = reads.receipt(store, code_hash(code))
    entry = receipt and reads.entry(store, receipt.about)
    if not entry:
        raise Unknown("no-receipt")
    return entry
