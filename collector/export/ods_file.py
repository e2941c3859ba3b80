"""An `.ods` workbook, for offices without Excel: the same sheets, streamed into OpenDocument 1.3.

The libraries that write it hold the whole document in memory, or write one sheet after the other;
here an entry is a row of two sheets, which are drafted side by side and then joined in one archive.
Every cell says its type, and none has a formula: text stays text.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]  # it ships no types

from collector.errors import ExportError
from collector.export import open_document as xml
from collector.export import workbook as layout
from collector.export.column import Kind
from collector.export.reading import Reading
from collector.export.workbook import NARROW, WIDTHS, Plain

LARGEST = 2**31 - 2**20
"""Bytes of all sheets together: LibreOffice opens no archive whose parts are larger (ZIP64)."""


def write(file: BinaryIO, reading: Reading, drafts: Path) -> None:
    """The whole workbook. Raises ExportError if it would have too many rows, and OSError."""
    title = reading.material.brief.title
    write_book(file, drafts, reading.now, title, lambda book: layout.fill(book, reading))


def write_book(
    file: BinaryIO, drafts: Path, now: datetime, title: str, fill: Callable[["Book"], None]
) -> None:
    """A workbook with whatever `fill` writes into it. Raises what that raises, and OSError."""
    with TemporaryDirectory(dir=drafts, prefix=".workbook.") as folder, ExitStack() as opened:
        book = Book(Path(folder), opened)
        fill(book)
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", xml.MEDIA_TYPE, ZIP_STORED)
            archive.writestr("META-INF/manifest.xml", xml.MANIFEST)
            archive.writestr("meta.xml", xml.meta(title, now.astimezone(UTC)))
            archive.writestr("settings.xml", xml.settings(page.name for page in book.pages))
            with archive.open("content.xml", "w") as content:
                book.copy_to(content)


class Book:
    """A workbook whose sheets are drafted in a folder, each in a file of its own."""

    def __init__(self, folder: Path, opened: ExitStack) -> None:
        self._folder = folder
        self._opened = opened
        self.pages: list[Page] = []
        self.size = 0

    def page(self, name: str, header: Sequence[str], kinds: Sequence[Kind]) -> "Page":
        """A new sheet with its header."""
        draft = self._opened.enter_context((self._folder / str(len(self.pages))).open("w+b"))
        self.pages.append(Page(self, draft, name, header, kinds))
        return self.pages[-1]

    def copy_to(self, content: IO[bytes]) -> None:
        """All sheets as one document."""
        widths = sorted({NARROW, *WIDTHS.values()})
        content.write(xml.begin(widths).encode())
        for page in self.pages:
            page.draft.seek(0)
            copyfileobj(page.draft, content)
            content.write(xml.END_SHEET.encode())
        ends = ((page.name, page.last_cell) for page in self.pages)
        content.write((xml.filters(ends) + xml.END).encode())


class Page(layout.Page):
    """One sheet, drafted in a file."""

    def __init__(
        self, book: Book, draft: IO[bytes], name: str, header: Sequence[str], kinds: Sequence[Kind]
    ) -> None:
        self.name = name
        self.draft = draft
        self._book = book
        self._columns = len(header)
        widths = [WIDTHS.get(kind, NARROW) for kind in kinds]
        widths += [NARROW] * (len(header) - len(widths))
        self._put(xml.begin_sheet(name, widths) + xml.header(header))

    @property
    def last_cell(self) -> str:
        """Its place, as `AB12`."""
        return f"{xl_col_to_name(self._columns - 1)}{self.row + 1}"

    def write(self, cells: Sequence[Plain]) -> None:
        self._put(xml.row(cells))

    def _put(self, text: str) -> None:
        self._book.size += self.draft.write(text.encode())
        if self._book.size > LARGEST:
            raise ExportError("export-too-large")
