"""What became of ideas, beside what their authors sent: as the public is told it, or would be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from collector.brief import SINGLE, Brief, VotingKind
from collector.published import PublishedVotes

FEWEST = 5
"""Of whom a group is named: what fewer did would tell who they are."""


class Part(StrEnum):
    """What a challenge may do without; then no column tells of it."""

    VOTES = "votes"
    SINGLE = "single"
    """Votes are on one idea each."""
    PAIRS = "pairs"
    UPDOWN = "updown"
    STARS = "stars"
    COMMENTS = "comments"
    GROUPS = "groups"
    JURY = "jury"
    TRIALS = "trials"
    THEMES = "themes"


def parts_of(brief: Brief) -> frozenset[Part]:
    """Those that the challenge has."""
    kind = brief.voting.kind if brief.voting else None
    has = {
        Part.VOTES: kind is not None,
        Part.SINGLE: kind in SINGLE,
        Part.PAIRS: kind is VotingKind.PAIRWISE,
        Part.UPDOWN: kind is VotingKind.UPDOWN,
        Part.STARS: kind is VotingKind.STARS,
        Part.COMMENTS: brief.comments,
        Part.GROUPS: bool(brief.groups),
        Part.JURY: brief.scorecard is not None,
        Part.TRIALS: brief.has_trial,
    }
    return frozenset(part for part, there in has.items() if there)


@dataclass(frozen=True)
class Told:
    """By ref of ideas. What stands at another counts there, and what is not shown nowhere."""

    votes: Mapping[str, PublishedVotes] = field(default_factory=dict)
    comments: Mapping[str, int] = field(default_factory=dict)
    """How many are shown, those on merged ideas with them."""
    answered: Mapping[str, date] = field(default_factory=dict)
    """When the owner first answered."""
    came: Mapping[str, date] = field(default_factory=dict)
    """When those came that were answered."""
    stands: Mapping[str, str] = field(default_factory=dict)
    """The idea that each one that is shown stands at."""
    outvoted: frozenset[str] = frozenset()
    """Votes and comparisons whose voter said something later of the same ideas, by ref."""
    groups: frozenset[tuple[str, str]] = frozenset()
    """Forms, each with a group of which enough was sent."""
    themes: Mapping[str, str] = field(default_factory=dict)
    """What the theme of an idea is called."""

    def days(self, ref: str) -> int | None:
        """Days of the calendar from an idea to its first answer."""
        first, came = self.answered.get(ref), self.came.get(ref)
        return (first - came).days if first and came else None


K = TypeVar("K")


def enough(people: Iterable[tuple[K, str]]) -> frozenset[K]:
    """What so many different people belong to that it may be named. Nobody else is held."""
    found: dict[K, set[str]] = defaultdict(set)
    for group, person in people:
        if len(found[group]) < FEWEST:
            found[group].add(person)
    return frozenset(group for group, some in found.items() if len(some) >= FEWEST)
