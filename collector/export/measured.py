"""What was measured of a challenge as a table: the same columns that can be brought in, and more.

day         value  note            by   at                         share
2026-11-23  118                    ada  2026-11-23T09:00:00+01:00  0.025
"""

import csv
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TypeAlias

from collector.analysis.progress import share_of_way
from collector.brief import Measure
from collector.entries import Measurement
from collector.export import xlsx_file
from collector.export.cell import for_csv
from collector.export.column import Kind
from collector.export.xlsx_file import Book
from collector.words import say

COLUMNS = {
    "day": Kind.DATE,
    "value": Kind.NUMBER,
    "note": Kind.TEXT,
    "by": Kind.TEXT,
    "at": Kind.DATE,
    "share": Kind.NUMBER,
}

Row: TypeAlias = list[str | float | datetime | None]
Writer: TypeAlias = Callable[[BinaryIO, Iterable[Row], datetime, Path], None]


def rows(measure: Measure, measured: Iterable[Measurement], now: datetime) -> Iterator[Row]:
    """A row a day; times are told in the zone of `now`."""
    for each in measured:
        share = round(share_of_way(measure, each.value), 6)
        at = each.at.astimezone(now.tzinfo)
        yield [each.day.isoformat(), each.value, each.note or None, each.by, at, share]


def write_csv(file: BinaryIO, told: Iterable[Row], _now: datetime, _drafts: Path) -> None:
    """With the mark by which Excel knows UTF-8."""
    file.write(BOM_UTF8)
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        table = csv.writer(text, lineterminator="\r\n")
        table.writerow(COLUMNS)
        table.writerows(map(for_csv, row) for row in told)
    finally:
        text.detach()


def write_xlsx(file: BinaryIO, told: Iterable[Row], now: datetime, drafts: Path) -> None:
    """One sheet of the same. Raises OSError."""

    def fill(book: Book) -> None:
        page = book.page(say("measured-sheet"), tuple(COLUMNS), tuple(COLUMNS.values()))
        for row in told:
            page.add(row)

    xlsx_file.write_book(file, drafts, now, fill)


WRITERS: Mapping[str, tuple[Writer, str]] = {
    "csv": (write_csv, "text/csv; charset=utf-8"),
    "xlsx": (
        write_xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}
"""By the ending of the file's name, with what it is to a browser."""
