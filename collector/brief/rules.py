"""What may be done in a challenge, by whom and when, as plain frozen values.

Act        submit, answer, vote, comment: what visitors do
DatedPhase a named stretch of time: which acts it allows, what it shows
Voting     how ideas are voted on
Access     who may do an act; SeenBy: who may see the challenge at all
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Act(StrEnum):
    """What a visitor does."""

    SUBMIT = "submit"
    """Send an idea."""
    ANSWER = "answer"
    """Fill in a survey or poll."""
    VOTE = "vote"
    COMMENT = "comment"


class Showing(StrEnum):
    """What the public sees of a challenge."""

    IDEAS = "ideas"
    COUNTS = "counts"
    """Of votes."""
    RESULTS = "results"
    """Of surveys and polls."""


@dataclass(frozen=True)
class DatedPhase:
    """A named stretch of a challenge, `opens ≤ now < closes`, both aware times."""

    name: str
    opens: datetime
    closes: datetime
    acts: frozenset[Act] = frozenset()
    shows: frozenset[Showing] = frozenset()


@dataclass(frozen=True)
class Standing:
    """Whether an act is allowed at a moment: until `closes`; else from `opens` on, if ever again.

    Where it is over for good, `opens` is None and `closes` tells when it ended; where it never was
    possible both are None. Between two stretches `closes` tells when the one before ended.
    """

    allowed: bool
    opens: datetime | None = None
    closes: datetime | None = None


class VotingKind(StrEnum):
    """How a vote is cast."""

    APPROVE = "approve"
    UPDOWN = "updown"
    STARS = "stars"
    """One to five."""
    RANKED = "ranked"
    """A ballot that puts ideas in order."""
    PAIRWISE = "pairwise"
    """Which of two, again and again."""
    BUDGET = "budget"
    """A ballot that spends so much on ideas that each have a cost."""


BALLOTS = frozenset({VotingKind.RANKED, VotingKind.BUDGET})
"""Kinds whose vote is one ballot over all ideas."""

SINGLE = frozenset({VotingKind.APPROVE, VotingKind.UPDOWN, VotingKind.STARS})
"""Kinds whose vote is on one idea."""


class CountsShown(StrEnum):
    """When the counts of votes are told."""

    ALWAYS = "always"
    AFTER_VOTE = "after vote"
    AFTER_CLOSE = "after close"


@dataclass(frozen=True)
class Voting:
    """How the ideas of a challenge are voted on."""

    kind: VotingKind
    most: int | None = None
    """Ideas that one person may vote for, or put on a ballot; None: any number."""
    counts: CountsShown = CountsShown.ALWAYS
    budget: float = 0
    """Of `budget`: what one ballot may spend."""
    unit: str = ""
    """Of that budget: `€`."""
    round: str = "1"
    """A named stretch of voting: a vote is unique by round, idea and voter."""


class Access(StrEnum):
    """Who may do an act."""

    OPEN = "open"
    INVITE = "invite"
    """Whoever holds an invitation code."""
    EMAIL = "email"
    """Whoever confirms an e-mail address by a link that is sent there."""


class SeenBy(StrEnum):
    """Who may see a challenge."""

    EVERYONE = "everyone"
    LINK = "link"
    """Whoever knows its address: it is in no list, search, feed or sitemap."""
    INVITED = "invited"
    """Whoever holds an invitation: it is never part of the static site."""


@dataclass(frozen=True)
class Group:
    """A group of people who are invited: `code` stands in codes and columns."""

    code: str
    label: str
