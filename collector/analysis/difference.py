"""Two shares compared: how far they differ, how sure that is, and how many people it takes."""

from dataclasses import dataclass
from math import ceil, erfc, hypot, sqrt
from statistics import NormalDist

from collector.analysis.interval import Z, wilson

ALPHA = 0.05
POWER = 0.8
"""How often a test should find a difference that is there."""


@dataclass(frozen=True)
class Difference:
    """The second share less the first, from -1 to 1, with its 95 % interval.

    `p` is how often chance alone gives a difference at least as large.
    """

    value: float
    low: float
    high: float
    p: float


def difference(before: tuple[int, int], after: tuple[int, int]) -> Difference:
    """Of `count of n` each; the interval squares and adds the parts of two Wilson intervals.

    Method 10 of R. G. Newcombe (1998), "Interval estimation for the difference between independent
    proportions: comparison of eleven methods", Statistics in Medicine 17, 873-890. Raises
    ValueError unless 0 <= count <= n and n > 0.
    """
    (a, m), (b, n) = before, after
    if m == 0 or n == 0:
        raise ValueError("no share of nobody")
    first, second = wilson(a, m), wilson(b, n)
    value = b / n - a / m
    return Difference(
        value,
        value - hypot(b / n - second.low, first.high - a / m),
        value + hypot(second.high - b / n, a / m - first.low),
        erfc(abs(z_of(before, after)) / sqrt(2)),
    )


def z_of(before: tuple[int, int], after: tuple[int, int]) -> float:
    """The two-proportion z with the pooled share; its square is Pearson's chi-square.

    NIST/SEMATECH e-Handbook of Statistical Methods, 7.3.3. 0 where all or none said yes.
    """
    (a, m), (b, n) = before, after
    pooled = (a + b) / (m + n)
    error = sqrt(pooled * (1 - pooled) * (1 / m + 1 / n))
    return (b / n - a / m) / error if error else 0.0


def needed(low: float, high: float, power: float = POWER, tests: int = 1) -> int:
    """How many people on each side, so that the test at 5 % finds a change from `low` to `high`.

    Of several `tests` each is given its part of the 5 %, after Bonferroni.

    Formula 4.14 of J. L. Fleiss, B. Levin and M. C. Paik (2003), "Statistical Methods for Rates and
    Proportions", without a correction for continuity. Raises ValueError unless both are between
    0 and 1, and differ.
    """
    if low == high or not 0 < low < 1 or not 0 < high < 1:
        raise ValueError(f"{low} and {high} are no two shares")
    middle = (low + high) / 2
    same = (Z if tests == 1 else NormalDist().inv_cdf(1 - ALPHA / 2 / tests)) * sqrt(
        2 * middle * (1 - middle)
    )
    other = NormalDist().inv_cdf(power) * sqrt(low * (1 - low) + high * (1 - high))
    return ceil(((same + other) / (high - low)) ** 2)
