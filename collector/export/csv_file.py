"""A `.csv` file: one form or one listing, one header row, and every row as long."""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from collector.errors import ExportError
from collector.export.cell import for_csv
from collector.export.column import Cell, Kind
from collector.export.reading import Reading
from collector.export.rows import Rows
from collector.export.what import What, votes_of

SEPARATORS = (",", ";", "\t")


def write(file: BinaryIO, reading: Reading, _drafts: Path) -> None:
    """For people in labels, with the mark by which Excel knows UTF-8; for machines in codes.

    Raises ExportError if it is not said which of several tables, or for a strange separator.
    """
    choices = reading.choices
    if choices.separator not in SEPARATORS:
        raise ExportError("export-separator", separator=choices.separator)
    table = _one(reading)
    if not choices.codes:
        file.write(BOM_UTF8)
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        file_rows = csv.writer(text, delimiter=choices.separator, lineterminator="\r\n")
        file_rows.writerows(table)
    finally:
        text.detach()


def _one(reading: Reading) -> Iterator[list[str]]:
    """The one table that is asked for, its header first."""
    if reading.choices.what is What.ALL or (reading.sheets and reading.listings):
        raise ExportError("export-one-table")
    if len(reading.sheets) > 1:
        raise ExportError("export-which-form", forms=", ".join(reading.sheets))
    return _form(reading) if reading.sheets else _listing(reading)


def _form(reading: Reading) -> Iterator[list[str]]:
    (sheet,) = reading.sheets.values()
    rows = Rows(sheet, told=not reading.choices.codes, finish=_safe)
    yield [str(for_csv(each)) for each in rows.header]
    yield from map(rows.of, reading.entries())


def _listing(reading: Reading) -> Iterator[list[str]]:
    """Of votes those of the kind that are cast today."""
    what = next(iter(reading.listings))
    if reading.choices.what is What.VOTES:
        what = votes_of(reading.material.brief.voting)
    kinds = [*reading.listings[what].columns.values()]
    yield [*reading.listings[what].columns]
    for row in reading.rows(what):
        yield [*map(_safe, kinds, row)]


def _safe(_kind: Kind, cell: Cell) -> str:
    """The cell as the file says it; made text here, once, and not by the writer in each row."""
    safe = for_csv(cell)
    return "" if safe is None else str(safe)
