"""What becomes of an idea: its progress, and what the owner says to it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from collector.acts import desk
from collector.entries import Decision, Idea, Progress
from collector.errors import Conflict
from collector.moderation import PROGRESS
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
        idea = _bringable(store, desk.idea_of(store, ref, seen), step)
        kept = replace(idea, progress=step, progressed=now.replace(microsecond=0))
        writes.replace(store, kept, idea.revision)
        if words:
            desk.answer(store, kept, words, by, now)
        decision = Decision.on(idea, PROGRESS, idea.state, by, now)
        told = replace(decision, before=idea.progress, after=step, batch=batch)
        return desk.note(store, told)

    return store.transact(lambda store: tuple(bring(store, each) for each in desk.once(refs)))


def _bringable(store: Store, idea: Idea, step: Progress) -> Idea:
    """The idea, if it may be brought there."""
    if idea.progress is step:
        raise Conflict("progress-already", ref=idea.ref, progress=step.value)
    stands = reads.standing(store, idea)
    if stands.ref != idea.ref:
        raise Conflict("progress-merged", ref=idea.ref, stands=stands.ref)
    return idea
