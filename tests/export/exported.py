"""Exports of a small challenge, written and read back by readers that are not ours."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import openpyxl

from collector.brief import Form, FormKind, Shape
from collector.entries import Entry
from collector.export import Choices, Material, spool
from collector.form import define, labels
from tests.form.forms import form, question
from tests.kept import NOW, brief

EVERY = form(question(Shape.TEXT, "title"), *(question(shape) for shape in Shape), label="Share")
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
}


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


def _rows(sheet: Any) -> list[dict[str, Any]]:
    header, *rows = sheet.iter_rows(values_only=True)
    return [
        {name: cell for name, cell in zip(header, row, strict=True) if cell is not None}
        for row in rows
    ]
