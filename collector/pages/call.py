"""The call to vote over all ideas: where the ballot or the pairs are, until or from when."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from collector.brief import SINGLE, Act, Brief, Voting, VotingKind
from collector.garden import Settings
from collector.pages.ballot import money
from collector.pages.votes import SECRET, notice
from collector.published import PublishedData
from collector.words import say


@dataclass(frozen=True)
class Call:
    """`notice` says why there is no voting now; empty while there is."""

    kind: VotingKind
    label: str
    address: str
    notice: str = ""
    ends: datetime | None = None
    """When voting ends, while there is any."""
    secret: str = ""
    """When the outcome is told, where it is not now."""

    @classmethod
    def of(cls, brief: Brief, data: PublishedData, settings: Settings) -> Self | None:
        """None where there is no voting over all ideas."""
        rules = brief.voting
        if rules is None or rules.kind in SINGLE:
            return None
        standing = replace(brief, closes=data.closes or brief.closes)  # a quota may have ended it
        place = "pairs" if rules.kind is VotingKind.PAIRWISE else "ballots"
        query = "" if brief.name == brief.slug else f"?lang={brief.language}"
        return cls(
            kind=rules.kind,
            label=_label(rules),
            address=f"{settings.collect}/-/{place}/{brief.slug}{query}",
            notice=notice(standing, data.as_of, settings),
            ends=standing.standing(Act.VOTE, data.as_of).closes,
            secret="" if data.outcome else say(SECRET[rules.counts]),
        )


def _label(rules: Voting) -> str:
    reasons = {
        VotingKind.RANKED: "ballot-rank",
        VotingKind.BUDGET: "ballot-spend",
        VotingKind.PAIRWISE: "pairs-title",
    }
    return say(reasons[rules.kind], {"budget": money(rules)})
