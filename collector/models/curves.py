"""The curves of a strategy canvas: what each offers, from 0 to 10, factor by factor.

|           | We | Supermarket |
|-----------|----|-------------|
| Price     | 6  | 2           |
| Freshness | 9  | 3           |
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from collector.brief.source import SourceLine
from collector.models.page import Page
from collector.models.table import RULE, cells, is_row

TOP = 10.0
"""The most that can be offered of a factor."""
MOST = 6
"""Curves that can be told apart."""
NUMBER = re.compile(r"[0-9]{1,2}(?:[.,][0-9]{1,2})?")
EXAMPLE = "| Price | 6 | 2 |"


@dataclass(frozen=True)
class Curve:
    """What one offers: a value for each factor, from 0 to TOP."""

    label: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Curves:
    """Curves over the same factors, one's own first."""

    factors: tuple[str, ...]
    curves: tuple[Curve, ...]


def read_curves(page: Page) -> Curves | None:
    """The table below the heading; None if it has faults, which are reported."""
    passage = page.passages.get("curves")
    if passage is None:
        page.missing("curves-missing", "## Curves")
        return None
    rows = [(line, cells(line.plain)) for line in passage.lines if is_row(line)]
    if len(rows) < 4 or not RULE.fullmatch(rows[1][0].plain):
        page.report.error(passage.heading.line, "curves-table", fix=EXAMPLE)
        return None
    (first, (_, *heads)), _, *lines = rows
    if not 1 <= len(heads) <= MOST or not all(heads):
        page.report.error(first, "curves-heads", most=MOST)
        return None
    values = [_values(page, *row, heads) for row in lines]
    if any(each is None for each in values):
        return None
    columns = zip(*(each for each in values if each), strict=True)
    curves = (Curve(label, tuple(column)) for label, column in zip(heads, columns, strict=True))
    return Curves(tuple(first for _, (first, *_) in lines), tuple(curves))


def _values(
    page: Page, line: SourceLine, row: Sequence[str], heads: Sequence[str]
) -> list[float] | None:
    if len(row) != len(heads) + 1 or not row[0]:
        page.report.error(line, "curves-ragged", wanted=len(heads) + 1, found=len(row))
        return None
    values = [_value(text) for text in row[1:]]
    for text, value in zip(row[1:], values, strict=True):
        if value is None:
            page.report.error(line, "curves-value", at=line.plain.find(text), value=text)
    return None if None in values else [each for each in values if each is not None]


def _value(text: str) -> float | None:
    if not NUMBER.fullmatch(text):
        return None
    value = float(text.replace(",", "."))
    return value if value <= TOP else None
