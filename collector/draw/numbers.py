"""Numbers as people read them: whole percents, few digits, a real minus sign."""

from collector.analysis import Estimate, Row, Share
from collector.entries import Sum
from collector.words import decimal, say

LEAST_P = 0.001
"""No p is told more exactly."""


def percent(share: float) -> str:
    """0.4286 → `43 %`, with a blank that does not break."""
    return f"{round(100 * share)}\N{NO-BREAK SPACE}%".replace("-", "\N{MINUS SIGN}")


def number(value: float, digits: int = 1) -> str:
    """At most `digits` decimals, none where they say nothing: 4.0 → `4`, -0.04 → `0`."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    return "0" if text in ("-0", "") else decimal(text.replace("-", "\N{MINUS SIGN}"))


def interval(row: Row | Share) -> str:
    """`12 % to 58 %`."""
    return say("result-between", {"low": percent(row.low), "high": percent(row.high)})


def ends(estimate: Estimate, digits: int = 1) -> str:
    """`1.6 to 2.4`; a dash where there is no interval."""
    if estimate.low is None or estimate.high is None:
        return "\N{EN DASH}"
    low, high = number(estimate.low, digits), number(estimate.high, digits)
    return say("result-between", {"low": low, "high": high})


def chance(p: float) -> str:
    """`= 0.012`, for behind a p; as finely as p is told."""
    return f"= {number(p, 3)}" if p >= LEAST_P else f"< {number(LEAST_P, 3)}"


def estimated(reason: str, estimate: Estimate, digits: int = 1, **facts: object) -> str:
    """The sentence for an estimate; without an interval the one whose reason ends in `-alone`."""
    alone = estimate.low is None
    told = facts | {"value": number(estimate.value, digits), "interval": ends(estimate, digits)}
    return say(f"{reason}-alone" if alone else reason, told)


def amount(told: Sum) -> str:
    """`1 250.50 €`: two decimals or none, thousands parted as every language reads them."""
    digits = 2 if told.number % 1 else 0
    text = f"{told.number:,.{digits}f}".replace("-", "\N{MINUS SIGN}")
    parts = decimal(text.replace(",", "\N{NARROW NO-BREAK SPACE}"))
    return f"{parts}\N{NO-BREAK SPACE}{told.unit}"
