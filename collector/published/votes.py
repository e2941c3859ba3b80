"""What the votes of a challenge say of each idea, with those of the ideas merged into it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from collector import voting
from collector.analysis import VoteCount, merits, of_set, ordered, places, rising
from collector.brief import Voting
from collector.entries import Vote
from collector.published.idea import PublishedVotes

Tally: TypeAlias = Mapping[tuple[str, str, str, str], int]
"""How many votes: by idea, value, why they are counted apart, and hour in ISO 8601."""


Sets: TypeAlias = Mapping[str, tuple[str, ...]]
"""By the idea that stands, all that count with it, itself the first."""

VotesByIdea: TypeAlias = dict[str, PublishedVotes]


@dataclass(frozen=True)
class CastVotes:
    """What the store counted, by its keys; `of_sets` holds the votes on ideas that were merged, by
    the idea that they count with, in the order in which they were cast. `voters` voted in all.
    """

    tally: Tally = field(default_factory=dict)
    of_sets: Mapping[str, Iterable[Vote]] = field(default_factory=dict)
    voters: int = 0


def count_votes(rules: Voting, sets: Sets, cast: CastVotes, now: datetime) -> VotesByIdea:
    """By ref, of every idea that stands, whether or not it has votes; `sets` holds with each all
    that were merged into it.
    """
    counts = _counts(rules, sets, cast)
    merit = merits(rules.kind, counts, cast.voters)
    ranks, gains = places(merit), _gains(rules, sets, cast, now)
    return {
        ref: PublishedVotes(
            n=count.n,
            values=count.values,
            apart=count.apart,
            score=round(merit[ref], 6) if ref in merit else None,
            rank=ranks.get(ref),
            rising=round(gains[ref], 6) if ref in gains else None,
        )
        for ref, count in counts.items()
    }


def _counts(rules: Voting, sets: Sets, cast: CastVotes) -> dict[str, VoteCount]:
    order = voting.VALUES[rules.kind]
    alone: dict[str, dict[str, int]] = {}
    apart: dict[str, int] = {}
    for (idea, value, reason, _), n in cast.tally.items():
        if reason:
            apart[idea] = apart.get(idea, 0) + n
        elif value in order:
            values = alone.setdefault(idea, {})
            values[value] = values.get(value, 0) + n
    return {
        ref: of_set(cast.of_sets[ref], order)
        if ref in cast.of_sets
        else VoteCount(ordered(alone.get(ref, {}), order), apart.get(ref, 0))
        for ref in sets
    }


def _gains(rules: Voting, sets: Sets, cast: CastVotes, now: datetime) -> dict[str, float]:
    stands_for = {member: ref for ref, members in sets.items() for member in members}
    counting = (
        (stands_for[idea], value, at, n)
        for (idea, value, reason, at), n in cast.tally.items()
        if not reason and idea in stands_for and value in voting.VALUES[rules.kind]
    )
    return rising(rules.kind, counting, now)
