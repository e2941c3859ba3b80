"""A description says in few numbers what a scale, stars, a number or an amount brought."""

from dataclasses import dataclass
from math import sqrt

from collector.analysis.estimate import Estimate, estimated_mean, estimated_median
from collector.analysis.few import TooFew
from collector.analysis.histogram import Histogram, moment, size
from collector.analysis.interval import Share, share

STEPS = 5
"""A scale of fewer steps than this has no top two: they would be most of it."""


@dataclass(frozen=True)
class Numbers:
    """What describes a set of numbers. `least` and `most` are single answers: never published."""

    mean: float
    median: float
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True)
class Description:
    """`deviation` is the sample's, with n - 1, None of a single answer.

    `top` is how many chose one of the highest two steps (the top-two-box), `bottom` one of the
    lowest two; None where there are no steps, or fewer than five.
    """

    n: int
    mean: Estimate
    median: Estimate
    deviation: float | None = None
    top: Share | None = None
    bottom: Share | None = None


def describe(histogram: Histogram, scale: tuple[int, int] | None = None) -> Description | TooFew:
    """What the numbers say; `scale` has its lowest and highest step."""
    n = size(histogram)
    if n == 0:
        return TooFew(0, 1)
    stepped = scale is not None and scale[1] - scale[0] + 1 >= STEPS
    return Description(
        n,
        estimated_mean(histogram, scale),
        estimated_median(histogram),
        sqrt(moment(histogram, 2) / (n - 1)) if n > 1 else None,
        top_two(histogram, scale[1]) if scale and stepped else None,
        bottom_two(histogram, scale[0]) if scale and stepped else None,
    )


def top_two(histogram: Histogram, highest: int) -> Share:
    """The top-two-box: how many chose one of the highest two steps."""
    return _between(histogram, highest - 1, highest)


def bottom_two(histogram: Histogram, lowest: int) -> Share:
    """The bottom-two-box: how many chose one of the lowest two steps."""
    return _between(histogram, lowest, lowest + 1)


def _between(histogram: Histogram, low: int, high: int) -> Share:
    chosen = sum(times for value, times in histogram.items() if low <= value <= high)
    return share(chosen, size(histogram))
