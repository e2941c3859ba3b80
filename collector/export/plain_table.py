"""Tables of a few columns, as `.csv`, or as the sheets of a workbook."""

import csv
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TypeAlias

from collector.errors import ExportError
from collector.export import ods_file, xlsx_file
from collector.export.cell import for_csv
from collector.export.column import Cell, Kind
from collector.export.workbook import Book, Names, plain

Value: TypeAlias = str | int | float | Decimal | date | tuple[str, ...] | None

Row: TypeAlias = Sequence[Value]


@dataclass(frozen=True)
class Table:
    """A sheet's name, its columns with what they hold, and its rows."""

    name: str
    columns: Mapping[str, Kind]
    rows: Sequence[Row]


def write_csv(file: BinaryIO, tables: Sequence[Table], _now: datetime, _drafts: Path) -> None:
    """The one table, with the mark by which Excel knows UTF-8. Raises ExportError for several."""
    if len(tables) != 1:
        raise ExportError("export-one-table")
    file.write(BOM_UTF8)
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        rows = csv.writer(text, lineterminator="\r\n")
        rows.writerow(tables[0].columns)
        rows.writerows([*map(_written, row)] for row in tables[0].rows)
    finally:
        text.detach()


def write_xlsx(file: BinaryIO, tables: Sequence[Table], now: datetime, drafts: Path) -> None:
    """A sheet for each table. Raises OSError."""
    xlsx_file.write_book(file, drafts, now, lambda book: _fill(book, tables))


def write_ods(file: BinaryIO, tables: Sequence[Table], now: datetime, drafts: Path) -> None:
    """A sheet for each table. Raises OSError."""
    title = tables[0].name
    ods_file.write_book(file, drafts, now, title, lambda book: _fill(book, tables))


def _fill(book: Book, tables: Sequence[Table]) -> None:
    names = Names()
    for table in tables:
        kinds = [*table.columns.values()]
        page = book.page(names.free(table.name), [*table.columns], kinds)
        for row in table.rows:
            page.add([plain(kind, _counted(each)) for kind, each in zip(kinds, row, strict=True)])


def _written(cell: Value) -> object:
    """The cell as text says it: sums to their last decimal."""
    return cell if isinstance(cell, Decimal) else for_csv(cell)


def _counted(cell: Value) -> Cell:
    """The cell as a workbook has it: numbers are numbers, whole ones whole."""
    if isinstance(cell, Decimal):
        return int(cell) if cell % 1 == 0 else float(cell)
    return cell


Writer: TypeAlias = Callable[[BinaryIO, Sequence[Table], datetime, Path], None]

WRITERS: Mapping[str, tuple[Writer, str]] = {
    "csv": (write_csv, "text/csv"),
    "xlsx": (
        write_xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "ods": (write_ods, "application/vnd.oasis.opendocument.spreadsheet"),
}
"""By the ending of the file's name, with what it is to a browser."""
