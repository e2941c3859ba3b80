"""At the desk: owners and moderators decide on entries and answer them.

Every act is one transaction: the entry changes, a decision is kept, and a fill is left to do.
An act that names several entries does all or nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from collector import moderation
from collector.acts import notify
from collector.entries import Decision, Entry, Idea, JobKind, Reason, Reply, State, new_reference
from collector.errors import Conflict, Invalid, Problem, Unknown
from collector.garden import Garden
from collector.moderation import Move
from collector.store import Store, benefits, erased, reads, writes

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
    batch = batch_of(refs)

    def move_one(store: Store, ref: str) -> Decision:
        entry = entry_of(store, ref, seen)
        decision = Decision.on(entry, move, moderation.move(entry.state, move), by, now)
        return carry_out(store, entry, replace(decision, reason=reason, batch=batch))

    return store.transact(lambda store: tuple(move_one(store, each) for each in once(refs)))


def undo(
    store: Store,
    refs: Sequence[str],
    by: str,
    now: datetime,
    *,
    seen: Mapping[str, int] | None = None,
) -> tuple[Decision, ...]:
    """Put each entry back to where it was before it was last decided on; itself a decision.

    Raises Unknown, or Conflict where nothing can be undone or the entry has changed since `seen`.
    """
    batch = batch_of(refs)

    def undo_one(store: Store, ref: str) -> Decision:
        entry = entry_of(store, ref, seen)
        log = reads.decisions(store, about=ref)
        before, last = moderation.undone(entry, log)
        writes.replace(store, before, entry.revision)
        if moderation.is_about(moderation.BENEFIT, last, log):
            benefits.take_back(store, last, now)
        decision = Decision.on(entry, "undo", entry.state, by, now)
        turned = replace(decision, before=last.after, after=last.before, undoes=last.ref)
        return note(store, replace(turned, batch=batch))

    return store.transact(lambda store: tuple(undo_one(store, each) for each in once(refs)))


def reply(store: Store, ref: str, text: str, by: str, now: datetime) -> Reply:
    """Answer an entry in the garden's name. Raises Unknown, Conflict, or Invalid at `text`."""
    words = worded(text)
    return store.transact(lambda store: answer(store, entry_of(store, ref), words, by, now))


def answer(store: Store, entry: Entry, words: str, by: str, now: datetime) -> Reply:
    """Within an act: keep the words, which `worded` has checked, as a reply to the entry."""
    if entry.state in moderation.ENDS:
        raise Conflict("reply-too-late", state=entry.state.value)
    reply = Reply(
        ref=new_reference(), about=entry.ref, challenge=entry.challenge, text=words, by=by, at=now
    )
    writes.add(store, reply)
    note(store, Decision.on(entry, "reply", entry.state, by, now))
    return reply


def unreply(garden: Garden, store: Store, ref: str, reply: str, by: str, now: datetime) -> None:
    """Erase a reply to the entry `ref`. Raises Unknown if there is no such entry or reply to it."""
    _answered(store, ref, reply)
    erased.note(garden, [reply], now.date())

    def act(store: Store) -> None:
        entry = _answered(store, ref, reply)
        writes.remove(store, Reply, reply)
        note(store, Decision.on(entry, "unreply", entry.state, by, now))
        writes.enqueue(store, JobKind.SWEEP, "", now)

    store.transact(act)


def once(refs: Sequence[str]) -> Sequence[str]:
    """Each of them once, in their order."""
    return tuple(dict.fromkeys(refs))


def batch_of(refs: Sequence[str]) -> str:
    """A name for what is decided on several together; none for what is decided on one."""
    return new_reference() if len(once(refs)) > 1 else ""


def carry_out(store: Store, entry: Entry, decision: Decision) -> Decision:
    """Within an act: the entry is in the state that the decision says, and that is noted."""
    writes.replace(store, replace(entry, state=State(decision.after)), entry.revision)
    return note(store, decision)


def note(store: Store, decision: Decision) -> Decision:
    """Within an act: keep the decision, and leave a fill to do and whoever is told."""
    writes.add(store, decision)
    notify.decided(store, decision)
    writes.enqueue(store, JobKind.FILL, decision.challenge, decision.at)
    return decision


def entry_of(store: Store, ref: str, seen: Mapping[str, int] | None = None) -> Entry:
    """Within an act: the entry. Raises Unknown, or Conflict if it has changed since `seen`."""
    entry = reads.entry(store, ref)
    if entry is None:
        raise Unknown("no-entry", ref=ref)
    if seen and seen.get(ref, entry.revision) != entry.revision:
        raise Conflict("entry-changed", ref=ref)
    return entry


def idea_of(store: Store, ref: str, seen: Mapping[str, int] | None = None) -> Idea:
    """Within an act: the idea. Raises as `entry_of`, and Conflict where it is none or is gone."""
    entry = entry_of(store, ref, seen)
    if not isinstance(entry, Idea):
        raise Conflict("no-idea", ref=ref)
    if entry.state in moderation.ENDS:
        raise Conflict("progress-end", ref=ref, state=entry.state.value)
    return entry


def _answered(store: Store, ref: str, reply: str) -> Entry:
    entry = entry_of(store, ref)
    if reply not in {each.ref for each in reads.replies(store, entry.challenge, about=ref)}:
        raise Unknown("no-reply")
    return entry


def worded(text: str) -> str:
    """A reply's words as they are kept. Raises Invalid at `text`."""
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise Invalid({"text": Problem("reply-empty")})
    if len(words) > LONGEST_REPLY:
        raise Invalid({"text": Problem("reply-long", {"most": LONGEST_REPLY, "have": len(words)})})
    if "\0" in words or any("\ud800" <= sign <= "\udfff" for sign in words):
        raise Invalid({"text": Problem("reply-signs")})
    return words
