"""A column of the export: where its values come from, as code and in the words people saw.

role              the code of one choice            role_other   the words of an option's own blank
apps, apps__till  all that were chosen, and 1 or 0 for each
address__street   one line of a list
anything else     a text, a number, a date, a time
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import IntEnum, StrEnum
from typing import Any, TypeAlias

from collector.brief import BLANKS, Line, Option, Question, Shape
from collector.entries import Value
from collector.form.columns import line_column, own_column
from collector.words import say

Cell: TypeAlias = str | int | float | datetime | date | time | tuple[str, ...] | None
"""What stands in a cell; None is blank, a tuple is several codes or labels."""


class Missing(IntEnum):
    """Why there is no value, as statistics programs take it."""

    NOT_SHOWN = -77
    ERASED = -88
    UNANSWERED = -99


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    CHOICES = "choices"
    MARK = "mark"
    """Whether one of several was chosen: 1 or 0."""
    OWN = "own"
    BOX = "box"


@dataclass(frozen=True)
class Column:
    """One column of a question; `key` names the answer, `option` is that of a mark or own words."""

    name: str
    question: Question
    kind: Kind
    key: str
    option: str = ""

    def coded(self, answers: Mapping[str, Value]) -> Cell:
        """The value, of a question that was shown."""
        value = answers.get(self.key)
        if self.kind is Kind.OWN and self.option not in codes_of(answers.get(self.question.id)):
            return Missing.NOT_SHOWN
        if self.kind is Kind.BOX:
            return int(bool(value))
        if value is None:
            return Missing.UNANSWERED
        if self.kind is Kind.MARK:
            return int(self.option in codes_of(value))
        return _typed(self.kind, value)

    def told(self, coded: Cell, words: Mapping[str, Any]) -> Cell:
        """The same in words, the question's part of a labels document; blank where missing."""
        if type(coded) is Missing:
            return None
        if self.kind is Kind.CHOICE or self.kind is Kind.CHOICES:
            options = words.get("options", {})
            codes = coded if isinstance(coded, tuple) else (str(coded),)
            return tuple(options.get(code, code) for code in codes)
        if self.kind is Kind.BOX:
            return say("export-yes" if coded else "export-no")
        return coded


def codes_of(value: Value | None) -> tuple[str, ...]:
    """The codes that a choice holds, one or several."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (str(value),)


def _typed(kind: Kind, value: Value) -> Cell:
    """Dates and times as such, as long as they read as one."""
    try:
        if kind is Kind.DATE:
            return date.fromisoformat(str(value))
        if kind is Kind.TIME:
            return time.fromisoformat(str(value))
    except ValueError:
        return str(value)
    return value


def columns_of(question: Question) -> list[Column]:
    """The columns of a question, in order."""
    return COLUMNS[question.shape](question)


def _blank(question: Question) -> list[Column]:
    return [Column(question.id, question, KINDS[question.shape], question.id)]


def _one(question: Question) -> list[Column]:
    return [Column(question.id, question, Kind.CHOICE, question.id), *_own(question)]


def _several(question: Question) -> list[Column]:
    marks = [_mark(question, option) for option in question.options]
    return [Column(question.id, question, Kind.CHOICES, question.id), *marks, *_own(question)]


def _mark(question: Question, option: Option) -> Column:
    name = f"{question.id}__{option.code}"
    return Column(name, question, Kind.MARK, question.id, option.code)


def _own(question: Question) -> list[Column]:
    names = ((own_column(question, option), option) for option in question.options if option.own)
    return [Column(name, question, Kind.OWN, name, option.code) for name, option in names]


def _lines(question: Question) -> list[Column]:
    return [_line(question, line) for line in question.lines]


def _line(question: Question, line: Line) -> Column:
    name = line_column(question, line)
    return Column(name, question, KINDS[line.shape], name)


KINDS: dict[Shape, Kind] = {
    **dict.fromkeys(BLANKS, Kind.TEXT),
    Shape.NUMBER: Kind.NUMBER,
    Shape.AMOUNT: Kind.NUMBER,
    Shape.DATE: Kind.DATE,
    Shape.TIME: Kind.TIME,
    Shape.SCALE: Kind.NUMBER,
    Shape.STARS: Kind.NUMBER,
    Shape.YES: Kind.BOX,
}
"""What a shape of a single column holds."""

COLUMNS: dict[Shape, Callable[[Question], list[Column]]] = {
    **dict.fromkeys(KINDS, _blank),
    Shape.ONE: _one,
    Shape.SEVERAL: _several,
    Shape.LINES: _lines,
}
