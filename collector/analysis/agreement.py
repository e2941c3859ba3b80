"""How far jurors agree beyond chance: 1 where they are all of one mind, 0 where dice say as much.

Krippendorff's alpha takes any number of jurors, missing marks and four kinds of data: Klaus
Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011). Fleiss' kappa takes the same
number of marks for everything: J. L. Fleiss, "Measuring nominal scale agreement among many raters",
Psychological Bulletin 76 (1971).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import combinations

GOOD, FAIR = 0.8, 0.667
"""From here on conclusions may be relied on; from there on tentative ones be drawn: Krippendorff,
"Content Analysis" (2004), p. 241."""


class Data(StrEnum):
    """What the distance between two values is."""

    NOMINAL = "nominal"
    """They are the same, or not."""
    ORDINAL = "ordinal"
    """How many values lie between them, by rank."""
    INTERVAL = "interval"
    """Their difference."""
    RATIO = "ratio"
    """Their difference by their sum; values are not below 0."""


class Level(StrEnum):
    """What an alpha lets one rely on."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


def level(alpha: float) -> Level:
    """By Krippendorff's limits."""
    return Level.GOOD if alpha >= GOOD else Level.FAIR if alpha >= FAIR else Level.POOR


def alpha(units: Iterable[Sequence[float]], data: Data) -> float | None:
    """Krippendorff's alpha; each unit holds the values that were given to it.

    What fewer than two judged says nothing and is left out. None where nothing was judged twice,
    or all values are the same: agreement on what never varies can't be told from chance.
    """
    paired = [unit for unit in units if len(unit) > 1]
    marginals = Counter(value for unit in paired for value in unit)
    distance = _Distances(marginals, data)
    total = marginals.total()
    expected = sum(
        2 * marginals[one] * marginals[other] * distance(one, other)
        for one, other in combinations(sorted(marginals), 2)
    )
    if not expected:
        return None
    observed = sum(_disagreement(unit, distance) for unit in paired)
    return 1 - (total - 1) * observed / expected


def _disagreement(unit: Sequence[float], distance: "_Distances") -> float:
    """The sum of its pairs' distances, as coincidences count them."""
    counts = Counter(unit)
    pairs = combinations(sorted(counts), 2)
    apart = sum(2 * counts[one] * counts[other] * distance(one, other) for one, other in pairs)
    return apart / (len(unit) - 1)


class _Distances:
    """The squared difference of two values, the first the lower."""

    def __init__(self, marginals: Mapping[float, int], data: Data) -> None:
        self._marginals = marginals
        self._data = data

    def __call__(self, one: float, other: float) -> float:
        if self._data is Data.NOMINAL:
            return 1
        if self._data is Data.INTERVAL:
            return (one - other) ** 2
        if self._data is Data.RATIO:
            return ((one - other) / (one + other)) ** 2
        between = sum(count for value, count in self._marginals.items() if one <= value <= other)
        ends = (self._marginals[one] + self._marginals[other]) / 2
        return (between - ends) ** 2


def kappa(units: Iterable[Sequence[float]]) -> float | None:
    """Fleiss' kappa; each unit holds the values that were given to it.

    None unless all have the same number of them, two or more, and not all values are the same.
    """
    counts = [Counter(unit) for unit in units]
    raters = {each.total() for each in counts}
    if len(raters) != 1 or (n := raters.pop()) < 2:
        return None
    shares = Counter[float]()
    for each in counts:
        shares.update(each)
    by_chance = sum((count / (n * len(counts))) ** 2 for count in shares.values())
    if by_chance == 1:
        return None
    agreeing = sum(sum(count * (count - 1) for count in each.values()) for each in counts)
    observed = agreeing / (n * (n - 1) * len(counts))
    return (observed - by_chance) / (1 - by_chance)
