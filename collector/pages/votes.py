"""How an idea is voted on and what its votes say, as its page and the lists tell it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from collector import voting
from collector.analysis import VoteCount
from collector.brief import SINGLE, Act, Brief, CountsShown, VotingKind, refusal
from collector.garden import Settings
from collector.pages import dates
from collector.published import PublishedData, PublishedVotes
from collector.words import decimal, say

Counted: TypeAlias = VoteCount | PublishedVotes
"""What was counted of an idea's votes."""


@dataclass(frozen=True)
class Booth:
    """Where ideas are voted on: the buttons, where they send to, or why there are none now."""

    kind: VotingKind
    values: tuple[str, ...]
    collect: str
    language: str
    is_open: bool
    notice: str = ""
    """Why there is no voting now, and from when; empty while there is."""
    secret: str = ""
    """When counts are told, where they are not now."""
    ranked: int = 0
    """How many ideas have a place."""

    def counted(self, votes: PublishedVotes | None) -> str:
        """What the votes say, in words; empty while it is not told."""
        return "" if votes is None else counted(self.kind, votes)


def booth(brief: Brief, data: PublishedData, settings: Settings) -> Booth | None:
    """How the challenge's ideas are voted on as of the data; None where they are not singly."""
    rules = brief.voting
    if rules is None or rules.kind not in SINGLE:
        return None
    standing = replace(brief, closes=data.closes or brief.closes)  # a quota may have ended it
    closed = notice(standing, data.as_of, settings)
    return Booth(
        kind=rules.kind,
        values=voting.VALUES[rules.kind],
        collect=settings.collect,
        language=brief.language,
        is_open=not closed,
        notice=closed,
        secret="" if any(idea.votes for idea in data.ideas) else say(SECRET[rules.counts]),
        ranked=sum(1 for idea in data.ideas if idea.votes and idea.votes.rank),
    )


def counted(kind: VotingKind, votes: Counted) -> str:
    """`8 for, 2 against; 3 more are counted apart`."""
    told = TOLD[kind](votes)
    return told + (say("vote-apart", {"apart": votes.apart}) if votes.apart else "")


def _approved(votes: Counted) -> str:
    return say(f"vote-count-{_number(votes.n)}", {"n": votes.n})


def _for_and_against(votes: Counted) -> str:
    facts = {value: votes.values.get(value, 0) for value in ("up", "down")}
    return say("vote-count-updown", facts) if votes.n else say("vote-count-none")


def _stars(votes: Counted) -> str:
    if not votes.n:
        return say("vote-count-none")
    mean = sum(int(stars) * n for stars, n in votes.values.items()) / votes.n
    facts = {"mean": decimal(f"{mean:.1f}"), "n": votes.n}
    return say(f"vote-count-stars-{_number(votes.n)}", facts)


TOLD = {
    VotingKind.APPROVE: _approved,
    VotingKind.UPDOWN: _for_and_against,
    VotingKind.STARS: _stars,
}


def _number(n: int) -> str:
    return {0: "none", 1: "one"}.get(n, "many")


SECRET = {
    CountsShown.ALWAYS: "vote-count-later",
    CountsShown.AFTER_VOTE: "vote-count-after-vote",
    CountsShown.AFTER_CLOSE: "vote-count-after-close",
}


def notice(brief: Brief, now: datetime, settings: Settings) -> str:
    """Why there is no voting at this moment, and from when; empty while there is."""
    standing = brief.standing(Act.VOTE, now)
    if standing.allowed:
        return ""
    facts = {
        "opens": standing.opens and dates.begins(standing.opens, settings.zone),
        "closes": standing.closes and dates.ends(standing.closes, settings.zone),
    }
    return say(refusal(Act.VOTE, standing), facts)
