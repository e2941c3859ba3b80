"""Numbers as people read them: whole percents, few digits, a real minus sign."""

from collector.analysis import Row
from collector.words import say


def percent(share: float) -> str:
    """0.4286 → `43 %`, with a blank that does not break."""
    return f"{round(100 * share)}\N{NO-BREAK SPACE}%"


def number(value: float, digits: int = 1) -> str:
    """At most `digits` decimals, none where they say nothing: 4.0 → `4`, -0.04 → `0`."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    return "0" if text in ("-0", "") else text.replace("-", "\N{MINUS SIGN}")


def interval(row: Row) -> str:
    """`12 % to 58 %`."""
    return say("result-between", {"low": percent(row.low), "high": percent(row.high)})
