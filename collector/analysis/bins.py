"""Bins gather many different numbers into few classes that a chart can show.

{3: 1, 12: 4, 14: 3, 27: 5, 88: 1}  ─►  under 20: 8    20-29: 5    30 and more: 1
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log2, sqrt

from collector.analysis.few import TooFew
from collector.analysis.histogram import Histogram, size

STEPS = 12
"""So many classes at most; whole numbers that need no more have one each."""

FINEST = 10**6
"""Answers have at most six decimals: in millionths they are whole, and edges meet them exactly."""


@dataclass(frozen=True)
class Bin:
    """How many numbers are at least `low` and under `high`; None is without end."""

    low: float | None
    high: float | None
    count: int


@dataclass(frozen=True)
class Bins:
    """Neighbours without a gap, in ascending order.

    `single`: each bin is one whole number; `whole`: all numbers are.
    """

    n: int
    bins: tuple[Bin, ...]
    single: bool
    whole: bool

    @property
    def even(self) -> bool:
        """Whether all bins with two ends are equally wide."""
        widths = {
            round((each.high - each.low) * FINEST)
            for each in self.bins
            if each.low is not None and each.high is not None
        }
        return len(widths) < 2


def bins(histogram: Histogram, least: int = 0) -> Bins | TooFew:
    """The classes of these numbers: of a round width, about 1 + log2(n) and at most twelve.

    H. A. Sturges (1926), "The choice of a class interval", JASA 21, 65-66.
    An end that holds fewer than `least` is joined with its neighbour and left open, so that nobody
    stands alone with the smallest or the largest number.
    """
    n = size(histogram)
    if n == 0:
        return TooFew(0, 1)
    lowest, highest = min(histogram), max(histogram)
    whole = all(float(value).is_integer() for value in histogram)
    single = whole and highest - lowest < STEPS
    width = FINEST if single else _round_width(highest - lowest, n, whole)
    told = [
        Bin(low, high, sum(times for value, times in histogram.items() if low <= value < high))
        for low, high in pairwise(_edges(lowest, highest, width))
    ]
    return Bins(n, tuple(_joined(told, least)), single, whole)


def joined(told: Bins, least: int) -> Bins:
    """The same with every class that holds fewer than `least` joined with the next one."""
    parts: list[list[Bin]] = [[]]
    for each in told.bins:
        if sum(one.count for one in parts[-1]) >= least:
            parts.append([])
        parts[-1].append(each)
    if len(parts) > 1 and sum(each.count for each in parts[-1]) < least:
        last = parts.pop()
        parts[-1] += last
    if len(parts) == len(told.bins):
        return told
    whole = (Bin(part[0].low, part[-1].high, sum(one.count for one in part)) for part in parts)
    return Bins(told.n, tuple(whole), False, told.whole)


def _round_width(apart: float, n: int, whole: bool) -> int:
    """The one of … 0.5, 1, 2, 5, 10, 20, 50 … that is nearest, in millionths."""
    nearest = apart / (1 + log2(n)) / sqrt(2)
    finest = 1 if apart and not whole else FINEST
    wanted = max(FINEST * max(nearest, apart / (STEPS - 1)), finest)
    power = 1
    while 5 * power < wanted:
        power *= 10
    return next(step * power for step in (1, 2, 5) if step * power >= wanted)


def _edges(lowest: float, highest: float, width: int) -> list[float]:
    first, last = round(lowest * FINEST) // width, round(highest * FINEST) // width
    return [step * width / FINEST for step in range(first, last + 2)]


def _joined(told: Sequence[Bin], least: int) -> list[Bin]:
    left = list(told)
    while len(left) > 1 and left[0].count < least:
        first, second, *others = left
        left = [replace(second, low=None, count=first.count + second.count), *others]
    while len(left) > 1 and left[-1].count < least:
        *others, second, last = left
        left = [*others, replace(second, high=None, count=second.count + last.count)]
    return [Bin(None, None, left[0].count)] if left[0].count < least else left
