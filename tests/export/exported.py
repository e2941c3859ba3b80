"""Exports of a small challenge, written and read back by readers that are not ours."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import odf.opendocument
import openpyxl
from odf.table import Table, TableCell, TableRow
from odf.teletype import extractText
from odf.text import P

from collector.brief import Form, FormKind, Limits, Line, Option, Question, Shape
from collector.entries import Entry
from collector.export import Choices, Material, spool
from collector.form import define, labels
from tests.form.forms import form, question
from tests.kept import NOW, brief

HOURS = (Option("early", "Early"), Option("late", "Late"), Option("never", "Never"))
WHO = (Line("staff", "Staff"), Line("prices", "Prices"))
BUDGET = (Line("light", "Light", Shape.NUMBER), Line("heat", "Heat", Shape.NUMBER))
STAY = (Line("june", "June", Shape.NUMBER), Line("may", "May", Shape.DATE))
FACTS: dict[Shape, dict[str, Any]] = {
    Shape.FILE: {"limits": Limits(types=("jpg",))},
    Shape.RANKING: {"options": HOURS, "choose": (0, 2)},
    Shape.MATRIX_ONE: {"options": HOURS, "lines": WHO},
    Shape.MATRIX_SEVERAL: {"options": HOURS, "lines": WHO},
    Shape.MATRIX_LINES: {"options": HOURS[:2], "lines": STAY},
    Shape.SLIDER: {"low": 0, "high": 500, "step": 10, "limits": Limits(unit="€")},
    Shape.SHARE: {"lines": BUDGET, "total": 100},
}


def of_shape(shape: Shape) -> Question:
    """A question of the shape, named by it without dashes."""
    name = shape.value.replace("-", "_")
    if shape in FACTS:
        return Question(id=name, label=f"A {shape}", shape=shape, **FACTS[shape])
    return question(shape)


EVERY = form(question(Shape.TEXT, "title"), *map(of_shape, Shape), label="Share")
POLL = form(
    question(Shape.ONE),
    question(Shape.SEVERAL),
    question(Shape.SCALE),
    question(Shape.NUMBER),
    name="poll",
    kind=FormKind.POLL,
    label="A quick question",
)

ANSWERS: dict[str, object] = {
    "title": "Rye",
    "text": "Rye bread",
    "long": "Dark.\n\nAnd sour.",
    "email": "ann@example.org",
    "phone": "0171 234567",
    "web": "https://www.example.org/a?b=c",
    "number": -2.5,
    "amount": 12.5,
    "date": "2026-12-15",
    "time": "14:30",
    "one": "other",
    "one_other": "Chur",
    "several": ("bern", "other"),
    "several_other": "Chur",
    "yes": True,
    "scale": 4,
    "stars": 3,
    "lines__street": "Mill Lane 3",
    "lines__guests": 2,
    "file": "f4",
    "ranking__late": 1,
    "ranking__early": 2,
    "matrix_one__staff": "late",
    "matrix_one__prices": "never",
    "matrix_several__staff": ("early", "late"),
    "matrix_several__prices": ("never",),
    "matrix_lines__june__early": 3,
    "matrix_lines__june__late": 0,
    "matrix_lines__may__early": "2026-05-01",
    "matrix_lines__may__late": "2026-05-31",
    "slider": 250,
    "share__light": 40,
    "share__heat": 59.5,
}
"""To every question but the last place of the ranking."""


def material(
    forms: Iterable[Form], entries: Iterable[Entry], older: Iterable[Form] = (), **facts
) -> Material:
    """A challenge of these forms; `older` are kept definitions, the oldest first."""
    forms = tuple(forms)
    kept = {define(each).hash: each for each in (*older, *forms)}
    return Material(
        brief=brief(*forms),
        definitions={key: define(each) for key, each in kept.items()},
        labels={key: labels(each) for key, each in kept.items()},
        entries=entries,
        **facts,
    )


def written(suffix: str, held: Material, **choices) -> bytes:
    with spool(Path(gettempdir()), suffix, held, NOW, Choices(**choices)) as file:
        file.seek(0)
        return file.read()


def as_csv(held: Material, **choices) -> list[dict[str, str]]:
    """The rows of the `.csv`, which are all as long as the header."""
    text = written(".csv", held, **choices).decode("utf-8-sig")
    header, *rows = csv.reader(
        io.StringIO(text, newline=""), delimiter=choices.get("separator", ",")
    )
    return [dict(zip(header, row, strict=True)) for row in rows]


def as_json(held: Material, **choices) -> dict[str, Any]:
    return json.loads(written(".json", held, **choices))


def as_xlsx(held: Material, **choices) -> dict[str, list[dict[str, Any]]]:
    """By sheet its rows by header, as openpyxl reads them; blank cells are left out."""
    book = openpyxl.load_workbook(io.BytesIO(written(".xlsx", held, **choices)))
    return {sheet.title: _rows(sheet) for sheet in book}


def as_ods(held: Material, **choices) -> dict[str, list[dict[str, Any]]]:
    """By sheet its rows by header, as odfpy reads them; blank cells are left out."""
    book = odf.opendocument.load(io.BytesIO(written(".ods", held, **choices)))
    return {
        sheet.getAttribute("name"): _named(map(_cells, sheet.getElementsByType(TableRow)))
        for sheet in book.getElementsByType(Table)
    }


def _named(rows: Iterable[list[Any]]) -> list[dict[str, Any]]:
    header, *others = rows
    return [
        {name: cell for name, cell in zip(header, row, strict=True) if cell is not None}
        for row in others
    ]


def _cells(row: Any) -> list[Any]:
    return [_typed(cell) for cell in row.getElementsByType(TableCell)]


def _typed(cell: Any) -> Any:
    match cell.getAttribute("valuetype"):
        case "float":
            return float(cell.getAttribute("value"))
        case "date":
            told = cell.getAttribute("datevalue")
            return datetime.fromisoformat(told) if "T" in told else date.fromisoformat(told)
        case "time":
            return time.fromisoformat(cell.getAttribute("timevalue")[2:-1].replace("H", ":")[:5])
        case "string":
            return "\n".join(map(extractText, cell.getElementsByType(P)))
        case kind:
            assert kind is None
            return None


def _rows(sheet: Any) -> list[dict[str, Any]]:
    return _named(map(list, sheet.iter_rows(values_only=True)))
