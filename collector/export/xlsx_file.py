"""An `.xlsx` workbook.

XlsxWriter keeps one row of each sheet in memory, so that any number of entries may stream by. It
is told the type of every cell: text never becomes a formula, a link or a number by itself.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime, time
from io import FileIO
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from xlsxwriter.exceptions import XlsxWriterException  # type: ignore[import-untyped]  # as above
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # as above

from collector.errors import ExportError
from collector.export import workbook as layout
from collector.export.column import Kind
from collector.export.reading import Reading
from collector.export.workbook import NARROW, WIDTHS, Plain

FORMATS = {datetime: "yyyy-mm-dd hh:mm:ss", date: "yyyy-mm-dd", time: "hh:mm"}


def write(file: BinaryIO, reading: Reading, drafts: Path) -> None:
    """The whole workbook. Raises ExportError if it would have too many rows, and OSError."""
    write_book(file, drafts, reading.now, lambda book: layout.fill(book, reading))


def write_book(file: BinaryIO, drafts: Path, now: datetime, fill: Callable[["Book"], None]) -> None:
    """A workbook with whatever `fill` writes into it. Raises what that raises, and OSError."""
    # Sheets are drafted in a folder of their own, so that whatever fails, no part is left behind.
    with TemporaryDirectory(dir=drafts, prefix=".workbook.") as folder, ExitStack() as opened:
        draft = opened.enter_context(Draft(Path(folder) / "workbook", "w+b"))
        options = {"constant_memory": True, "remove_timezone": True, "use_zip64": True}
        workbook = xlsxwriter.Workbook(draft, {**options, "tmpdir": folder})
        workbook.set_properties({"created": now.astimezone(UTC)})
        opened.callback(_let_go, workbook)
        book = Book(workbook)
        fill(book)
        book.finish()
        try:
            workbook.close()
        except XlsxWriterException as error:
            raise OSError(str(error)) from error
        draft.seek(0)
        copyfileobj(draft, file)


class Draft(FileIO):
    """A file that takes nothing more, and says nothing, once it could not take all or was closed.

    The archive that XlsxWriter leaves behind tries to write its end whenever it is collected.
    """

    _failed = False

    @property
    def is_over(self) -> bool:
        return self._failed or self.closed

    def write(self, data: Any) -> int:
        rest = memoryview(data).cast("B")
        size = len(rest)
        while rest and not self.is_over:
            try:
                rest = rest[super().write(rest) :]
            except OSError:
                self._failed = True
                raise
        return size

    def seek(self, offset: int, whence: int = 0) -> int:
        return 0 if self.is_over else super().seek(offset, whence)

    def tell(self) -> int:
        return 0 if self.is_over else super().tell()

    def flush(self) -> None:
        if not self.is_over:
            super().flush()


def _let_go(workbook: xlsxwriter.Workbook) -> None:
    """Close the drafts, also of a workbook that was never finished."""
    with ExitStack() as opened:
        for sheet in workbook.worksheets():
            opened.callback(sheet.row_data_fh.close)


class Book:
    """A workbook that is being written, with its formats and its sheets."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self.workbook = workbook
        self.bold = workbook.add_format({"bold": True, "bottom": 1})
        self.formats = {
            kind: workbook.add_format({"num_format": text, "align": "left"})
            for kind, text in FORMATS.items()
        }
        self._pages: list[Page] = []

    def page(self, name: str, header: Sequence[str], kinds: Sequence[Kind]) -> "Page":
        """A new sheet with its header."""
        worksheet = self.workbook.add_worksheet(name)
        for place, kind in enumerate(kinds):
            worksheet.set_column(place, place, WIDTHS.get(kind, NARROW))
        self._pages.append(Page(self, worksheet, header))
        return self._pages[-1]

    def finish(self) -> None:
        """Put the filters around what was written."""
        for page in self._pages:
            page.worksheet.autofilter(0, 0, page.row, page.columns - 1)


class Page(layout.Page):
    """One sheet: rows below a header that stays in sight, with a filter."""

    def __init__(self, book: Book, worksheet: Worksheet, header: Sequence[str]) -> None:
        self.book = book
        self.worksheet = worksheet
        self.columns = len(header)
        for place, name in enumerate(header):
            worksheet.write_string(0, place, name, book.bold)
        worksheet.freeze_panes(1, 0)
        worksheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def write(self, cells: Sequence[Plain]) -> None:
        text, number, row = self.worksheet.write_string, self.worksheet.write_number, self.row
        for place, cell in enumerate(cells):
            if cell is None:
                continue
            if type(cell) is str and not cell.startswith("<r>"):
                failed = text(row, place, cell)
            elif isinstance(cell, int | float):
                failed = number(row, place, cell)
            else:
                failed = self._put(place, cell)
            if failed:
                raise ExportError("export-too-many")

    def _put(self, place: int, cell: str | date | time) -> Any:
        """What comes seldom; anything but 0 says that it could not be."""
        sheet, row = self.worksheet, self.row
        if not isinstance(cell, str):
            return sheet.write_datetime(row, place, cell, self.book.formats[type(cell)])
        if cell.endswith("</r>"):
            # XlsxWriter would take it for marks of its own, and write them as they are.
            return sheet.write_rich_string(row, place, *cell[:2], cell[2:])
        return sheet.write_string(row, place, cell)
