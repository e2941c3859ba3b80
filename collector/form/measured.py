"""What was measured, as people type it: a day, a value, a note; one by one or as a table.

day         value   note
2026-11-23  118
30.11.2026  112,5   After the fair
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from collector.brief import read_day
from collector.brief.numbers import NUMBER, THOUSANDS, number
from collector.errors import Invalid, Problem
from collector.form.typed.fault import Fault
from collector.form.typed.table import Row, Table, read_table
from collector.words import say

COLUMNS = ("day", "value", "note")
LONGEST = 500
"""Characters of a note."""


@dataclass(frozen=True)
class Measured:
    """What was measured on a day."""

    day: date
    value: float
    note: str = ""


@dataclass(frozen=True)
class MeasuredTable:
    """The rows of a table that read, in their order, and what is wrong with the others."""

    rows: tuple[Measured, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_measured(typed: Mapping[str, str], unit: str, today: date) -> Measured:
    """What was typed, by column. Raises Invalid with what is wrong by column."""
    problems: dict[str, Problem] = {}
    day = _day(typed.get("day", ""), today)
    value = _value(typed.get("value", ""), unit)
    note = typed.get("note", "").strip()
    if isinstance(day, Problem):
        problems["day"] = day
    if isinstance(value, Problem):
        problems["value"] = value
    if trouble := _trouble(note):
        problems["note"] = trouble
    if isinstance(day, Problem) or isinstance(value, Problem) or problems:
        raise Invalid(problems)
    return Measured(day, value, note)


def read_measurements(content: bytes, unit: str, today: date) -> MeasuredTable:
    """The table, with all its faults at once."""
    known = _heads()
    table = read_table(content, known)
    if isinstance(table, Fault):
        return MeasuredTable(faults=(table,))
    columns = [known.get(cell.casefold(), "") for cell in table.rows[0].cells]
    if not {"day", "value"} <= {*columns}:
        return MeasuredTable(faults=(Fault(1, 1, "", "measured-heads"),))
    return _rows(table, columns, unit, today)


def _rows(table: Table, columns: Collection[str], unit: str, today: date) -> MeasuredTable:
    found: dict[date, Measured] = {}
    faults: list[Fault] = []
    for row in table.rows[1:]:
        typed = dict(zip(columns, row.cells, strict=False))
        try:
            measured = read_measured(typed, unit, today)
        except Invalid as error:
            faults += [_fault(row, name, each) for name, each in error.problems.items()]
            continue
        if measured.day in found:
            faults.append(_fault(row, "day", Problem("measured-twice", {"day": measured.day})))
        found.setdefault(measured.day, measured)
    if len(table.rows) == 1:
        faults.append(Fault(1, 1, "", "typed-empty"))
    return MeasuredTable(tuple(found.values()), tuple(faults))


def _fault(row: Row, column: str, problem: Problem) -> Fault:
    return Fault(row.number, row.line, column, problem.reason, problem.facts)


def _heads() -> dict[str, str]:
    """What a column may be called: in English, or as the desk calls it here."""
    own = {say(f"measured-{each}").casefold(): each for each in COLUMNS}
    return {**own, **{each: each for each in COLUMNS}, "date": "day"}


def _day(text: str, today: date) -> date | Problem:
    day = read_day(text.strip())
    if day is None:
        return Problem("measured-day-none", {"text": text.strip()[:40]})
    return Problem("measured-future", {"day": day}) if day > today else day


def _value(text: str, unit: str) -> float | Problem:
    plain = unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-").strip()
    if unit:
        plain = plain.removesuffix(unit).removeprefix(unit).strip()
    if THOUSANDS.fullmatch(plain):
        return Problem("measured-thousands", {"text": plain})
    if not re.fullmatch(NUMBER, plain):
        return Problem("measured-value-none", {"text": text.strip()[:40]})
    return number(plain)


def _trouble(note: str) -> Problem | None:
    if len(note) > LONGEST:
        return Problem("measured-note-long", {"most": LONGEST, "have": len(note)})
    odd = any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\r\n\t" for sign in note)
    return Problem("measured-note-signs") if odd else None
