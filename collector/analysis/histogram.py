"""A histogram is a set of numbers with how often each came: all that their description needs.

    {3: 1, 4: 2, 5: 4}      seven answers

However many answers there are, it stays as long as there are different ones. No result depends on
the order in which they came.
"""

from collections.abc import Mapping
from itertools import accumulate
from math import fsum
from typing import TypeAlias

Histogram: TypeAlias = Mapping[float, int]


def size(histogram: Histogram) -> int:
    """How many numbers there are."""
    return sum(histogram.values())


def mean(histogram: Histogram) -> float:
    """The arithmetic mean of at least one number."""
    return fsum(value * times for value, times in histogram.items()) / size(histogram)


def median(histogram: Histogram) -> float:
    """The middle one of at least one number, or halfway between the middle two."""
    n = size(histogram)
    low, high = at(histogram, (n - 1) // 2, n // 2)
    return (low + high) / 2


def at(histogram: Histogram, *places: int) -> tuple[float, ...]:
    """The numbers at these places in ascending order, the first being 0."""
    ordered = sorted(histogram)
    upto = list(accumulate(histogram[value] for value in ordered))
    return tuple(
        next(value for value, last in zip(ordered, upto, strict=True) if last > place)
        for place in places
    )


def moment(histogram: Histogram, power: int) -> float:
    """The sum of the numbers' deviations from their mean, each to this power."""
    middle = mean(histogram)
    return fsum(times * (value - middle) ** power for value, times in histogram.items())
