"""A matrix: one answer for each row, several, or a blank in each cell."""

from collector.brief import Question
from collector.entries import Value
from collector.errors import Problem
from collector.form.choice import chosen_of, several_of
from collector.form.columns import cell_column, line_column
from collector.form.sent import Outcome, Sent, read_line


def read_one(question: Question, sent: Sent) -> Outcome:
    """The code of the head that was chosen in each row."""
    rows = {each: sent.of(each) for each in _rows(question)}
    return {
        column: chosen_of(question, texts) if texts else Problem("answer-row")
        for column, texts in rows.items()
        if texts or question.required
    }


def read_several(question: Question, sent: Sent) -> Outcome:
    """The codes that were ticked in each row, in the order of the heads."""
    read: dict[str, Value | Problem] = {}
    for column in _rows(question):
        ticked = {*sent.of(column)}
        if ticked:
            read[column] = several_of(question, ticked)
        elif question.required:
            read[column] = Problem("answer-row")
    return read


def read_cells(question: Question, sent: Sent) -> Outcome:
    """What was typed into each cell."""
    read: Outcome = {}
    for line in question.lines:
        for head in question.options:
            column = cell_column(question, line, head)
            read |= read_line(column, line, question.required, sent)
    return read


def _rows(question: Question) -> list[str]:
    return [line_column(question, line) for line in question.lines]
