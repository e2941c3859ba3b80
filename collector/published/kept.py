"""What is kept of a challenge, on its way to the door."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from collector.brief import Quarter
from collector.entries import Benefit, Comment, Decision, Honour, Idea, Measurement, Reply
from collector.published.idea import PublishedVotes
from collector.published.outcome import Outcome


@dataclass(frozen=True)
class Kept:
    """Entries of every state, as they are read; `votes` is what was counted, by idea's ref."""

    ideas: Iterable[Idea] = ()
    replies: Iterable[Reply] = ()
    comments: Iterable[Comment] = ()
    votes: Mapping[str, PublishedVotes] = field(default_factory=dict)
    decisions: Iterable[Decision] = ()
    outcome: Outcome | None = None
    """What ballots or comparisons say, where people vote over all ideas at once."""
    benefits: Mapping[str, Benefit] = field(default_factory=dict)
    """What the owner says of what ideas bring, by their refs."""
    measurements: Iterable[Measurement] = ()
    honours: Iterable[Honour] = ()
    quarters: tuple[Quarter, ...] = ()
    """Those of which reports on the site tell."""
    answers: Mapping[datetime, int] = field(default_factory=dict)
    """How many responses that stand came when; only where a report tells of it."""
    cast: Mapping[datetime, int] = field(default_factory=dict)
    """How many votes that count were cast when; likewise."""
    scores: Mapping[str, float] = field(default_factory=dict)
    """What juries scored ideas, by their refs, whether or not that is told."""
    engagement: Mapping[str, Mapping[str, int | None]] = field(default_factory=dict)
    """What groups did, by their codes, if a page on the site tells of it."""
