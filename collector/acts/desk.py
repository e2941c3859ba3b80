"""At the desk: owners and moderators decide on entries and answer them.

Every act is one transaction: the entry changes, a decision is kept, and a fill is left to do.
An act that names several entries does all or nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from collector import moderation
from collector.entries import Decision, Entry, JobKind, Reason, Reply, State, new_reference
from collector.errors import Conflict, Invalid, Problem, Unknown
from collector.garden import Garden
from collector.moderation import Move
from collector.store import Store, erased, reads, writes

LONGEST_REPLY = 4000
"""Characters."""


def decide(
    store: Store,
    move: Move,
    refs: Sequence[str],
    by: str,
    now: datetime,
    *,
    reason: Reason = Reason.NONE,
    seen: Mapping[str, int] | None = None,
) -> tuple[Decision, ...]:
    """Move the entries; the decisions that were kept, in the order of `refs`.

    `by` is an account's name or `command line`; `seen` the revision, by ref, that was decided
    upon. Raises Unknown, or Conflict where an entry can't be moved so or has changed since.
    """
    batch = _batch(refs)

    def move_one(store: Store, ref: str) -> Decision:
        entry = _entry(store, ref, seen)
        decision = Decision.on(entry, move, moderation.move(entry.state, move), by, now)
        return _carry_out(store, entry, replace(decision, reason=reason, batch=batch))

    return store.transact(lambda store: tuple(move_one(store, each) for each in _once(refs)))


def undo(
    store: Store,
    refs: Sequence[str],
    by: str,
    now: datetime,
    *,
    seen: Mapping[str, int] | None = None,
) -> tuple[Decision, ...]:
    """Put each entry back to where it was before its last move; itself a decision.

    Raises Unknown, or Conflict where nothing can be undone or the entry has changed since `seen`.
    """
    batch = _batch(refs)

    def undo_one(store: Store, ref: str) -> Decision:
        entry = _entry(store, ref, seen)
        last = _last_move(store, entry)
        decision = Decision.on(entry, "undo", moderation.undo(entry.state, last), by, now)
        return _carry_out(store, entry, replace(decision, undoes=last.ref, batch=batch))

    return store.transact(lambda store: tuple(undo_one(store, each) for each in _once(refs)))


def reply(store: Store, ref: str, text: str, by: str, now: datetime) -> Reply:
    """Answer an entry in the garden's name. Raises Unknown, Conflict, or Invalid at `text`."""
    words = _checked(text)

    def act(store: Store) -> Reply:
        entry = _entry(store, ref)
        if entry.state in moderation.ENDS:
            raise Conflict("reply-too-late", state=entry.state.value)
        answer = Reply(
            ref=new_reference(), about=ref, challenge=entry.challenge, text=words, by=by, at=now
        )
        writes.add(store, answer)
        _note(store, Decision.on(entry, "reply", entry.state, by, now))
        return answer

    return store.transact(act)


def unreply(garden: Garden, store: Store, ref: str, reply: str, by: str, now: datetime) -> None:
    """Erase a reply to the entry `ref`. Raises Unknown if there is no such entry or reply to it."""
    _answered(store, ref, reply)
    erased.note(garden, [reply], now.date())

    def act(store: Store) -> None:
        entry = _answered(store, ref, reply)
        writes.remove(store, Reply, reply)
        _note(store, Decision.on(entry, "unreply", entry.state, by, now))
        writes.enqueue(store, JobKind.SWEEP, "", now)

    store.transact(act)


def _once(refs: Sequence[str]) -> Sequence[str]:
    return tuple(dict.fromkeys(refs))


def _batch(refs: Sequence[str]) -> str:
    return new_reference() if len(_once(refs)) > 1 else ""


def _carry_out(store: Store, entry: Entry, decision: Decision) -> Decision:
    writes.replace(store, replace(entry, state=State(decision.after)), entry.revision)
    _note(store, decision)
    return decision


def _note(store: Store, decision: Decision) -> None:
    writes.add(store, decision)
    writes.enqueue(store, JobKind.FILL, decision.challenge, decision.at)


def _last_move(store: Store, entry: Entry) -> Decision:
    for decision in reversed(reads.decisions(store, about=entry.ref)):
        if decision.before != decision.after:
            return decision
    raise Conflict("nothing-to-undo", ref=entry.ref)


def _entry(store: Store, ref: str, seen: Mapping[str, int] | None = None) -> Entry:
    entry = reads.entry(store, ref)
    if entry is None:
        raise Unknown("no-entry", ref=ref)
    if seen and seen.get(ref, entry.revision) != entry.revision:
        raise Conflict("entry-changed", ref=ref)
    return entry


def _answered(store: Store, ref: str, reply: str) -> Entry:
    entry = _entry(store, ref)
    if reply not in {each.ref for each in reads.replies(store, entry.challenge, about=ref)}:
        raise Unknown("no-reply")
    return entry


def _checked(text: str) -> str:
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise Invalid({"text": Problem("reply-empty")})
    if len(words) > LONGEST_REPLY:
        raise Invalid({"text": Problem("reply-long", {"most": LONGEST_REPLY, "have": len(words)})})
    if "\0" in words or any("\ud800" <= sign <= "\udfff" for sign in words):
        raise Invalid({"text": Problem("reply-signs")})
    return words
