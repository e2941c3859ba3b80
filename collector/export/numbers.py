"""Every number of the programme as the lines of one table, as its page shows them.

    challenge  measure  week        group      value  definition
    bread      sent                               41  Ideas that came in …
    bread      ideas    2026-11-23                 4
    bread      voters               suppliers     12

The lines of several challenges begin with those of all together, whose challenge is empty. A count
that is hidden has a line without a value.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, TypeAlias

from collector.analysis.funnel import STEPS
from collector.analysis.weeks import ACTS, Part
from collector.export import plain_table
from collector.export.column import Kind
from collector.export.plain_table import Table
from collector.export.programme import NOBODY, Programme, together
from collector.words import say

KEPT = ("in_time", "late", "overdue", "due")
"""What became of promises to answer."""

VOTERS = "voters"
"""Of a group not its votes are told but how many people of it voted."""


@dataclass(frozen=True)
class Line:
    """One number. `week` is its Monday, as `2026-11-23`; what is empty holds for all."""

    challenge: str
    measure: str
    week: str = ""
    group: str = ""
    value: float | None = None
    definition: str = ""


COLUMNS = {
    "challenge": Kind.TEXT,
    "measure": Kind.CHOICE,
    "week": Kind.DATE,
    "group": Kind.CHOICE,
    "value": Kind.NUMBER,
    "definition": Kind.TEXT,
}

Writer: TypeAlias = Callable[[BinaryIO, Sequence[Line], datetime, Path], None]


def lines(programmes: Mapping[str, Programme]) -> Iterator[Line]:
    """All numbers of these challenges, by slug."""
    if len(programmes) != 1:
        yield from _lines("", together(programmes.values()))
    for slug, each in programmes.items():
        yield from _lines(slug, each)


def _lines(slug: str, told: Programme) -> Iterator[Line]:
    for step in STEPS:
        yield _defined(slug, step, getattr(told.funnel, step))
    for part in (Part.ANSWERS, Part.COMMENTS, Part.VOTES):
        yield _defined(slug, part.value, told.total(part))
    answering = told.answering
    yield _defined(slug, "answered", len(answering.days))
    yield _defined(slug, "unanswered", answering.open)
    yield _defined(slug, "median_days", answering.median)
    for name in KEPT:
        yield _defined(slug, name, getattr(answering, name))
    yield _defined(slug, "kept", answering.kept)
    yield from _progress(slug, told)
    yield from _weeks(Line(slug, ""), told)
    yield from _groups(Line(slug, ""), told)


def _defined(slug: str, measure: str, value: float | None) -> Line:
    return Line(slug, measure, value=value, definition=definition(measure))


def _progress(slug: str, told: Programme) -> Iterator[Line]:
    if told.progress is not None:
        last = told.progress.last
        yield _defined(slug, "measured", last.value if last else None)
        yield _defined(slug, "of_the_way", told.progress.share)
        yield _defined(slug, "on_the_line", told.progress.expected)


def _weeks(blank: Line, told: Programme) -> Iterator[Line]:
    parts = [part for part in Part if part is not Part.SEEN or told.funnel.seen is not None]
    for week in told.weeks:
        about = replace(blank, week=week.begins.isoformat())
        for part in parts:
            yield replace(about, measure=part.value, value=week.counts[part])


def _groups(blank: Line, told: Programme) -> Iterator[Line]:
    for each in told.groups:
        about = replace(blank, group=each.code or NOBODY)
        for part in ACTS:
            measure = VOTERS if part is Part.VOTES else part.value
            yield replace(about, measure=measure, value=each.counts[part])


def definition(measure: str) -> str:
    """What a number is, in a sentence."""
    return say(f"programme-{measure.replace('_', '-')}-is")


def write_csv(file: BinaryIO, told: Sequence[Line], now: datetime, drafts: Path) -> None:
    """A header row and a line each, with the mark by which Excel knows UTF-8."""
    plain_table.write_csv(file, [_table(told)], now, drafts)


def write_json(file: BinaryIO, told: Sequence[Line], now: datetime, _drafts: Path) -> None:
    """The same as a list of objects, and when they were counted."""
    document = {
        "as_of": now.isoformat(timespec="seconds"),
        "numbers": [asdict(each) for each in told],
    }
    file.write(json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n")


def write_xlsx(file: BinaryIO, told: Sequence[Line], now: datetime, drafts: Path) -> None:
    """One sheet of the same. Raises OSError."""
    plain_table.write_xlsx(file, [_table(told)], now, drafts)


def _table(told: Sequence[Line]) -> Table:
    return Table(say("programme-sheet"), COLUMNS, [astuple(each) for each in told])


WRITERS: Mapping[str, tuple[Writer, str]] = {
    "csv": (write_csv, plain_table.WRITERS["csv"][1]),
    "xlsx": (write_xlsx, plain_table.WRITERS["xlsx"][1]),
    "json": (write_json, "application/json"),
}
"""By the ending of the file's name, with what it is to a browser."""
