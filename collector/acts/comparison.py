"""Visitors say which of two ideas they prefer, as often as they like.

    Answer ─ answer ─► Comparison (+ Job)

An answer has the name that was sealed with its pair: sent again it is the same. Of one person the
last answer about a pair counts, whichever side its ideas stood on.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from collector import moderation, voting
from collector.acts import admit, quota, visit
from collector.acts.admit import NO_PROOF, Proof
from collector.acts.vote import GATHERED
from collector.brief import Act, Brief
from collector.entries import Comparison, JobKind, new_reference
from collector.errors import Conflict, Invalid, Problem
from collector.store import Store, comparisons, reads, writes
from collector.voting import NO_KEY


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What was sent; `ref` names the pair as it was handed out, `choice` is one of `SIDES`."""

    brief: Brief
    ref: str
    left: str
    right: str
    choice: str
    voter: str = ""
    suspicion: str = ""
    proof: Proof = NO_PROOF


def answer(store: Store, answer: Answer, now: datetime) -> Comparison:
    """Keep the answer in place of what was said of the pair before.

    Raises Closed outside the time to vote, Unproven for who may not, Invalid for a wrong choice,
    Conflict if one of the two is not shown any more.
    """

    def act(store: Store) -> Comparison:
        ensure_open(store, answer.brief, now)
        group = admit.admit(store, answer.brief, Act.VOTE, answer.proof, now)
        _ensure(store, answer, now)
        before = _before(store, answer)
        comparison = _compared(answer, group, before, now)
        if comparison != before:
            comparisons.put(store, comparison)
            _leave_fill(store, answer.brief, now)
        return comparison

    return store.transact(act)


def ensure_open(store: Store, brief: Brief, now: datetime) -> None:
    """Raises Conflict where nothing is compared, Closed with the day that it is."""
    voting.on_pairs(brief)
    visit.ensure_allowed(quota.standing(store, brief, now), Act.VOTE, now)


def seen(store: Store, brief: Brief, voter: str) -> frozenset[frozenset[str]]:
    """The pairs that this voter has said something about."""
    round_ = voting.on_pairs(brief).round
    made = comparisons.made_by(store, brief.slug, round_, voter) if voter else []
    return frozenset(frozenset((each.left, each.right)) for each in made)


def forget(store: Store, brief: Brief, voter: str, now: datetime) -> int:
    """Erase this voter's answers while voting is open; afterwards what ties them to anybody.

    How many there were.
    """
    round_ = voting.on_pairs(brief).round

    def act(store: Store) -> int:
        if not voter:
            return 0
        if not brief.standing(Act.VOTE, now).allowed:
            return comparisons.forget(store, brief.slug, round_, voter)
        _leave_fill(store, brief, now)
        return comparisons.remove_by(store, brief.slug, round_, voter)

    return store.transact(act)


def _ensure(store: Store, answer: Answer, now: datetime) -> None:
    if answer.choice not in voting.SIDES:
        facts = {"allowed": ", ".join(voting.SIDES)}
        raise Invalid({"choice": Problem("vote-value", facts)})
    for ref in (answer.left, answer.right):
        idea = reads.idea(store, ref)
        if idea is None or not moderation.visible(idea, answer.brief, now):
            raise Conflict("pairs-gone")


def _before(store: Store, answer: Answer) -> Comparison | None:
    """The same answer sent before, or what this voter said of the pair."""
    if again := comparisons.one(store, answer.ref):
        return again
    if not answer.voter:
        return None
    round_ = voting.on_pairs(answer.brief).round
    made = comparisons.made_by(store, answer.brief.slug, round_, answer.voter)
    pair = {answer.left, answer.right}
    return next((each for each in made if {each.left, each.right} == pair), None)


def _compared(answer: Answer, group: str, before: Comparison | None, now: datetime) -> Comparison:
    at = now.replace(minute=0, second=0, microsecond=0)
    said = {"left": answer.left, "right": answer.right, "choice": answer.choice}
    if before is not None:
        kept = {name: getattr(before, name) for name in said}
        return before if kept == said else replace(before, **said, at=at)
    return Comparison(
        ref=answer.ref,
        challenge=answer.brief.slug,
        round=voting.on_pairs(answer.brief).round,
        voter=answer.voter or new_reference(),
        **said,
        at=at,
        apart=answer.suspicion or ("" if answer.voter else NO_KEY),
        group=group,
    )


def _leave_fill(store: Store, brief: Brief, now: datetime) -> None:
    writes.enqueue(store, JobKind.FILL, brief.slug, now + GATHERED)
