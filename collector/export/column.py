"""A column of the export: where its values come from, as code and in the words people saw.

role, role_other      the code of one choice, and the words of an option's own blank
apps, apps__till      all that were chosen, and 1 or 0 for each
likert__staff         one row of a matrix: what was chosen there, or with `__<code>` 1 or 0 for each
stay__june__adults    one cell of a matrix of blanks
rank__hours           the place of one option
address__street       one line of a list; budget__light what a line got of the total
_order_role           the order in which a shuffled question's options were shown
anything else         a text, a number, a date, a time, the name of a file
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import IntEnum, StrEnum
from typing import Any, TypeAlias

from collector.brief import BLANKS, Line, Option, Question, Shape
from collector.entries import Value
from collector.form.columns import cell_column, line_column, option_column, own_column
from collector.words import say

Cell: TypeAlias = str | int | float | datetime | date | time | tuple[str, ...] | None
"""What stands in a cell; None is blank, a tuple is several codes or labels."""

Words: TypeAlias = Mapping[str, Any]
"""A question's part of a labels document."""


class Missing(IntEnum):
    """Why there is no value, as statistics programs take it."""

    NOT_SHOWN = -77
    ERASED = -88
    UNANSWERED = -99


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    NUMBER = "number"
    PLACE = "place"
    """Where an option stands in an order, from 1."""
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    CHOICES = "choices"
    MARK = "mark"
    """Whether one of several was chosen: 1 or 0."""
    OWN = "own"
    BOX = "box"
    FILE = "file"
    ORDER = "order"


@dataclass(frozen=True)
class Column:
    """One column of a question; `key` names the answer that it is read from.

    `option` and `line` are the codes of the option and of the line that it is about, if of any.
    """

    name: str
    question: Question
    kind: Kind
    key: str
    option: str = ""
    line: str = ""

    def coded(self, value: Value | None) -> Cell:
        """The cell of an answer, of a question that was shown."""
        if self.kind is Kind.TEXT and value is not None:
            return value
        if self.kind is Kind.BOX:
            return int(bool(value))
        if value is None:
            return Missing.UNANSWERED
        if self.kind is Kind.MARK:
            return int(self.option in codes_of(value))
        return _typed(self.kind, value)

    def told(self, value: Value | None, words: Words) -> Cell:
        """The same in words; blank where there is no answer."""
        if self.kind is Kind.BOX:
            return say("export-yes" if value else "export-no")
        if value is None:
            return None
        if self.kind in (Kind.CHOICE, Kind.CHOICES):
            options = words.get("options", {})
            return tuple(options.get(code, code) for code in codes_of(value))
        return self.coded(value)


def codes_of(value: Value | None) -> tuple[str, ...]:
    """The codes that a choice holds, one or several."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (str(value),)


def _typed(kind: Kind, value: Value) -> Cell:
    """Dates and times as such, as long as they read as one; one is one, also as 1.0 or a tick."""
    if isinstance(value, int | float) and value == value // 1:
        return int(value)
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


def order_of(question: Question) -> Column:
    """The column that tells in which order the options of a shuffled question were shown."""
    return Column(f"_order_{question.id}", question, Kind.ORDER, question.id)


def _blank(question: Question) -> list[Column]:
    return [Column(question.id, question, KINDS[question.shape], question.id)]


def _one(question: Question) -> list[Column]:
    return [Column(question.id, question, Kind.CHOICE, question.id), *_own(question)]


def _several(question: Question) -> list[Column]:
    joined = Column(question.id, question, Kind.CHOICES, question.id)
    return [joined, *_marks(question, question.id), *_own(question)]


def _marks(question: Question, key: str, line: str = "") -> Iterator[Column]:
    """A column for each option that the answer `key` may hold."""
    for option in question.options:
        yield Column(f"{key}__{option.code}", question, Kind.MARK, key, option.code, line)


def _own(question: Question) -> list[Column]:
    names = ((own_column(question, option), option) for option in question.options if option.own)
    return [Column(name, question, Kind.OWN, name, option.code) for name, option in names]


def _places(question: Question) -> list[Column]:
    names = ((option_column(question, option), option) for option in question.options)
    return [Column(name, question, Kind.PLACE, name, option.code) for name, option in names]


def _lines(question: Question) -> list[Column]:
    return [_line(question, line, KINDS[line.shape]) for line in question.lines]


def _portions(question: Question) -> list[Column]:
    return [_line(question, line, Kind.NUMBER) for line in question.lines]


def _choice_a_line(question: Question) -> list[Column]:
    return [_line(question, line, Kind.CHOICE) for line in question.lines]


def _choices_a_line(question: Question) -> list[Column]:
    joined = [_line(question, line, Kind.CHOICES) for line in question.lines]
    return [column for each in joined for column in (each, *_marks(question, each.name, each.line))]


def _line(question: Question, line: Line, kind: Kind) -> Column:
    name = line_column(question, line)
    return Column(name, question, kind, name, line=line.code)


def _cells(question: Question) -> list[Column]:
    return [_cell(question, line, head) for line in question.lines for head in question.options]


def _cell(question: Question, line: Line, head: Option) -> Column:
    name = cell_column(question, line, head)
    return Column(name, question, KINDS[line.shape], name, head.code, line.code)


KINDS: dict[Shape, Kind] = {
    **dict.fromkeys(BLANKS, Kind.TEXT),
    Shape.NUMBER: Kind.NUMBER,
    Shape.AMOUNT: Kind.NUMBER,
    Shape.DATE: Kind.DATE,
    Shape.TIME: Kind.TIME,
    Shape.SCALE: Kind.NUMBER,
    Shape.STARS: Kind.NUMBER,
    Shape.SLIDER: Kind.NUMBER,
    Shape.YES: Kind.BOX,
    Shape.FILE: Kind.FILE,
}
"""What a shape of a single column holds."""

COLUMNS: dict[Shape, Callable[[Question], list[Column]]] = {
    **dict.fromkeys(KINDS, _blank),
    Shape.ONE: _one,
    Shape.SEVERAL: _several,
    Shape.LINES: _lines,
    Shape.RANKING: _places,
    Shape.MATRIX_ONE: _choice_a_line,
    Shape.MATRIX_SEVERAL: _choices_a_line,
    Shape.MATRIX_LINES: _cells,
    Shape.SHARE: _portions,
}
