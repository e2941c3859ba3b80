"""Voting: what a vote on one idea may be under a challenge's rules, and whom it counts with.

approve   yes                     a vote is one person's, in one round, on one idea; another by the
updown    up, down                same person takes its place, an empty one takes it back
stars     1 to 5

Ideas that were merged count as one: each person in it once, with what they said last.
"""

from collections.abc import Mapping

from collector.brief import SINGLE, Brief, Voting, VotingKind
from collector.entries import Idea, State
from collector.errors import Conflict, Invalid, Problem, Unknown

VALUES: Mapping[VotingKind, tuple[str, ...]] = {
    VotingKind.APPROVE: ("yes",),
    VotingKind.UPDOWN: ("up", "down"),
    VotingKind.STARS: ("1", "2", "3", "4", "5"),
}
"""What a vote may say, by kind; in the order in which it is counted."""

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
