"""`{.dropdown from=towns.csv}`: options from a file beside the brief, one `code,label` a line."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from collector.brief.codes import is_code
from collector.brief.files import names_in
from collector.brief.heading import Heading, near
from collector.brief.model import Option, Shape
from collector.brief.report import Report
from collector.brief.shapes import Answer

MOST = 2_000
"""Options in one file; past that nobody finds theirs in a menu."""
MARKS = re.compile(r"([\\`*_\[\]<>&!])")
HEAD = ("code", "label")


class Row(NamedTuple):
    """A line of the file that is not empty, and its number."""

    number: int
    cells: list[str]


class _Fault(Exception):
    """The file does not read; `facts` say why."""

    def __init__(self, reason: str, fix: str = "", **facts: object) -> None:
        super().__init__(reason)
        self.reason, self.fix, self.facts = reason, fix, facts


def read_listed(heading: Heading, report: Report) -> Answer | None:
    """The options of the file that `from=` names; None if it has faults, which are reported."""
    name = heading.attributes.values["from"]
    place = heading.attributes.places["from"]
    try:
        options = _options(name, report.path.parent)
    except _Fault as fault:
        at = place + len("from=")
        line = heading.line
        fix = line.replaced(at, at + len(name), fault.fix) if fault.fix else ""
        report.error(line, fault.reason, at=at, fix=fix, **{"file": name, **fault.facts})
        return None
    report.files.append(name)
    return Answer(Shape.ONE, options=options)


def _options(name: str, folder: Path) -> tuple[Option, ...]:
    found: dict[str, Option] = {}
    for row in _rows(_text(name, folder)):
        if row.number == 1 and tuple(cell.lower() for cell in row.cells) == HEAD:
            continue
        option = _option(row)
        if option.code in found:
            raise _Fault("brief-from-twice", row=row.number, code=option.code)
        found[option.code] = option
    if not 2 <= len(found) <= MOST:
        raise _Fault("brief-from-count", most=MOST, count=len(found))
    return tuple(found.values())


def _text(name: str, folder: Path) -> str:
    if "/" in name or "\\" in name:
        raise _Fault("brief-image-place", name.replace("\\", "/").rpartition("/")[2])
    try:
        return (folder / name).read_bytes().decode("utf-8-sig")
    except OSError:
        present = [each for each in names_in(folder) if each.lower().endswith(".csv")]
        raise _Fault("brief-file-missing", near(name, present) or "towns.csv") from None
    except UnicodeDecodeError:
        raise _Fault("brief-from-encoding") from None


def _rows(text: str) -> Iterator[Row]:
    """The lines with anything in them. A file whose first line has a semicolon is parted by it."""
    lines = text.splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), "")
    rows = csv.reader(lines, delimiter=";" if ";" in first else ",", strict=True)
    try:
        for cells in rows:
            trimmed = [" ".join(cell.split()) for cell in cells]
            if any(trimmed):
                yield Row(rows.line_num, trimmed)
    except csv.Error:
        raise _Fault("brief-from-row", row=rows.line_num) from None


def _option(row: Row) -> Option:
    while row.cells[-1:] == [""] and len(row.cells) > len(HEAD):
        row.cells.pop()  # a spreadsheet pads its lines
    if len(row.cells) != len(HEAD) or not all(row.cells):
        raise _Fault("brief-from-row", row=row.number)
    code, label = row.cells
    if not is_code(code):
        raise _Fault("brief-from-code", row=row.number, code=code)
    return Option(code, MARKS.sub(r"\\\1", label))
