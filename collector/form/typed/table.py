"""The text of a spreadsheet as rows of cells, whatever program wrote it.

Commas, semicolons or tabs; a byte-order mark; quoted cells that hold any of these and line ends.
"""

import codecs
import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from io import StringIO

from collector.form.typed.fault import Fault

SEPARATORS = (",", ";", "\t")
NAMED = "sep="
"""Some programs name the separator in a first line of its own."""


@dataclass(frozen=True)
class Row:
    """`number` and `line` as in a fault; cells are without blanks around them."""

    number: int
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The rows in order, the heads first; rows without any text are left out."""

    separator: str
    rows: tuple[Row, ...]


def read_table(content: bytes, known: Collection[str]) -> Table | Fault:
    """The table, or why it can't be read; `known` are the heads that it may have."""
    text = _decoded(content)
    if text is None:
        return Fault(1, 1, "", "typed-encoding")
    first, _, rest = text.partition("\n")
    named = first.strip().strip('"')
    skipped = 0
    if named.lower().startswith(NAMED):
        text, skipped = rest, 1
    rows: list[Row] = []
    try:
        separator = _separator(text, known)
        rows.extend(_rows(text, separator, skipped))
    except csv.Error:
        row = rows[-1].number + 1 if rows else 1
        return Fault(row, row, "", "typed-quotes")
    return Table(separator, tuple(rows)) if rows else Fault(1, 1, "", "typed-empty")


def _decoded(content: bytes) -> str | None:
    marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    encoding = "utf-16" if content.startswith(marks) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _separator(text: str, known: Collection[str]) -> str:
    """The one by which most heads are known; what parts more, where none is."""

    def likeness(separator: str) -> tuple[int, int]:
        heads = next(csv.reader(StringIO(text, newline=""), delimiter=separator), [])
        return sum(each.strip().lower() in known for each in heads), len(heads)

    return max(SEPARATORS, key=likeness)


def _rows(text: str, separator: str, skipped: int) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    line = skipped + 1
    for number, cells in enumerate(reader, skipped + 1):
        stripped = tuple(cell.strip() for cell in cells)
        if any(stripped):
            yield Row(number, line, stripped)
        line = reader.line_num + skipped + 1
