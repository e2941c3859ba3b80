"""Ballots are orders of preference, the best first, with how often each came.

    {("rye", "oat"): 3, ("oat",): 1}      four ballots; one says nothing of rye

A ballot need not name every option.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from collector.analysis.count import Count

Ballot: TypeAlias = tuple[str, ...]
Ballots: TypeAlias = Mapping[Ballot, int]


def ballot(places: Mapping[str, float]) -> Ballot:
    """The order that these places, by option, write down. Raises ValueError if two share one."""
    if len(set(places.values())) < len(places):
        raise ValueError("two options on one place")
    return tuple(sorted(places, key=lambda code: places[code]))


def among(ballots: Ballots, options: Sequence[str]) -> Counter[Ballot]:
    """The ballots as if only these options had stood; those that name none of them are left out."""
    known = frozenset(options)
    kept: Counter[Ballot] = Counter()
    for order, times in ballots.items():
        left = order if known.issuperset(order) else tuple(filter(known.__contains__, order))
        if left:
            kept[left] += times
    return kept


def over_sets(order: Ballot, stands: Mapping[str, str]) -> Ballot:
    """The ballot once some options are one: each counts at its first place, and where it stands.

    `stands` has, by each option that still counts, the one that it counts as; others are left out.
    """
    return tuple(dict.fromkeys(stands[code] for code in order if code in stands))


class BallotBox(Count):
    """The ballots of a question as they come and go; add takes a `ballot`, or None."""

    @property
    def ballots(self) -> Ballots:
        return {order: times for order, times in self.given.items() if isinstance(order, tuple)}
