"""A proof that no column shifts: made-up answers go through a `.csv` and are found where they were.

What is read back is compared with the answers themselves, column by column, not with the sheet
that laid them out; where nothing was answered stands a missing code.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory

from collector.brief import Brief, Form, FormKind
from collector.entries import Entry, Idea, Response, State, Value
from collector.export.cell import JOINER, for_csv
from collector.export.column import Missing
from collector.export.export import spool
from collector.export.material import Choices, Material
from collector.form import Definition, define

Answers = Mapping[str, Value]

MISSING = frozenset(str(each.value) for each in Missing)


def shifted(brief: Brief, form: Form, answers: Sequence[Answers], now: datetime) -> list[str]:
    """The columns that do not come back as they were answered, sorted; none if all is well."""
    entries = [_entry(brief, form, *numbered, now) for numbered in enumerate(answers)]
    material = Material(brief=brief, definitions={}, labels={}, entries=entries)
    choices = Choices(form=form.name, codes=True)
    with TemporaryDirectory() as folder:
        file = spool(Path(folder), ".csv", material, now, choices)
        with TextIOWrapper(file, "utf-8", newline="") as text:
            text.seek(0)
            return sorted(_compared(csv.reader(text), entries, define(form)))


def _compared(
    rows: Iterator[list[str]], entries: Sequence[Entry], definition: Definition
) -> set[str]:
    header = next(rows)
    strange = {name for name in ("ref", *definition.columns) if header.count(name) != 1}
    if strange:
        return strange
    wrong: set[str] = set()
    for row, entry in zip(rows, entries, strict=True):
        if len(row) != len(header):
            return {*header}
        wrong.update(_wrong_cells(dict(zip(header, row, strict=True)), entry, definition))
    return wrong


def _wrong_cells(cells: Mapping[str, str], entry: Entry, definition: Definition) -> Iterator[str]:
    """Where something else stands than was answered, or something where nothing was."""
    for name in definition.columns:
        value = entry.answers.get(name)
        if cells[name] not in MISSING if value is None else cells[name] != _written(value):
            yield name
        if isinstance(value, tuple):
            marks = {each: cells[each] for each in cells if each.startswith(f"{name}__")}
            chosen = {f"{name}__{code}" for code in value}
            yield from chosen - marks.keys()
            yield from (mark for mark in marks if marks[mark] != str(int(mark in chosen)))


def _written(value: Value) -> str:
    if isinstance(value, tuple):
        return JOINER.join(value)
    return str(for_csv(int(value) if isinstance(value, bool) else value))


def _entry(brief: Brief, form: Form, number: int, answers: Answers, now: datetime) -> Entry:
    kind = Idea if form.kind is FormKind.IDEA else Response
    return kind(
        ref=f"path-{number}",
        challenge=brief.slug,
        form=form.name,
        form_hash=define(form).hash,
        answers=answers,
        state=State.APPROVED,
        received=now,
    )
