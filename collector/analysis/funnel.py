"""The funnel: how many ideas came how far.

    seen ─► sent ─► voted ─► shortlisted ─► done

seen         how often pages were asked for, by whomever
sent         ideas that came in, spam aside
voted        ideas that stand and have a vote that counts
shortlisted  ideas that stand and are, or ever were, picked out: by a jury, or under review,
             planned, in progress or done
done         ideas that stand and are done

An idea that was merged counts from `voted` on with the one it stands at, once. So none of the
last three is more than `sent`, and `done` is never more than `shortlisted`; but an idea may be
shortlisted without a vote.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from collector.entries import Decision, Idea, Progress, State

STEPS = ("seen", "sent", "voted", "shortlisted", "done")

SHORTLIST = frozenset(
    {Progress.UNDER_REVIEW, Progress.PLANNED, Progress.IN_PROGRESS, Progress.DONE}
)
"""Steps of progress by which an idea was picked out of all."""

PICKED = frozenset({"shortlist", "award"})
"""Moves by which it was."""

NOT_SENT = frozenset({State.SPAM, State.UNFINISHED})
"""States of what counts as never sent."""

CAME = tuple(state for state in State if state not in NOT_SENT)
"""States of what counts as sent, whatever became of it."""


@dataclass(frozen=True)
class Funnel:
    """How many came so far."""

    seen: int | None = None
    """None where nobody counted."""
    sent: int = 0
    voted: int | None = None
    """None where there is no voting."""
    shortlisted: int = 0
    done: int = 0

    def __add__(self, other: Self) -> "Funnel":
        return Funnel(
            _sum(self.seen, other.seen),
            self.sent + other.sent,
            _sum(self.voted, other.voted),
            self.shortlisted + other.shortlisted,
            self.done + other.done,
        )

    def share(self, step: str) -> float | None:
        """What part of the ideas that were sent came to this step; None where none were."""
        count: int | None = getattr(self, step)
        return None if count is None or not self.sent else count / self.sent


def funnel(
    ideas: Iterable[Idea],
    sets: Mapping[str, Collection[str]],
    voted: Collection[str] | None,
    shortlisted: Collection[str],
    seen: int | None = None,
) -> Funnel:
    """The funnel of one challenge.

    `sets` holds by each idea that stands all that are at it, itself among them; `voted` the ideas
    with a vote, None without any voting; `shortlisted` those that once were.
    """
    came = {idea.ref: idea for idea in ideas if idea.state not in NOT_SENT}
    stand = {ref: members for ref, members in sets.items() if ref in came}
    return Funnel(
        seen=seen,
        sent=len(came),
        voted=None if voted is None else _number(stand, voted),
        shortlisted=_number(stand, {*shortlisted, *_with(came, SHORTLIST), *_picked(came)}),
        done=len(stand.keys() & _with(came, {Progress.DONE})),
    )


def ever_shortlisted(decisions: Iterable[Decision]) -> set[str]:
    """The ideas that a decision once shortlisted, unless it was taken back."""
    log = list(decisions)
    undone = {each.undoes for each in log}
    return {each.about for each in log if each.ref not in undone and _shortlists(each)}


def _shortlists(decision: Decision) -> bool:
    progressed = decision.move == "progress" and decision.after in SHORTLIST
    return progressed or decision.move in PICKED


def _picked(ideas: Mapping[str, Idea]) -> set[str]:
    return {ref for ref, idea in ideas.items() if idea.pick}


def _with(ideas: Mapping[str, Idea], steps: Collection[Progress]) -> set[str]:
    return {ref for ref, idea in ideas.items() if idea.progress in steps}


def _number(sets: Mapping[str, Collection[str]], wanted: Collection[str]) -> int:
    """How many of the sets hold one of those that are wanted."""
    return sum(any(each in wanted for each in members) for members in sets.values())


def _sum(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else one + other
