"""Made-up answers: what a careful visitor might send to a question, one maker a shape.

For walking forms before anybody answers them, and for tests. A text names its column and holds
what spreadsheets stumble over, so that a value in the wrong column can't pass for the right one.
"""

from collections.abc import Callable, Mapping, Sequence
from math import ceil
from typing import TypeAlias

from collector.brief import BLANKS, Limits, Option, Question, Shape
from collector.form.blanks import text_most
from collector.form.columns import (
    cell_column,
    line_column,
    option_column,
    own_column,
)
from collector.form.numbers import written
from collector.form.read_back import YES

Wanted: TypeAlias = Mapping[str, Sequence[str]]
"""By column the texts that are to be sent; none: the column is left empty."""
Raw: TypeAlias = dict[str, list[str]]

ODD = '=1+1; "a", b'
"""What a text holds if its blank has room for it."""
MADE_FILE = "madebyhand234567"
"""The name of a file that nobody handed in, written as such names are."""


def made(question: Question, wanted: Wanted | None = None, turn: int = 0) -> Raw:
    """What to send for a question, by column; `turn` chooses other options each time.

    Whether it is accepted is for `read_answers` to say: what is wanted may contradict itself.
    """
    held = dict(wanted or {})
    raw = MAKERS[question.shape](question, held, turn)
    sent = {**raw, **held}
    return {column: [*texts] for column, texts in sent.items() if texts}


def _blank(question: Question, _wanted: Wanted, _turn: int) -> Raw:
    return {question.id: [made_text(question.shape, question.limits, question.id)]}


def _lines(question: Question, _wanted: Wanted, _turn: int) -> Raw:
    return {
        column: [made_text(line.shape, line.limits, column)]
        for line in question.lines
        for column in [line_column(question, line)]
    }


def _cells(question: Question, _wanted: Wanted, _turn: int) -> Raw:
    return {
        column: [made_text(line.shape, line.limits, column)]
        for line in question.lines
        for head in question.options
        for column in [cell_column(question, line, head)]
    }


def _choice(question: Question, wanted: Wanted, turn: int) -> Raw:
    """Options whose own words are wanted are chosen, those whose words are not wanted too."""
    told = [each for each in question.options if wanted.get(own_column(question, each))]
    chosen = wanted.get(question.id)
    if chosen is None:
        chosen = [each.code for each in told] or _picked(question, turn)
    own = {
        column: [f"{column} {ODD}"]
        for option in question.options
        for column in [own_column(question, option)]
        if option.own and option.code in chosen and column not in wanted
    }
    return {question.id: [*chosen], **own}


def _picked(question: Question, turn: int) -> list[str]:
    """As many codes as must be chosen, at least one, beginning elsewhere at each turn."""
    least = question.choose[0] if question.choose else 1
    codes = [each.code for each in _turned(question.options, turn) if not each.alone]
    return codes[: max(least, 1)] or [_turned(question.options, turn)[0].code]


def _turned(options: Sequence[Option], turn: int) -> list[Option]:
    start = turn % len(options)
    return [*options[start:], *options[:start]]


def _yes(question: Question, _wanted: Wanted, _turn: int) -> Raw:
    return {question.id: [YES]}


def _step(question: Question, _wanted: Wanted, turn: int) -> Raw:
    low = 1 if question.shape is Shape.STARS else question.low
    steps = range(low, question.high + 1, question.step)
    return {question.id: [str(steps[turn % len(steps)])]}


def _places(question: Question, wanted: Wanted, turn: int) -> Raw:
    """The places that are not wanted elsewhere, in order, for the options that are left."""
    taken = {text for texts in wanted.values() for text in texts}
    most = question.choose[1] if question.choose else len(question.options)
    free = (str(place) for place in range(1, most + 1) if str(place) not in taken)
    columns = (option_column(question, each) for each in _turned(question.options, turn))
    left = (column for column in columns if column not in wanted)
    return {column: [place] for place, column in zip(free, left, strict=False)}


def _row_choices(question: Question, wanted: Wanted, turn: int) -> Raw:
    """In each row another head."""
    return {
        column: [question.options[(turn + row) % len(question.options)].code]
        for row, line in enumerate(question.lines)
        for column in [line_column(question, line)]
        if column not in wanted
    }


def _shares(question: Question, wanted: Wanted, turn: int) -> Raw:
    """What is left of the total goes to one line that is not wanted, nothing to the others."""
    given = sum(float(text) for texts in wanted.values() for text in texts)
    columns = [line_column(question, line) for line in question.lines]
    left = [column for column in columns if column not in wanted]
    return {
        column: [written(question.total - given if place == turn % len(left) else 0)]
        for place, column in enumerate(left)
    }


def made_text(shape: Shape, limits: Limits, column: str) -> str:
    """A text that a blank of this shape takes."""
    if shape in (Shape.TEXT, Shape.LONG):
        return _words(shape, limits, column)
    if shape in (Shape.NUMBER, Shape.AMOUNT):
        return _number(limits)
    return TEXTS[shape]


def _words(shape: Shape, limits: Limits, column: str) -> str:
    """The column's name with odd signs behind, as long as it may be."""
    lines = "\n= and a line" if shape is Shape.LONG else ""
    text = f"{column} {ODD}{lines}"
    least = int(limits.least or 1)
    return text.ljust(least, "x")[: text_most(shape, limits)].strip().ljust(least, "x")


def _number(limits: Limits) -> str:
    number = 1.0 if limits.least is None else max(limits.least, 1.0)
    if limits.most is not None:
        number = min(number, limits.most)
    return written(ceil(number) if limits.whole else number)


TEXTS: dict[Shape, str] = {
    Shape.EMAIL: "made-up@example.org",
    Shape.PHONE: "+41 44 123 45 67",
    Shape.WEB: "https://www.example.org/?a=1,2",
    Shape.DATE: "2099-12-31",
    Shape.TIME: "14:30",
}

MAKERS: dict[Shape, Callable[[Question, Wanted, int], Raw]] = {
    **dict.fromkeys(BLANKS, _blank),
    Shape.ONE: _choice,
    Shape.SEVERAL: _choice,
    Shape.YES: _yes,
    Shape.SCALE: _step,
    Shape.STARS: _step,
    Shape.SLIDER: _step,
    Shape.LINES: _lines,
    Shape.RANKING: _places,
    Shape.MATRIX_ONE: _row_choices,
    Shape.MATRIX_SEVERAL: _row_choices,
    Shape.MATRIX_LINES: _cells,
    Shape.SHARE: _shares,
    Shape.FILE: lambda question, _wanted, _turn: {question.id: [MADE_FILE]},
}
