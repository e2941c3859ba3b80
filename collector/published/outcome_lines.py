"""Every number of an outcome as the lines of one table, as its page shows them.

measure  round  idea  title     value   low   high
place           k3d9  Rye loaf  1
votes    1      k3d9  Rye loaf  12
share           k3d9  Rye loaf  0.667   0.3   0.9
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from collector.analysis import Bid, Round, WinShare
from collector.brief import VotingKind
from collector.published.outcome import Outcome

Cell = str | float | None


@dataclass(frozen=True)
class Line:
    """One number, or one word; what it is about, and the ends of its 95 % interval."""

    measure: str
    round: int | None = None
    idea: str = ""
    title: str = ""
    value: Cell = None
    low: float | None = None
    high: float | None = None


HEADER = tuple(each.name for each in fields(Line))


def lines(outcome: Outcome) -> Iterator[tuple[Cell, ...]]:
    """The cells of all lines."""
    return (tuple(vars(line).values()) for line in _lines(outcome))


def _lines(outcome: Outcome) -> Iterator[Line]:
    answers = outcome.kind is VotingKind.PAIRWISE
    yield Line("answers" if answers else "ballots", value=outcome.n)
    yield Line("apart", value=outcome.apart)
    titles = outcome.titles
    for ref, place in sorted(outcome.ranks().items(), key=lambda each: each[1]):
        yield Line("place", idea=ref, title=titles[ref], value=place)
    if outcome.runoff is not None:
        yield from _unbeaten(outcome)
        for number, each in enumerate(outcome.runoff.rounds, 1):
            yield from _round(number, each, outcome)
    if outcome.spending is not None:
        for measure in ("budget", "spent", "tied"):
            yield Line(measure, value=getattr(outcome.spending, measure))
        for bid in outcome.spending.bids:
            yield from _bid(bid, titles[bid.code])
    for share in outcome.shares:
        yield from _share(share, titles[share.code])


def _unbeaten(outcome: Outcome) -> Iterator[Line]:
    if outcome.unbeaten is not None:
        yield Line("unbeaten", idea=outcome.unbeaten, title=outcome.titles[outcome.unbeaten])


def _round(number: int, each: Round, outcome: Outcome) -> Iterator[Line]:
    for ref, votes in each.votes.items():
        yield Line("votes", number, ref, outcome.titles[ref], votes)
    for ref in each.out:
        yield Line("out", number, ref, outcome.titles[ref], each.choice)
    yield Line("exhausted", number, value=each.exhausted)


def _bid(bid: Bid, title: str) -> Iterator[Line]:
    for measure in ("votes", "cost", "verdict"):
        yield Line(measure, idea=bid.code, title=title, value=getattr(bid, measure))


def _share(share: WinShare, title: str) -> Iterator[Line]:
    yield Line("share", None, share.code, title, share.share, share.low, share.high)
    for measure in ("wins", "losses", "undecided", "shown"):
        yield Line(measure, idea=share.code, title=title, value=getattr(share, measure))
