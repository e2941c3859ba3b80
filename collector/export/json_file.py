"""A `.json` file for machines: codes, with the codebook and the summary of each form."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

from collector.export import codebook
from collector.export.cell import iso
from collector.export.column import Missing
from collector.export.reading import Reading
from collector.export.rows import Rows
from collector.export.sheet import Sheet

SCHEMA = 1


def write(file: BinaryIO, reading: Reading, _drafts: Path) -> None:
    """One entry a line, so that any number of them may stream by; forms come last."""
    only = reading.choices.only
    head = {
        "schema": SCHEMA,
        "challenge": reading.material.brief.slug,
        "title": reading.material.brief.title,
        "as_of": reading.now,
        "missing": {each.name.lower(): each for each in Missing},
        **({} if only.is_all else {"only": only.to_document()}),
    }
    file.write(_text(head)[:-1].encode() + b',\n"entries": [')
    reading.summarise()
    rows = {name: Rows(sheet, told=False) for name, sheet in reading.sheets.items()}
    headers = {name: each.header for name, each in rows.items()}
    for index, entry in enumerate(reading.entries()):
        row = dict(zip(headers[entry.form], rows[entry.form].of(entry), strict=True))
        file.write((b",\n" if index else b"\n") + _text({"form": entry.form, "row": row}).encode())
    file.write(b'\n],\n"forms": ' + _text(_forms(reading)).encode() + b"}\n")


def _forms(reading: Reading) -> list[dict[str, Any]]:
    return [_form(sheet, reading) for sheet in reading.sheets.values()]


def _form(sheet: Sheet, reading: Reading) -> dict[str, Any]:
    results = reading.summaries[sheet.name].results()
    return {
        "name": sheet.name,
        "label": sheet.label,
        "columns": sheet.header(told=False),
        "codebook": [dict(zip(codebook.HEADER, row, strict=True)) for row in codebook.rows(sheet)],
        "summary": [result.to_document() for result in results],
    }


def _text(value: Mapping[str, Any] | list[Any]) -> str:
    return json.dumps(value, ensure_ascii=False, default=iso)
