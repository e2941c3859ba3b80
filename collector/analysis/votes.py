"""Votes on one idea, counted: how many voters said what, and how many are counted apart.

{"up": 8, "down": 2}, apart 3
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from collector.entries import Vote


@dataclass(frozen=True)
class VoteCount:
    """By value, in the order of the voting's kind; only what was said stands there."""

    values: Mapping[str, int] = field(default_factory=dict)
    apart: int = 0

    @property
    def n(self) -> int:
        """Voters that count."""
        return sum(self.values.values())


def ordered(values: Mapping[str, int], order: Sequence[str]) -> dict[str, int]:
    """The counts in this order, without those that are nothing."""
    return {value: values[value] for value in order if values.get(value)}


def of_set(votes: Iterable[Vote], order: Sequence[str]) -> VoteCount:
    """The votes on ideas that were merged: each voter once, with what they said last.

    `votes` come in the order in which they were cast. A voter of whom any vote counts, counts with
    the last one that does; one of whom none does is counted apart.
    """
    counting: dict[str, str] = {}
    voters = set()
    for vote in votes:
        voters.add(vote.voter)
        if not vote.apart:
            counting[vote.voter] = vote.value
    values = Counter(counting.values())
    return VoteCount(ordered(values, order), len(voters) - len(counting))
