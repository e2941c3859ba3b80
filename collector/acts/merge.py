"""Two ideas that are the same become one: the one points to the other, and is shown there.

Only the pointer is kept: nothing else of the idea changes, and what was merged into it before goes
on pointing to it. So whatever is merged is unmerged exactly, in any order.

    rye ─► loaf ─► bread      rye and loaf are shown at bread; without loaf's pointer rye is at loaf
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from collector.acts import desk
from collector.entries import Decision, Idea, State
from collector.errors import Conflict
from collector.moderation import MERGE, UNMERGE, Move
from collector.store import Store, reads, writes

MERGEABLE = frozenset({State.WAITING, State.APPROVED})
"""Of both ideas: what is rejected, taken back or erased is neither merged nor merged into."""


@dataclass(frozen=True)
class Merging:
    """Who merges when, and what goes with it."""

    by: str
    now: datetime
    text: str = ""
    """A public sentence, kept as a reply to the idea that is merged; empty for none."""
    approve: bool = False
    """Whether an idea that waits is approved with it, so that its title stands at the other."""


def merge(
    store: Store, ref: str, into: str, merging: Merging, seen: Mapping[str, int] | None = None
) -> Decision:
    """Point the idea to the other one; `seen` holds the revisions that were decided upon.

    Raises Unknown, Conflict where they can't be merged or have changed since, Invalid at `text`.
    """
    words = desk.worded(merging.text) if merging.text.strip() else ""

    def act(store: Store) -> Decision:
        idea, target = _idea(store, ref, seen), _idea(store, into, seen)
        _ensure_mergeable(store, idea, target)
        kept = replace(idea, merged=target.ref)
        if merging.approve and idea.state is State.WAITING:
            kept = replace(kept, state=State.APPROVED)
            desk.note(store, Decision.on(idea, Move.APPROVE, kept.state, merging.by, merging.now))
        writes.replace(store, kept, idea.revision)
        if words:
            desk.answer(store, kept, words, merging.by, merging.now)
        return _note(store, kept, MERGE, ("", target.ref), merging)

    return store.transact(act)


def unmerge(
    store: Store, ref: str, by: str, now: datetime, seen: Mapping[str, int] | None = None
) -> Decision:
    """Let the idea stand by itself again, with all that had been merged into it.

    Raises Unknown, or Conflict where it is not merged or has changed since `seen`.
    """

    def act(store: Store) -> Decision:
        idea = _idea(store, ref, seen)
        if not idea.merged:
            raise Conflict("not-merged", ref=ref)
        writes.replace(store, replace(idea, merged=""), idea.revision)
        return _note(store, idea, UNMERGE, (idea.merged, ""), Merging(by, now))

    return store.transact(act)


def _ensure_mergeable(store: Store, idea: Idea, target: Idea) -> None:
    """Raises Conflict with what stands in the way."""
    facts = {"ref": idea.ref, "into": target.ref}
    if idea.ref == target.ref:
        raise Conflict("merge-itself", **facts)
    if idea.challenge != target.challenge:
        raise Conflict("merge-elsewhere", **facts)
    if idea.merged:
        raise Conflict("merge-merged", ref=idea.ref, into=idea.merged)
    for each in (idea, target):
        if each.state not in MERGEABLE:
            raise Conflict("merge-state", ref=each.ref, state=each.state.value)
    if idea.ref in {each.ref for each in _onward(store, target)}:
        raise Conflict("merge-cycle", **facts)
    stands = reads.standing(store, target)
    if stands.ref != target.ref:
        raise Conflict("merge-further", into=target.ref, stands=stands.ref)


def _onward(store: Store, idea: Idea) -> Iterator[Idea]:
    """What its pointers lead to, one after the other, whether or not that is shown."""
    onward = reads.idea(store, idea.merged) if idea.merged else None
    while onward is not None:
        yield onward
        onward = reads.idea(store, onward.merged) if onward.merged else None


def _idea(store: Store, ref: str, seen: Mapping[str, int] | None) -> Idea:
    found = desk.entry_of(store, ref, seen)
    if not isinstance(found, Idea):
        raise Conflict("no-idea", ref=ref)
    return found


def _note(
    store: Store, idea: Idea, move: str, pointers: tuple[str, str], merging: Merging
) -> Decision:
    before, after = pointers
    decision = Decision.on(idea, move, idea.state, merging.by, merging.now)
    return desk.note(store, replace(decision, before=before, after=after))
