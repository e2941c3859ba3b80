"""Answers to a survey of thirty questions as spreadsheets, beside what writes bare rows.

`python -m bench.spreadsheets WRITER SIZE` is one of them, in a process of its own: it prints
seconds, and the most memory that the process held in MB, as JSON. The peers are handed the very
cells that ours has to make of each response: as many sheets, no checks, no codebook, no summary.
"""

import csv
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import import_module
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any

import xlsxwriter

from bench import survey
from bench.process import most_memory
from collector.brief import Brief, FormSection
from collector.entries import Response
from collector.export import Material, export
from collector.export.cell import joined
from collector.export.column import Cell, Kind
from collector.export.rows import Rows
from collector.export.sheet import sheets_of
from collector.form import define, labels

FOLDER = Path("build/bench").absolute() / "spreadsheets"
SIZE = 250_000
PANDAS_SIZE = 50_000
"""Responses in a workbook of pandas', which holds all of it in memory."""
DIFFERENT = 5_000
"""Responses; they come again and again, so that making them takes no time."""
AN_HOUR = 50
TURNS = 3
"""Of a table; workbooks take so long that once has to do."""
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DAY = "yyyy-mm-dd"

Cells = Sequence[Any]


def measure() -> dict[str, object]:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    tables = {name: _alone(name, SIZE, TURNS) for name in ("csv", "csv-bare", "csv-pandas")}
    books = {name: _alone(name, SIZE) for name in ("xlsx", "xlsx-bare")}
    small = {name: _alone(name, PANDAS_SIZE) for name in ("xlsx", "xlsx-pandas", "ods")}
    return {
        f"{SIZE:,} responses": {**tables, **books},
        f"{PANDAS_SIZE:,} responses": small,
        "csv, times the bare writer": _times(tables, "csv", "csv-bare"),
        "xlsx, times bare XlsxWriter": _times(books, "xlsx", "xlsx-bare"),
        "xlsx, times pandas": _times(small, "xlsx", "xlsx-pandas"),
        "marks": "csv at most 2, xlsx at most 1.3 and 0.7 of pandas; csv and xlsx under 150 MB",
    }


def _times(found: dict[str, dict[str, float]], ours: str, peer: str) -> float:
    return round(found[ours]["s"] / found[peer]["s"], 2)


def _alone(writer: str, size: int, turns: int = 1) -> dict[str, float]:
    """The median time of a writer, and the most memory of all turns."""
    command = [sys.executable, "-m", "bench.spreadsheets", writer, str(size)]
    told = [
        json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        for _ in range(turns)
    ]
    seconds, megabytes = ([each[name] for each in told] for name in ("s", "MB at most"))
    return {"s": round(median(seconds), 2), "MB at most": max(megabytes)}


def _ours(path: Path, size: int) -> None:
    export(path, _material(size), NOW)


def _csv_bare(path: Path, size: int) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(_repeated(_told(), size))


def _csv_pandas(path: Path, size: int) -> None:
    frame = _pandas().DataFrame(_repeated(_told(), size))
    frame.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\r\n")


def _xlsx_bare(path: Path, size: int) -> None:
    options = {"constant_memory": True, "remove_timezone": True, "default_date_format": DAY}
    with xlsxwriter.Workbook(path, options) as book:
        sheets = [(book.add_worksheet(), each) for each in (_told(), _coded())]
        for number in range(size):
            for sheet, rows in sheets:
                sheet.write_row(number, 0, rows[number % DIFFERENT])


def _xlsx_pandas(path: Path, size: int) -> None:
    pandas = _pandas()
    with pandas.ExcelWriter(path, engine="xlsxwriter") as book:
        for name, rows in (("Responses", _told()), ("Codes", _coded())):
            frame = pandas.DataFrame(_repeated(rows, size))
            frame.to_excel(book, sheet_name=name, index=False)


def _pandas() -> Any:
    """It is so large that only those who use it shall hold it."""
    return import_module("pandas")


WRITERS: dict[str, Callable[[Path, int], None]] = {
    "csv": _ours,
    "csv-bare": _csv_bare,
    "csv-pandas": _csv_pandas,
    "xlsx": _ours,
    "xlsx-bare": _xlsx_bare,
    "xlsx-pandas": _xlsx_pandas,
    "ods": _ours,
}
"""The ending of the file comes first."""


@cache
def _brief() -> Brief:
    path = Path(f"{survey.SLUG}.md")
    return Brief(survey.SLUG, path, "What matters to you?", "", (FormSection(survey.asked()),))


@cache
def _responses() -> list[Response]:
    """They come one after the other, so many an hour; of their time no more is kept."""
    made = enumerate(survey.responses(_brief().forms[0], DIFFERENT))
    return [replace(each, received=NOW + timedelta(hours=n // AN_HOUR)) for n, each in made]


def _repeated(rows: Sequence[Any], size: int) -> Iterator[Any]:
    return islice(cycle(rows), size)


def _material(size: int) -> Material:
    form = _brief().forms[0]
    return Material(
        brief=_brief(),
        definitions={define(form).hash: define(form)},
        labels={define(form).hash: labels(form)},
        entries=_repeated(_responses(), size),
    )


@cache
def _told() -> list[Cells]:
    return _cells(told=True)


@cache
def _coded() -> list[Cells]:
    return _cells(told=False)


def _cells(*, told: bool) -> list[Cells]:
    """The cells that ours makes of the responses, as text, numbers and dates."""
    (sheet,) = sheets_of(_material(0), UTC).values()
    rows = Rows(sheet, told=told, finish=_plain)
    return [rows.of(each) for each in _responses()]


def _plain(_kind: Kind, cell: Cell) -> Any:
    plain = joined(cell)
    return plain.replace(tzinfo=None) if isinstance(plain, datetime) else plain


def main(writer: str, size: int) -> dict[str, float]:
    """One writer's turn; what all of them need is made before."""
    _responses()
    if writer.endswith(("bare", "pandas")):
        _told()
        _coded()
    if writer.endswith("pandas"):
        _pandas()
    begun = time.perf_counter()
    path = FOLDER / f"{writer}.{writer.partition('-')[0]}"
    WRITERS[writer](path, size)
    seconds = time.perf_counter() - begun
    path.unlink()
    return {"s": seconds, "MB at most": most_memory()}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
