"""Answers in the words of their form: for confirmation, receipt and desk. One teller a shape."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from collector import words
from collector.brief import BLANKS, Form, Limits, Question, Shape
from collector.entries import Value
from collector.form import numbers
from collector.form.columns import (
    cell_column,
    columns,
    line_column,
    option_column,
    own_column,
)
from collector.form.prose import bare
from collector.words import say

Answers = Mapping[str, Value]


class Told(NamedTuple):
    """One answered question: its label, the answer, and whether visitors will see it."""

    label: str
    text: str
    public: bool


def summarise(form: Form, answers: Answers) -> list[Told]:
    """The answered questions in order, as plain text.

    Answers to questions that the form no longer has come last, under their column.
    """
    told = [
        Told(bare(question.label), text, form.shown(question))
        for question in form.questions
        if (text := tell(question, answers))
    ]
    known = {column for question in form.questions for column in columns(question)}
    left = [
        Told(column, _plain(value), False)
        for column, value in answers.items()
        if column not in known
    ]
    return told + left


def tell(question: Question, answers: Answers) -> str:
    """The answer to one question as plain text, the words of its own options with it."""
    return TELLERS[question.shape](question, answers)


def tell_blank(shape: Shape, limits: Limits, value: Value) -> str:
    """What one blank holds: amounts with their unit, dates with the month's name."""
    if shape is Shape.AMOUNT:
        return f"{_plain(value)}\N{NO-BREAK SPACE}{limits.unit}"
    if shape is Shape.DATE:
        return _date(_plain(value))
    return _plain(value)


def _date(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text  # an older form asked for something else here
    return words.day(day)


def _blank(question: Question, answers: Answers) -> str:
    if question.id not in answers:
        return ""
    return tell_blank(question.shape, question.limits, answers[question.id])


def _lines(question: Question, answers: Answers) -> str:
    filled = (
        (line, answers[column])
        for line in question.lines
        if (column := line_column(question, line)) in answers
    )
    return "\n".join(
        f"{bare(line.label)}: {tell_blank(line.shape, line.limits, value)}"
        for line, value in filled
    )


def _choice(question: Question, answers: Answers) -> str:
    chosen = answers.get(question.id, ())
    codes = chosen if isinstance(chosen, tuple) else (str(chosen),)
    return ", ".join(_option(question, code, answers) for code in codes)


def _option(question: Question, code: str, answers: Answers) -> str:
    option = next((each for each in question.options if each.code == code), None)
    if option is None:
        return code
    label = bare(option.label) or code
    words = answers.get(own_column(question, option), "") if option.own else ""
    return f"{label}: {words}" if words else label


def _yes(question: Question, answers: Answers) -> str:
    if question.id not in answers:
        return ""
    return say("form-yes") if answers[question.id] else say("form-no")


def _scale(question: Question, answers: Answers) -> str:
    if question.id not in answers:
        return ""
    step = _plain(answers[question.id])
    point = next((bare(each.label) for each in question.options if each.code == step), "")
    return f"{step} ({point})" if point else say("form-step", {"step": step, "high": question.high})


def _stars(question: Question, answers: Answers) -> str:
    if question.id not in answers:
        return ""
    facts = {"step": _plain(answers[question.id]), "high": question.high}
    return say("form-stars", facts)


def _ranking(question: Question, answers: Answers) -> str:
    """The options in their order, each with its place."""
    placed = [
        (answers[column], bare(option.label))
        for option in question.options
        if (column := option_column(question, option)) in answers
    ]
    return "\n".join(f"{place}. {label}" for place, label in sorted(placed, key=_place))


def _place(placed: tuple[Value, str]) -> float:
    place = placed[0]
    return place if isinstance(place, int | float) else float("inf")


def _rows(question: Question, answers: Answers) -> str:
    """What was chosen in each row of a matrix."""
    labels = {option.code: bare(option.label) or option.code for option in question.options}
    told = []
    for line in question.lines:
        chosen = answers.get(line_column(question, line), ())
        codes = chosen if isinstance(chosen, tuple) else (str(chosen),)
        if codes:
            heads = ", ".join(labels.get(code, code) for code in codes)
            told.append(f"{bare(line.label)}: {heads}")
    return "\n".join(told)


def _cells(question: Question, answers: Answers) -> str:
    """What was typed into each cell of a matrix."""
    told = []
    for line in question.lines:
        for head in question.options:
            column = cell_column(question, line, head)
            if column in answers:
                value = tell_blank(line.shape, line.limits, answers[column])
                told.append(f"{bare(line.label)} – {bare(head.label)}: {value}")
    return "\n".join(told)


def _slider(question: Question, answers: Answers) -> str:
    if question.id not in answers:
        return ""
    step = _plain(answers[question.id])
    point = next((bare(each.label) for each in question.options if each.code == step), "")
    told = f"{step}\N{NO-BREAK SPACE}{question.limits.unit}".strip()
    return f"{told} ({point})" if point else told


def _share(question: Question, answers: Answers) -> str:
    """What each line was given."""
    shares = (
        (bare(line.label), _plain(answers[column]))
        for line in question.lines
        if (column := line_column(question, line)) in answers
    )
    unit = question.limits.unit
    return "\n".join(
        f"{label}: {share}\N{NO-BREAK SPACE}{unit}".rstrip() for label, share in shares
    )


def _plain(value: Value) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool):
        return say("form-yes") if value else say("form-no")
    return numbers.told(value) if isinstance(value, int | float) else value


def _file(question: Question, answers: Answers) -> str:
    """The name, where whoever asks has put it in the place of the file's ref."""
    return _plain(answers.get(question.id, ""))


TELLERS: dict[Shape, Callable[[Question, Answers], str]] = {
    **dict.fromkeys(BLANKS, _blank),
    Shape.ONE: _choice,
    Shape.SEVERAL: _choice,
    Shape.YES: _yes,
    Shape.SCALE: _scale,
    Shape.STARS: _stars,
    Shape.LINES: _lines,
    Shape.RANKING: _ranking,
    Shape.MATRIX_ONE: _rows,
    Shape.MATRIX_SEVERAL: _rows,
    Shape.MATRIX_LINES: _cells,
    Shape.SLIDER: _slider,
    Shape.SHARE: _share,
    Shape.FILE: _file,
}
