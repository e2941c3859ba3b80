"""What to try in one column, so that all its answers that conditions tell apart are tried.

Choices are tried code by code; numbers at the bounds that are asked for, beside and between them,
which is exact, since a condition only compares.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, pairwise
from math import floor
from typing import TypeAlias

from collector.brief import BLANKS, Clause, Limits, Question, Range, Shape
from collector.form.made import MADE_FILE, made_text
from collector.form.numbers import written
from collector.form.read_back import YES

Texts: TypeAlias = Iterable[list[str]]


@dataclass(frozen=True)
class Asked:
    """A column: its question, what the blank in it takes, and the values it is compared with."""

    column: str
    question: Question
    shape: Shape
    limits: Limits
    values: Sequence[str | Range]


def tries(question: Question, column: str, clauses: Iterable[Clause]) -> Texts:
    """The texts to send in a column that these clauses link, one after the other."""
    shape, limits = _blank_of(question, column)
    values = [value for clause in clauses for value in clause.values]
    return TRIES[shape](Asked(column, question, shape, limits, values))


def _blank_of(question: Question, column: str) -> tuple[Shape, Limits]:
    """What a column takes: the shape of its line or cell, a text for words of one's own."""
    if question.shape in (Shape.LINES, Shape.MATRIX_LINES):
        below = column.removeprefix(f"{question.id}__")
        lines = {line.code: line for line in question.lines}
        line = lines.get(below) or lines[below.partition("__")[0]]
        return line.shape, line.limits
    if question.shape in (Shape.ONE, Shape.SEVERAL) and column != question.id:
        return Shape.TEXT, Limits()
    return question.shape, question.limits


def _words(asked: Asked) -> Texts:
    words = [value for value in asked.values if isinstance(value, str)]
    return ([text] for text in [*words, made_text(asked.shape, asked.limits, asked.column)])


def _codes(asked: Asked) -> Texts:
    return ([option.code] for option in asked.question.options)


def _sets(asked: Asked) -> Iterator[list[str]]:
    """Every set of the codes that are asked for, filled up with any number of the others."""
    ordered = sorted(asked.question.options, key=lambda option: option.alone)
    wanted = [option.code for option in ordered if option.code in asked.values]
    others = [option.code for option in ordered if option.code not in asked.values]
    sets = chain.from_iterable(combinations(wanted, size) for size in range(len(wanted) + 1))
    for chosen in sets:
        for more in range(len(others) + 1):
            yield [*chosen, *others[:more]]


def _steps(asked: Asked) -> Texts:
    low = 1 if asked.shape is Shape.STARS else asked.question.low
    steps = range(low, asked.question.high + 1, asked.question.step)
    return ([str(step)] for step in steps)


def _places(asked: Asked) -> Texts:
    return ([str(place)] for place in range(1, len(asked.question.options) + 1))


def _numbers(asked: Asked) -> Texts:
    """The bounds, what lies beside them, and what lies between."""
    limits = Limits(0, asked.question.total) if asked.shape is Shape.SHARE else asked.limits
    ranges = [each for each in asked.values if isinstance(each, Range)]
    bounds = {each.low for each in ranges} | {each.high for each in ranges}
    bounds |= {bound for bound in (limits.least, limits.most) if bound is not None}
    ordered = sorted(bounds) or [1.0]
    edges = [ordered[0] - 1, *ordered, ordered[-1] + 1]
    between = (_between(low, high, limits.whole) for low, high in pairwise(edges))
    return ([written(number)] for number in sorted({*edges, *between}))


def _between(low: float, high: float, whole: bool) -> float:
    """A number between two, a whole one if asked for (perhaps the second)."""
    return floor(low) + 1.0 if whole else (low + high) / 2


TRIES: dict[Shape, Callable[[Asked], Texts]] = {
    **dict.fromkeys(BLANKS, _words),
    Shape.NUMBER: _numbers,
    Shape.AMOUNT: _numbers,
    Shape.ONE: _codes,
    Shape.SEVERAL: _sets,
    Shape.YES: lambda _asked: ([YES],),
    Shape.SCALE: _steps,
    Shape.STARS: _steps,
    Shape.SLIDER: _steps,
    Shape.RANKING: _places,
    Shape.MATRIX_ONE: _codes,
    Shape.MATRIX_SEVERAL: _sets,
    Shape.SHARE: _numbers,
    Shape.FILE: lambda _asked: ([MADE_FILE],),
}
