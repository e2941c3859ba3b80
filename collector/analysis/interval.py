"""How sure a share or a score is: 95 % confidence intervals."""

from dataclasses import dataclass
from math import sqrt

Z = 1.959964
"""The normal quantile of 97.5 %: intervals of 95 %."""


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`, in the unit of what it belongs to."""

    low: float
    high: float


def wilson(count: int, n: int, z: float = Z) -> Interval:
    """The interval of a share `count / n`, from 0 to 1; the whole range where n is 0.

    The score interval of E. B. Wilson (1927), "Probable inference, the law of succession, and
    statistical inference", JASA 22, 209-212; method 3 of R. G. Newcombe (1998), "Two-sided
    confidence intervals for the single proportion", Statistics in Medicine 17, 857-872.
    Raises ValueError unless 0 <= count <= n.
    """
    if not 0 <= count <= n:
        raise ValueError(f"{count} of {n} is no share")
    if n == 0:
        return Interval(0.0, 1.0)
    share = count / n
    middle = share + z * z / (2 * n)
    reach = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    whole = 1 + z * z / n
    return Interval(
        0.0 if count == 0 else (middle - reach) / whole,
        1.0 if count == n else (middle + reach) / whole,
    )


@dataclass(frozen=True)
class Share:
    """How many of `n` there were; `share`, `low` and `high` are parts of it, from 0 to 1."""

    count: int
    n: int
    share: float
    low: float
    high: float


def share(count: int, n: int) -> Share:
    """The share with Wilson's interval; 0 with the whole range where n is 0."""
    interval = wilson(count, n)
    return Share(count, n, count / n if n else 0.0, interval.low, interval.high)


@dataclass(frozen=True)
class Score:
    """A net promoter score and its interval, from -100 to 100."""

    value: float
    low: float
    high: float


def net_promoter_score(promoters: int, passives: int, detractors: int, z: float = Z) -> Score:
    """Percent of promoters (9-10) less percent of detractors (0-6), of at least one answer.

    The interval is the adjusted Wald one with three pseudo-answers (3/4, 3/2, 3/4) of B. Rocks
    (2016), "Interval estimation for the Net Promoter Score", The American Statistician 70,
    365-372, held within the scale.
    """
    n = promoters + passives + detractors
    if n == 0:
        raise ValueError("no score without answers")
    likely = (promoters + 0.75) / (n + 3)
    unlikely = (detractors + 0.75) / (n + 3)
    net = likely - unlikely
    reach = z * sqrt((likely + unlikely - net * net) / (n + 3))
    return Score(
        100 * (promoters - detractors) / n,
        100 * max(-1.0, net - reach),
        100 * min(1.0, net + reach),
    )
