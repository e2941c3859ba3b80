"""Instant-runoff: the option with the fewest ballots goes, its ballots move on, until one has most.

round 1    rye 4   oat 3   nut 2       nut goes
round 2    rye 4   oat 5               oat has more than half
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import TypeAlias

from collector.analysis.ballots import Ballot, Ballots, among
from collector.analysis.few import TooFew

Piles: TypeAlias = dict[str, list[tuple[Ballot, int]]]
"""By what is still in, the ballots that count for it now, with how often each came."""


class Choice(StrEnum):
    """What decided who goes."""

    FEWEST = "fewest"
    """It had the fewest ballots of all."""
    EARLIER = "earlier"
    """Several had; this one had fewer in the last round in which they differed."""
    LOT = "lot"
    """They never differed: the lot fell on it, drawn from the ballots themselves."""


@dataclass(frozen=True)
class Round:
    """One count. `votes` has what is still in, most first; `exhausted` ballots name none of it.

    `out` are the options that go, None of them in the last round; `choice` says why they.
    """

    votes: Mapping[str, int]
    exhausted: int
    out: tuple[str, ...] = ()
    choice: Choice | None = None


@dataclass(frozen=True)
class Runoff:
    """All rounds; the `winner` has more than half of the last one's votes."""

    n: int
    winner: str
    rounds: tuple[Round, ...]

    @property
    def by_lot(self) -> bool:
        """Whether a lot had to be drawn: another could have fallen otherwise."""
        return any(each.choice is Choice.LOT for each in self.rounds)


def runoff(ballots: Ballots, options: Sequence[str]) -> Runoff | TooFew:
    """The instant-runoff of the ballots that name at least one of the options.

    Each round counts a ballot for the highest of its options that is still in. Whoever has more
    than half of these wins; else the one with the fewest goes, and those without any all at once.
    Of several with the fewest the one goes that had fewer in the last earlier round in which they
    differed; if they never did, a lot decides, always the same for the same ballots: "previous
    round counts, then random" of the RCTab tabulator (Universal RCV Tabulator, "Tiebreaking").
    The method is W. R. Ware's (1871): see H. M. Robert (2020), "Robert's Rules of Order", 45:62-69.
    """
    known = among(ballots, options)
    if not known:
        return TooFew(0, 1)
    lot = Random(repr(sorted(known.items())))  # noqa: S311 - the same lot for the same ballots
    piles: Piles = {code: [] for code in options}
    _deal(piles, known.items())
    rounds: list[Round] = []
    while True:
        votes = _count(piles)
        exhausted = known.total() - sum(votes.values())
        first = next(iter(votes))
        if 2 * votes[first] > sum(votes.values()):
            return Runoff(known.total(), first, (*rounds, Round(votes, exhausted)))
        out, choice = _going(votes, rounds, lot)
        rounds.append(Round(votes, exhausted, out, choice))
        _deal(piles, [ballot for code in out for ballot in piles.pop(code)])


def _deal(piles: Piles, ballots: Iterable[tuple[Ballot, int]]) -> None:
    """Lay each ballot on the pile of its highest option that is still in, if there is one."""
    for order, times in ballots:
        top = next((code for code in order if code in piles), None)
        if top is not None:
            piles[top].append((order, times))


def _count(piles: Piles) -> dict[str, int]:
    """The most first; equal ones in the order of the options."""
    votes = Counter({code: sum(times for _, times in pile) for code, pile in piles.items()})
    return dict(votes.most_common())


def _going(
    votes: Mapping[str, int], earlier: Sequence[Round], lot: Random
) -> tuple[tuple[str, ...], Choice]:
    fewest = min(votes.values())
    last = [code for code, count in votes.items() if count == fewest]
    if len(last) == 1 or fewest == 0:
        return tuple(last), Choice.FEWEST
    for each in reversed(earlier):
        fewest = min(each.votes[code] for code in last)
        last = [code for code in last if each.votes[code] == fewest]
        if len(last) == 1:
            return tuple(last), Choice.EARLIER
    return (lot.choice(sorted(last)),), Choice.LOT
