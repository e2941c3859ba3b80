"""A part is what of a question is counted by itself: a column, an order, what was shared out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from collector.analysis.ballots import BallotBox, ballot
from collector.analysis.count import KINDS, Count, Words
from collector.analysis.sharing import Points
from collector.brief import Question, Shape
from collector.entries import Value
from collector.form import columns
from collector.form.columns import cell_column, line_column, option_column

Answers: TypeAlias = Mapping[str, Value]

ANY = ""
"""What is counted of an answer that only matters as one."""


@dataclass(frozen=True)
class Part:
    """`read` takes from an entry's answers what `count` counts; None where there is nothing.

    `name` is that of a column, or the question's id where several make one answer.
    """

    name: str
    shape: Shape
    columns: tuple[str, ...]
    count: Callable[[], Count | Points]
    read: Callable[[Answers], Any]


def parts(question: Question) -> tuple[Part, ...]:
    """The parts of a question in order; that of the whole, where there is one, is the first."""
    return PARTS[question.shape](question)


def _column(name: str, shape: Shape) -> Part:
    return Part(name, shape, (name,), KINDS[shape], lambda answers: answers.get(name))


def _only(question: Question) -> tuple[Part, ...]:
    return (_column(question.id, question.shape),)


def _lines(question: Question) -> tuple[Part, ...]:
    return tuple(_column(line_column(question, line), line.shape) for line in question.lines)


def _cells(question: Question) -> tuple[Part, ...]:
    return tuple(
        _column(cell_column(question, line, head), line.shape)
        for line in question.lines
        for head in question.options
    )


def _matrix(question: Question) -> tuple[Part, ...]:
    lines = tuple(_column(line_column(question, each), question.shape) for each in question.lines)
    own = columns(question)

    def read(answers: Answers) -> str | None:
        return ANY if any(column in answers for column in own) else None

    return (Part(question.id, question.shape, own, Words, read), *lines)


def _order(question: Question) -> tuple[Part, ...]:
    places = {option_column(question, option): option.code for option in question.options}

    def read(answers: Answers) -> tuple[str, ...] | None:
        given = _numbers(places, answers)
        # two on one place were never taken: older answers to something else
        return ballot(given) if given and len({*given.values()}) == len(given) else None

    return (Part(question.id, question.shape, tuple(places), BallotBox, read),)


def _shared(question: Question) -> tuple[Part, ...]:
    lines = {line_column(question, line): line.code for line in question.lines}

    def read(answers: Answers) -> dict[str, float] | None:
        return _numbers(lines, answers) or None

    return (Part(question.id, question.shape, tuple(lines), Points, read),)


def _numbers(names: Mapping[str, str], answers: Answers) -> dict[str, float]:
    """The numbers among the answers, by the codes that the columns stand for."""
    return {
        code: value
        for column, code in names.items()
        if isinstance(value := answers.get(column), int | float) and not isinstance(value, bool)
    }


PARTS: dict[Shape, Callable[[Question], tuple[Part, ...]]] = {
    **dict.fromkeys(KINDS, _only),
    Shape.LINES: _lines,
    Shape.MATRIX_ONE: _matrix,
    Shape.MATRIX_SEVERAL: _matrix,
    Shape.MATRIX_LINES: _cells,
    Shape.RANKING: _order,
    Shape.SHARE: _shared,
}
