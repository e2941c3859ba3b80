"""What ballots, or comparisons, over all ideas say: of each idea, and together.

Outcome ── runoff: rounds      of ranked ballots, with who would beat each other one alone
        ├─ spending: bids      of a budget: what is paid for
        └─ shares: win shares  of comparisons of two
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from collector.analysis import Runoff, Spending, WinShare, places
from collector.brief import VotingKind
from collector.published.idea import PublishedVotes


@dataclass(frozen=True)
class Outcome:
    """`n` ballots, or answers about pairs, count; `apart` are kept beside them."""

    kind: VotingKind
    n: int
    apart: int
    titles: Mapping[str, str]
    """Of the ideas that stand, by ref."""
    named: Mapping[str, int] = field(default_factory=dict)
    """On how many ballots each idea stands."""
    runoff: Runoff | None = None
    """None where no ballot counts."""
    unbeaten: str | None = None
    """The ref of the idea that wins against each other one alone; None if there is none."""
    spending: Spending | None = None
    unit: str = ""
    """Of the money."""
    shares: tuple[WinShare, ...] = ()

    def ranks(self) -> dict[str, int]:
        """By ref the place of each idea of which anything was said, 1 for the first."""
        return places({ref: -place for ref, place in self._order().items()})

    def votes(self) -> dict[str, PublishedVotes]:
        """By ref what it says of each idea, as pages of single ideas tell it."""
        ranks, values = self.ranks(), {each.code: _values(each) for each in self.shares}
        return {
            ref: PublishedVotes(
                n=sum(values[ref].values()) if ref in values else self.named.get(ref, 0),
                values=values.get(ref, {}),
                rank=ranks.get(ref),
            )
            for ref in self.titles
        }

    def _order(self) -> dict[str, float]:
        """A number for each idea, the least for the first."""
        if self.runoff is not None:
            return {ref: n for ref, n in _left_longest(self.runoff).items() if self.named.get(ref)}
        if self.spending is not None:
            return {bid.code: -bid.votes for bid in self.spending.bids if bid.votes}
        return {each.code: -each.share for each in self.shares if each.shown}


def _values(share: WinShare) -> dict[str, int]:
    told = {"won": share.wins, "lost": share.losses, "undecided": share.undecided}
    return {value: n for value, n in told.items() if n}


def _left_longest(runoff: Runoff) -> dict[str, float]:
    """Who stayed longest stands first; in the last round, who had most."""
    last = runoff.rounds[-1].votes
    order: dict[str, float] = {ref: -votes for ref, votes in last.items()}
    order[runoff.winner] = -runoff.n - 1
    for number, each in enumerate(reversed(runoff.rounds[:-1]), 1):
        order |= dict.fromkeys(each.out, number)
    return order
