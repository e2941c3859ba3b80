"""A cell that does no harm: no formulas, no lost digits, nothing longer than a sheet can hold."""

from datetime import date, datetime, time
from typing import Any

from collector.entries.formula import looks_like_formula
from collector.export.column import Cell
from collector.words import say

LONGEST = 32_767
"""Characters that a cell of a workbook holds, counted as it does, in UTF-16."""

JOINER = "; "


def joined(cell: Cell) -> Any:
    """The cell as one value: several codes or labels become one text."""
    return JOINER.join(cell) if isinstance(cell, tuple) else cell


def for_csv(cell: Cell) -> Any:
    """The cell as a number or as text that no spreadsheet takes for a formula."""
    value = cell if type(cell) is str else joined(cell)
    if type(value) is str:
        return f"'{value}" if looks_like_formula(value) else value
    return iso(value) if isinstance(value, date | time) else value


def iso(moment: date | time) -> str:
    """ISO 8601: a day, a time to the minute, or both with seconds and zone."""
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="seconds")
    if isinstance(moment, time):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat()


def number_or_text(text: str) -> int | str:
    """A whole number if its digits say exactly that; `0171`, `1.0` and 16 digits stay text."""
    if text.removeprefix("-").isdecimal() and len(text) <= 15 and str(int(text)) == text:
        return int(text)
    return text


def cut(text: str) -> str:
    """The text as far as a workbook's cell holds it, with a note where it was cut."""
    if 2 * len(text) <= LONGEST or _length(text) <= LONGEST:
        return text
    note = " " + say("export-cut", {"length": len(text)})
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - _length(note))]
    return kept.decode("utf-16-le", "ignore") + note


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
