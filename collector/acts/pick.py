"""Ideas are picked out of all: they come on the shortlist, get the award, or are taken off again.

Each is a decision with a reason, kept for ever, and may be answered for in public words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from collector.acts import desk, score
from collector.analysis.scoring import Judged, judge, parted
from collector.brief import Brief
from collector.entries import PICKING, Decision, Idea, Pick, Reason
from collector.errors import Conflict, Invalid, Problem
from collector.moderation import PICKS, UNLIST
from collector.store import Store, scores, writes


@dataclass(frozen=True)
class Picking:
    """What is done with which ideas and why; `text` is a public answer to each."""

    move: str
    refs: Sequence[str]
    reason: Reason = Reason.NONE
    text: str = ""


def pick(
    store: Store,
    brief: Brief,
    picking: Picking,
    by: str,
    now: datetime,
    *,
    seen: Mapping[str, int] | None = None,
) -> tuple[Decision, ...]:
    """Carry it out, on all of the ideas or none; a decision on each.

    Raises Unknown; Conflict where an idea stands so already, is not judged, or has changed
    since `seen`; Invalid at `text`, and at `reason` where there is none or where scores are to tell
    apart what they rank equal.
    """
    refs = desk.once(picking.refs)
    words = desk.worded(picking.text) if picking.text.strip() else ""
    _check_reason(picking)
    batch = desk.batch_of(refs)

    def carry(store: Store, ref: str) -> Decision:
        desk.entry_of(store, ref, seen)
        idea = _idea(score.ensure_judged(store, ref, brief.slug), picking.move)
        after = PICKS[picking.move]
        kept = replace(idea, pick=after)
        writes.replace(store, kept, idea.revision)
        if words:
            desk.answer(store, kept, words, by, now)
        decision = Decision.on(idea, picking.move, idea.state, by, now)
        return desk.note(
            store,
            replace(decision, before=idea.pick, after=after, reason=picking.reason, batch=batch),
        )

    def act(store: Store) -> tuple[Decision, ...]:
        if picking.reason is Reason.SCORE:
            _check_ties(store, brief, refs, PICKS[picking.move])
        return tuple(carry(store, each) for each in refs)

    return store.transact(act)


def scores_of(store: Store, brief: Brief, ideas: Iterable[Idea]) -> dict[str, float]:
    """By idea, of all that the challenge has, what the jury scored it; nothing without one."""
    if brief.scorecard is None:
        return {}
    found = judged(store, brief, score.judged_of(ideas))
    return {each.idea: each.score for each in found if each.score is not None}


def judged(store: Store, brief: Brief, ideas: Iterable[Idea]) -> tuple[Judged, ...]:
    """These ideas of a challenge as its jury ranks them."""
    card = score.card_of(brief)
    return judge(card, scores.all_in(store, brief.slug), [each.ref for each in ideas])


def _check_reason(picking: Picking) -> None:
    if picking.move != UNLIST and picking.reason not in PICKING:
        raise Invalid({"reason": Problem("pick-reason")})


def _check_ties(store: Store, brief: Brief, refs: Sequence[str], picked_for: Pick) -> None:
    """Raises Invalid where some of the equals would be picked for their score, and others not."""
    ideas = score.judged(store, brief.slug)
    picked = {*refs, *(each.ref for each in ideas if each.pick is picked_for)}
    apart = parted(judged(store, brief, ideas), picked)
    if apart:
        titles = {each.ref: str(each.answers.get("title", "")) for each in ideas}
        facts = {"titles": ", ".join(f"“{titles[each]}”" for each in apart)}
        raise Invalid({"reason": Problem("pick-tie", facts)})


def _idea(idea: Idea, move: str) -> Idea:
    """The idea, if the move changes anything."""
    if idea.pick is PICKS[move]:
        raise Conflict("pick-already", pick=idea.pick.value)
    return idea
