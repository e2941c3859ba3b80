"""A `.json` file for machines: codes, with the codebook and the summary of each form."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

from collector.export import codebook
from collector.export.cell import iso
from collector.export.column import Missing
from collector.export.listing import Listing
from collector.export.reading import Reading
from collector.export.rows import Rows
from collector.export.sheet import Sheet
from collector.export.what import What

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
    file.write(b"\n]")
    for what in reading.listings:
        _add_list(file, reading, what)
    lists = [_list(each) for each in reading.listings.values()]
    end = {"forms": _forms(reading), **({"lists": lists} if lists else {})}
    file.write(b",\n" + _text(end)[1:].encode() + b"\n")


def _add_list(file: BinaryIO, reading: Reading, what: What) -> None:
    """The rows of a listing, one a line."""
    columns = [*reading.listings[what].columns]
    file.write(f',\n"{what}": ['.encode())
    for index, cells in enumerate(reading.rows(what)):
        row = dict(zip(columns, cells, strict=True))
        file.write((b",\n" if index else b"\n") + _text(row).encode())
    file.write(b"\n]")


def _list(listing: Listing) -> dict[str, Any]:
    rows = codebook.of_listing(listing)
    return {
        "name": listing.name,
        "columns": [*listing.columns],
        "codebook": [dict(zip(codebook.HEADER, row, strict=True)) for row in rows],
    }


def _forms(reading: Reading) -> list[dict[str, Any]]:
    return [_form(sheet, reading) for sheet in reading.sheets.values()]


def _form(sheet: Sheet, reading: Reading) -> dict[str, Any]:
    summary = reading.summaries.get(sheet.name)
    return {
        "name": sheet.name,
        "label": sheet.label,
        "columns": sheet.header(told=False),
        "codebook": [dict(zip(codebook.HEADER, row, strict=True)) for row in codebook.rows(sheet)],
        "summary": [each.to_document() for each in summary.results()] if summary else [],
    }


def _text(value: Mapping[str, Any] | list[Any]) -> str:
    return json.dumps(value, ensure_ascii=False, default=iso)
