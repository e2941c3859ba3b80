"""A workbook: for each form Responses (words) and Codes; then what was said about what they
brought; then Codebook, Summary and About.

What the sheets hold is said here, once for every kind of file; `Book` and `Page` write them.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Protocol, TypeAlias

from collector.brief import SECTIONS
from collector.errors import ExportError
from collector.export import about, codebook, summary
from collector.export.cell import cut, joined, number_or_text
from collector.export.column import Cell, Kind, Missing
from collector.export.reading import Reading
from collector.export.rows import Rows
from collector.export.sheet import Sheet
from collector.export.what import What
from collector.words import say

NAME_MOST = 31
"""Letters that the name of a sheet may have."""
MOST_ROWS = 1_048_575
"""Below the header, in one sheet."""
FIRST_YEAR = 1900
"""Workbooks know no earlier day."""
WIDTHS = {
    Kind.TEXT: 28,
    Kind.CHOICE: 20,
    Kind.CHOICES: 28,
    Kind.OWN: 28,
    Kind.DATE: 19,
    Kind.FILE: 28,
    Kind.ORDER: 28,
}
"""Of a column, in letters; others take what a number takes."""
NARROW = 10


Plain: TypeAlias = str | int | float | datetime | date | time | None
"""What a cell of a workbook holds; text is never empty, nor longer than a cell holds."""


class Page(ABC):
    """A sheet that is being written: rows below a header that stays in sight, with a filter."""

    row = 0
    """The last one that was written; the header is 0."""

    def add(self, cells: Sequence[Plain]) -> None:
        """Add a row. Raises ExportError if the sheet is full."""
        self.row += 1
        if self.row > MOST_ROWS:
            raise ExportError("export-too-many")
        self.write(cells)

    @abstractmethod
    def write(self, cells: Sequence[Plain]) -> None:
        """Write a row below the last one."""


class Book(Protocol):
    """A workbook that is being written."""

    def page(self, name: str, header: Sequence[str], kinds: Sequence[Kind]) -> Page:
        """A new sheet; `kinds` are those of its columns, as far as they matter."""


def fill(book: Book, reading: Reading) -> None:
    """Write every sheet. Raises ExportError if a form has more entries than a sheet has rows."""
    if reading.longest > MOST_ROWS:
        raise ExportError("export-too-many")
    reading.summarise()
    names = Names()
    forms = {name: list(_pages(book, names, reading, name)) for name in reading.sheets}
    for entry in reading.entries():
        for page, rows in forms[entry.form]:
            page.add(rows.of(entry))
    for what in reading.listings:
        _list(book, names, reading, what)
    meanings = book.page(names.free(say("export-sheet-codebook")), codebook.HEADER, ())
    for sheet in reading.sheets.values():
        _add_all(meanings, codebook.rows(sheet))
    for listing in reading.listings.values():
        _add_all(meanings, codebook.of_listing(listing))
    if reading.summaries:
        results = book.page(names.free(say("export-sheet-summary")), summary.HEADER, ())
        for each in reading.summaries.values():
            _add_all(results, each.rows())
    heads = (say("export-about-head"), say("export-about-value"))
    origin = book.page(names.free(say("export-sheet-about")), heads, (Kind.TEXT, Kind.TEXT))
    _add_all(origin, about.rows(reading))


def _pages(book: Book, names: "Names", reading: Reading, form: str) -> Iterator[tuple[Page, Rows]]:
    sheet = reading.sheets[form]
    told, coded = Rows(sheet, told=True, finish=plain), Rows(sheet, told=False, finish=_coded)
    for name, rows in zip(_called(reading, sheet), (told, coded), strict=True):
        yield book.page(names.free(name), rows.header, rows.kinds), rows


def _called(reading: Reading, sheet: Sheet) -> tuple[str, str]:
    """What the two sheets of a form are called."""
    words, codes = say("export-sheet-responses"), say("export-sheet-codes")
    kind = sheet.today.definition.kind
    if kind not in SECTIONS:
        name = say(f"export-sheet-{kind}s")
        return name, f"{codes} {name}"
    alone = sum(each.today.definition.kind in SECTIONS for each in reading.sheets.values()) == 1
    return (words, codes) if alone else (f"{words} {sheet.name}", f"{codes} {sheet.name}")


def _list(book: Book, names: "Names", reading: Reading, what: What) -> None:
    columns = reading.listings[what].columns
    kinds = [*columns.values()]
    page = book.page(names.free(say(f"export-sheet-{what}")), [*columns], kinds)
    for row in reading.rows(what):
        page.add([*map(plain, kinds, row)])


def plain(_kind: Kind, cell: Cell) -> Plain:
    """The cell as a workbook holds it."""
    value: Plain = joined(cell)
    if isinstance(value, str):
        return cut(value) or None
    if isinstance(value, Missing):
        return int(value)
    if isinstance(value, date) and value.year < FIRST_YEAR:
        return value.isoformat()
    return value


def _coded(kind: Kind, cell: Cell) -> Plain:
    """Codes that are whole numbers become such, for statistics programs."""
    if kind is Kind.CHOICE and isinstance(cell, str):
        return number_or_text(cell)
    return plain(kind, cell)


def _add_all(page: Page, rows: Iterable[Sequence[Cell]]) -> None:
    for row in rows:
        page.add([plain(Kind.TEXT, cell) for cell in row])


class Names:
    """The names of a workbook's sheets: no two alike, none too long."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, name: str) -> str:
        """The name, cut and with a number where it has to be."""
        wanted, number = name[:NAME_MOST], 1
        while wanted.casefold() in self._taken:
            number += 1
            wanted = f"{name[: NAME_MOST - 4]} {number}"
        self._taken.add(wanted.casefold())
        return wanted
