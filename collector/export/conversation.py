"""A conversation is a challenge as Polis sees one: statements that people agree or disagree with.

An idea is a statement, its title what it says. Ideas that were merged are one: the votes on all of
them stand at the one that is shown, each person's last.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from collector.brief import SINGLE, Brief, VotingKind
from collector.entries import Idea, State, Vote
from collector.errors import ExportError
from collector.export.became import shown_sets
from collector.store import Store, every, votes

AGREES, PASSES, DISAGREES = 1, 0, -1

MEANS: Mapping[VotingKind, Mapping[str, int]] = {
    VotingKind.APPROVE: {"yes": AGREES},
    VotingKind.UPDOWN: {"up": AGREES, "down": DISAGREES},
    VotingKind.STARS: {
        "1": DISAGREES,
        "2": DISAGREES,
        "3": PASSES,
        "4": AGREES,
        "5": AGREES,
    },
}
"""What a vote says in Polis. Of `approve` nobody disagrees: who did not say yes, said nothing."""

MODERATED: Mapping[State, int] = {State.WAITING: 0, State.APPROVED: 1, State.REJECTED: -1}
"""Whether it was let in. What was taken back, erased or is spam is no statement."""

Said: TypeAlias = Mapping[str, tuple[datetime, int]]
"""By voter when they voted, to the hour, and what that says."""


@dataclass(frozen=True)
class Statement:
    """One idea. One that was merged into another, as one that is not shown, is not let in."""

    ref: str
    text: str
    at: datetime
    """To the hour."""
    moderated: int


@dataclass(frozen=True)
class Conversation:
    """`said` tells the votes on a statement, by its ref; it is asked more than once."""

    topic: str
    description: str
    address: str
    statements: tuple[Statement, ...]
    said: Callable[[str], Said]


def conversation(store: Store, brief: Brief, site: str) -> Conversation:
    """What was said in today's round; `site` is where pages are, empty where that is not known.

    Raises ExportError where single ideas are not voted on.
    """
    rules = brief.voting
    if rules is None or rules.kind not in SINGLE:
        raise ExportError("polis-no-votes", challenge=brief.title)
    sets, means, round_ = shown_sets(store, brief), MEANS[rules.kind], rules.round

    def said(ref: str) -> Said:
        return _last(votes.on(store, round_, sets[ref]), means) if ref in sets else {}

    ideas = every.of(store, Idea, brief.slug)
    statements = tuple(_statements(ideas, sets))
    address = f"{site.rstrip('/')}/challenges/{brief.slug}/" if site else ""
    return Conversation(brief.title, brief.summary, address, statements, said)


def _statements(ideas: Iterable[Idea], sets: Mapping[str, tuple[str, ...]]) -> Iterator[Statement]:
    for idea in ideas:
        if idea.state in MODERATED:
            moderated = MODERATED[idea.state]
            if idea.ref not in sets:
                moderated = min(moderated, MODERATED[State.REJECTED] if idea.merged else 0)
            text = str(idea.answers.get("title", ""))
            yield Statement(idea.ref, text, _hour(idea.received), moderated)


def _last(cast: Iterable[Vote], means: Mapping[str, int]) -> Said:
    """Of each voter the last vote that counts."""
    return {
        vote.voter: (vote.at, means[vote.value])
        for vote in cast
        if not vote.apart and vote.value in means
    }


def _hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)
