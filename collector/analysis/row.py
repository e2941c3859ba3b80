"""A row tells how many gave one answer, with the share's interval."""

from dataclasses import dataclass

from collector.analysis.interval import share


@dataclass(frozen=True)
class Row:
    """How many gave one answer. `share` and its 95 % interval are parts of `n`, from 0 to 1."""

    code: str
    label: str
    count: int
    share: float
    low: float
    high: float


def row(code: str, label: str, count: int, n: int) -> Row:
    """The row of an answer that `count` of `n` people gave."""
    told = share(count, n)
    return Row(code, label, count, told.share, told.low, told.high)


@dataclass(frozen=True)
class Hidden:
    """An answer whose count is not told."""

    code: str
    label: str
