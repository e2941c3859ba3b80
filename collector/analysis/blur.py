"""Blurring: an interval's ends are made of the answers, and of few answers they tell them.

The interval of a median runs from one answer to another, of six people from the least to the most.
That of a mean tells the sum of all squares and cubes, to the last digit.
"""

from dataclasses import replace

from collector.analysis.description import Description
from collector.analysis.estimate import Estimate, lowest_rank
from collector.analysis.few import LEAST
from collector.analysis.sharing import Sharing

ENOUGH = 2 * LEAST
"""Of fewer answers a mean is told without an interval."""

DIGITS = 1
"""Decimals that an interval's ends are told with; pages show no more."""


def blurred(told: Description) -> Description:
    """What may be told of numbers: how far they spread only by intervals, and those not of few.

    The median's are told where five people or more lie at either end or beyond.
    """
    ranked = lowest_rank(told.n) >= LEAST
    median = told.median if ranked else Estimate(told.median.value)
    return replace(told, mean=_blurred(told.mean, told.n), median=median, deviation=None)


def blurred_sharing(told: Sharing) -> Sharing:
    """The same of what was shared out."""
    portions = (replace(each, mean=_blurred(each.mean, told.n)) for each in told.portions)
    return replace(told, portions=tuple(portions))


def _blurred(told: Estimate, n: int) -> Estimate:
    if n < ENOUGH or told.low is None or told.high is None:
        return Estimate(told.value)
    return Estimate(told.value, round(told.low, DIGITS), round(told.high, DIGITS))
