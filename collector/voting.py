"""Voting: what a vote may be under a challenge's rules, and whom it counts with.

approve   yes                     a vote is one person's, in one round, on one idea; another by the
updown    up, down                same person takes its place, an empty one takes it back
stars     1 to 5
ranked    ideas, the best first   a ballot is one person's, in one round, over all ideas; another
budget    ideas that are paid     takes its place, one that is left empty takes it back
pairwise  left, right, neither    an answer is one person's about one pair

Ideas that were merged count as one: each person in it once, with what they said last.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import isfinite

from collector.brief import BALLOTS, SINGLE, Brief, Voting, VotingKind
from collector.entries import Idea, State
from collector.errors import Conflict, Invalid, Problem, Unknown
from collector.form.numbers import told

VALUES: Mapping[VotingKind, tuple[str, ...]] = {
    VotingKind.APPROVE: ("yes",),
    VotingKind.UPDOWN: ("up", "down"),
    VotingKind.STARS: ("1", "2", "3", "4", "5"),
}
"""What a vote may say, by kind; in the order in which it is counted."""

SIDES = ("left", "right", "neither")
"""What is said of a pair."""

CHOICES = "choices"
"""Where a ballot's problems stand, and what its question is called."""

COST = "cost"
"""The question that says what an idea costs."""

TAKEN_BACK = ""
"""What is sent to take a vote back."""

NO_KEY, TRAP, TOO_FAST = "no key", "trap", "too fast"
"""Why a vote is counted apart."""

APART = (NO_KEY, TRAP, TOO_FAST)

BURST, BURST_SECONDS = 20, 60
"""So many votes on one idea from one network within a minute may come from people: a class, or a
queue at one tablet. What comes beyond is counted apart, until somebody at the desk says otherwise.
"""


def on_ideas(brief: Brief) -> Voting:
    """How single ideas are voted on. Raises Conflict where they are not, or only on a ballot."""
    if brief.voting is None or brief.voting.kind not in SINGLE:
        raise Conflict("vote-none")
    return brief.voting


def on_ballots(brief: Brief) -> Voting:
    """How ballots are filled in. Raises Conflict where there are none."""
    if brief.voting is None or brief.voting.kind not in BALLOTS:
        raise Conflict("ballot-none")
    return brief.voting


def on_pairs(brief: Brief) -> Voting:
    """That ideas are compared. Raises Conflict where they are not."""
    if brief.voting is None or brief.voting.kind is not VotingKind.PAIRWISE:
        raise Conflict("pairs-none")
    return brief.voting


def cost_of(idea: Idea) -> float | None:
    """What the idea costs; None where it does not say so, or says what nobody can pay."""
    cost = idea.answers.get(COST)
    if isinstance(cost, bool) or not isinstance(cost, int | float):
        return None
    return cost if isfinite(cost) and cost >= 0 else None


def ensure_ballot(voting: Voting, ideas: Sequence[Idea]) -> None:
    """Raises Invalid at `choices`: too many ideas, one without a cost, or more than the budget."""
    problem = _too_many(voting, len(ideas))
    if problem is None and voting.kind is VotingKind.BUDGET:
        problem = _overspent(voting, ideas)
    if problem is not None:
        raise Invalid({CHOICES: problem})


def _too_many(voting: Voting, count: int) -> Problem | None:
    if voting.most is None or count <= voting.most:
        return None
    return Problem("ballot-most", {"most": voting.most, "count": count})


def _overspent(voting: Voting, ideas: Sequence[Idea]) -> Problem | None:
    free = next((idea for idea in ideas if cost_of(idea) is None), None)
    if free is not None:
        return Problem("ballot-no-cost", {"title": free.answers.get("title", "")})
    over = spent(ideas) - Decimal(str(voting.budget))
    if over <= 0:
        return None
    facts = {"over": told(float(over)), "budget": told(voting.budget), "unit": voting.unit}
    return Problem("ballot-over", facts)


def spent(ideas: Sequence[Idea]) -> Decimal:
    """What these ideas cost together."""
    return sum((Decimal(str(cost_of(idea) or 0)) for idea in ideas), Decimal(0))


def ensure_value(voting: Voting, value: str) -> None:
    """Raises Invalid at `value`, naming what a vote may say."""
    allowed = VALUES[voting.kind]
    if value not in allowed:
        raise Invalid({"value": Problem("vote-value", {"allowed": ", ".join(allowed)})})


def ensure_votable(idea: Idea | None, stands: str, *, shown: bool) -> Idea:
    """The idea, if it can be voted on.

    `stands` is the ref of the idea that it counts with, `shown` whether the public sees it.

    Raises Unknown, or Conflict: `vote-withdrawn`, `vote-merged` with the `target`'s ref, or
    `vote-not-shown`.
    """
    if idea is None or idea.state is State.ERASED:
        raise Unknown("vote-unknown")
    if idea.state is State.WITHDRAWN:
        raise Conflict("vote-withdrawn")
    if not shown:
        raise Conflict("vote-not-shown")
    if stands != idea.ref:
        raise Conflict("vote-merged", target=stands)
    return idea


def ensure_left(voting: Voting, used: int) -> None:
    """Raises Conflict where so many votes of one person's are all that they have."""
    if voting.most is not None and used >= voting.most:
        raise Conflict("vote-spent", most=voting.most)


def left(voting: Voting, used: int) -> int | None:
    """How many ideas the person may still vote for; None: any number."""
    return None if voting.most is None else max(0, voting.most - used)
