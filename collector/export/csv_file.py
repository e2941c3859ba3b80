"""A `.csv` file: one form, one header row, and every row as long."""

import csv
from codecs import BOM_UTF8
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from collector.errors import ExportError
from collector.export.cell import for_csv
from collector.export.column import Cell, Kind
from collector.export.reading import Reading
from collector.export.rows import Rows

SEPARATORS = (",", ";", "\t")


def write(file: BinaryIO, reading: Reading, _drafts: Path) -> None:
    """For people in labels, with the mark by which Excel knows UTF-8; for machines in codes.

    Raises ExportError if it is not said which of several forms, or for a strange separator.
    """
    choices = reading.choices
    if choices.separator not in SEPARATORS:
        raise ExportError("export-separator", separator=choices.separator)
    if len(reading.sheets) > 1:
        raise ExportError("export-which-form", forms=", ".join(reading.sheets))
    if not choices.codes:
        file.write(BOM_UTF8)
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        file_rows = csv.writer(text, delimiter=choices.separator, lineterminator="\r\n")
        (sheet,) = reading.sheets.values()
        rows = Rows(sheet, told=not choices.codes, finish=_safe)
        file_rows.writerow(map(for_csv, rows.header))
        file_rows.writerows(map(rows.of, reading.entries()))
    finally:
        text.detach()


def _safe(_kind: Kind, cell: Cell) -> str:
    """The cell as the file says it; made text here, once, and not by the writer in each row."""
    safe = for_csv(cell)
    return "" if safe is None else str(safe)
