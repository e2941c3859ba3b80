"""A `.csv` file: one form, one header row, and every row as long."""

import csv
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from collector.errors import ExportError
from collector.export.cell import for_csv
from collector.export.column import Cell
from collector.export.reading import Reading

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
    encoding = "utf-8" if choices.codes else "utf-8-sig"
    text = TextIOWrapper(file, encoding=encoding, newline="")
    try:
        rows = csv.writer(text, delimiter=choices.separator, lineterminator="\r\n")
        (only,) = reading.sheets.values()
        rows.writerow(_safe(only.header))
        for sheet, entry in reading.entries():
            cells = sheet.coded(entry)
            rows.writerow(_safe(cells if choices.codes else sheet.told(entry, cells)))
    finally:
        text.detach()


def _safe(cells: Iterable[Cell]) -> list[object]:
    return [for_csv(cell) for cell in cells]
