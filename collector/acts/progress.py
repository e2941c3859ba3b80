"""What becomes of an idea: its progress, and what the owner says to it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from collector.acts import desk
from collector.entries import Decision, Entry, Idea, Progress
from collector.errors import Conflict
from collector.moderation import ENDS, PROGRESS
from collector.store import Store, reads, writes


def progress(
    store: Store,
    step: Progress,
    refs: Sequence[str],
    by: str,
    now: datetime,
    *,
    text: str = "",
    seen: Mapping[str, int] | None = None,
) -> tuple[Decision, ...]:
    """Bring the ideas to this step, all or none; with a public answer to each if there is `text`.

    Raises Unknown, Conflict where an idea can't go there or has changed since `seen`, Invalid at
    `text`.
    """
    words = desk.worded(text) if text.strip() else ""
    batch = desk.batch_of(refs)

    def bring(store: Store, ref: str) -> Decision:
        idea = _idea(store, desk.entry_of(store, ref, seen), step)
        kept = replace(idea, progress=step, progressed=now.replace(microsecond=0))
        writes.replace(store, kept, idea.revision)
        if words:
            desk.answer(store, kept, words, by, now)
        decision = Decision.on(idea, PROGRESS, idea.state, by, now)
        told = replace(decision, before=idea.progress, after=step, batch=batch)
        return desk.note(store, told)

    return store.transact(lambda store: tuple(bring(store, each) for each in desk.once(refs)))


def _idea(store: Store, entry: Entry, step: Progress) -> Idea:
    """The entry, if it is an idea that may be brought there."""
    if not isinstance(entry, Idea):
        raise Conflict("no-idea", ref=entry.ref)
    if entry.state in ENDS:
        raise Conflict("progress-end", ref=entry.ref, state=entry.state.value)
    if entry.progress is step:
        raise Conflict("progress-already", ref=entry.ref, progress=step.value)
    stands = reads.standing(store, entry)
    if stands.ref != entry.ref:
        raise Conflict("progress-merged", ref=entry.ref, stands=stands.ref)
    return entry
