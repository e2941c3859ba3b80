"""A column is an input's name and, later, a column of the spreadsheet.

role, role_other       a choice, and the words of an option that has a blank of its own
address__street        one line of a list, or one row of a matrix
rank__hours            the place of one option in an order
budget__light          what one line was given of a total
stay__june__adults     one cell of a matrix of blanks
anything else          the question's id
"""

from collections.abc import Callable

from collector.brief import BLANKS, Line, Option, Question, Shape


def columns(question: Question) -> tuple[str, ...]:
    """The columns that a question's answer may fill, in order."""
    return COLUMNS[question.shape](question)


def own_column(question: Question, option: Option) -> str:
    """Where the words of an option with a blank of its own are kept."""
    return f"{question.id}_{option.code}"


def line_column(question: Question, line: Line) -> str:
    """Where one line of a list is kept."""
    return f"{question.id}__{line.code}"


def option_column(question: Question, option: Option) -> str:
    """Where the place of one option in an order is kept."""
    return f"{question.id}__{option.code}"


def cell_column(question: Question, line: Line, head: Option) -> str:
    """Where one cell of a matrix of blanks is kept."""
    return f"{question.id}__{line.code}__{head.code}"


def _only(question: Question) -> tuple[str, ...]:
    return (question.id,)


def _choice(question: Question) -> tuple[str, ...]:
    own = (own_column(question, option) for option in question.options if option.own)
    return (question.id, *own)


def _lines(question: Question) -> tuple[str, ...]:
    return tuple(line_column(question, line) for line in question.lines)


def _places(question: Question) -> tuple[str, ...]:
    return tuple(option_column(question, option) for option in question.options)


def _cells(question: Question) -> tuple[str, ...]:
    lines, heads = question.lines, question.options
    return tuple(cell_column(question, line, head) for line in lines for head in heads)


COLUMNS: dict[Shape, Callable[[Question], tuple[str, ...]]] = {
    **dict.fromkeys(BLANKS, _only),
    Shape.ONE: _choice,
    Shape.SEVERAL: _choice,
    Shape.YES: _only,
    Shape.SCALE: _only,
    Shape.STARS: _only,
    Shape.LINES: _lines,
    Shape.FILE: _only,
    Shape.RANKING: _places,
    Shape.MATRIX_ONE: _lines,
    Shape.MATRIX_SEVERAL: _lines,
    Shape.MATRIX_LINES: _cells,
    Shape.SLIDER: _only,
    Shape.SHARE: _lines,
}
