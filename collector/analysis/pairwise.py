"""Comparisons of two: how often each option won, smoothed, and how sure that is.

(("rye", "oat"), "rye")   rye won      share of rye  (1 + 1) / (1 + 2) = 0.67
(("rye", "nut"), "")      undecided    counts for neither
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import TypeAlias

from collector.analysis.interval import wilson

Pair: TypeAlias = tuple[str, str]
Compared: TypeAlias = tuple[Pair, str]
"""Two options, and the one that was preferred; empty if neither was."""


@dataclass(frozen=True)
class WinShare:
    """How one option fared; `share`, `low` and `high` are parts of its decided comparisons."""

    code: str
    wins: int
    losses: int
    undecided: int
    share: float
    low: float
    high: float

    @property
    def shown(self) -> int:
        """In how many answered comparisons it stood."""
        return self.wins + self.losses + self.undecided


def win_shares(answers: Iterable[Compared], options: Sequence[str]) -> tuple[WinShare, ...]:
    """Every option, the highest share first, equal ones in the order of `options`.

    The share is (wins + 1) / (wins + losses + 2): the chance of winning against an option drawn
    at random, smoothed by Laplace's rule of succession, so that one win does not come first. It is
    what All Our Ideas scores by: M. J. Salganik and K. E. C. Levy (2015), "Wiki surveys: open and
    quantifiable social data collection", PLoS ONE 10(5), e0123483. The interval is Wilson's of the
    plain share; it holds the smoothed one.
    """
    wins, losses, undecided = Counter[str](), Counter[str](), Counter[str]()
    for pair, winner in answers:
        for code in pair:
            count = wins if code == winner else losses if winner else undecided
            count[code] += 1
    shares = [_share(code, wins[code], losses[code], undecided[code]) for code in options]
    return tuple(sorted(shares, key=lambda each: -each.share))


def _share(code: str, wins: int, losses: int, undecided: int) -> WinShare:
    decided = wins + losses
    interval = wilson(wins, decided)
    share = (wins + 1) / (decided + 2)
    return WinShare(code, wins, losses, undecided, share, interval.low, interval.high)


def draw_pair(
    exposures: Iterable[tuple[str, int]], seen: frozenset[frozenset[str]], chance: Random
) -> Pair | None:
    """Two options that are not among the pairs `seen`, on sides by lot; None if there are none.

    What was shown less is drawn sooner, in proportion to 1 / (1 + exposure): a weighted sample
    without replacement as in P. S. Efraimidis and P. G. Spirakis (2006), "Weighted random sampling
    with a reservoir", Information Processing Letters 97, 181-185. So late ideas catch up, as in
    Salganik and Levy (2015).
    """
    drawn = sorted(exposures, key=lambda each: chance.expovariate(1) * (1 + each[1]))
    pairs = combinations([code for code, _ in drawn], 2)
    pair = next((each for each in pairs if frozenset(each) not in seen), None)
    if pair is None or chance.random() < 0.5:
        return pair
    return pair[1], pair[0]
