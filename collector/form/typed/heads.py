"""The heads that a table of typed slips may have, and what stands below each.

role            a column of the form, as in the export
apps__till      one of several answers: 1 or x if it is ticked
_slip           the number on the slip, if slips have one
_terms          whether the terms were accepted
_…              anything else that begins so is passed over
"""

from collections.abc import Mapping
from dataclasses import dataclass

from collector.brief import Form, Question, Shape
from collector.form.columns import columns

SLIP = "_slip"
TERMS = "_terms"
PASSED_OVER = "_"
"""The head of a column that nobody wants."""


@dataclass(frozen=True)
class Head:
    """The column that is filled, by one of its codes if `code` names it."""

    question: Question
    column: str
    code: str = ""


def heads_of(form: Form) -> Mapping[str, Head]:
    """By their names in small letters, as they may be typed."""
    found: dict[str, Head] = {}
    for question in form.questions:
        for column in columns(question):
            found.setdefault(column.lower(), Head(question, column))
        if question.shape in (Shape.SEVERAL, Shape.MATRIX_SEVERAL):
            for mark in _marks(question):
                found.setdefault(f"{mark.column}__{mark.code}".lower(), mark)
    return found


def typed_columns(form: Form) -> list[str]:
    """The columns of the form that can be typed: a slip holds no file."""
    questions = (each for each in form.questions if each.shape is not Shape.FILE)
    return [column for question in questions for column in columns(question)]


def _marks(question: Question) -> list[Head]:
    several = columns(question) if question.shape is Shape.MATRIX_SEVERAL else (question.id,)
    return [Head(question, each, option.code) for each in several for option in question.options]
