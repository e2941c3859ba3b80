"""Amounts, dates and times, wherever a blank stands: alone, in a list, in a table."""

import pytest

from collector.brief import Limits, Line, Shape
from collector.form import check, define, summarise
from tests.form.forms import context, form, question
from tests.form.page import drawn

BLANKS = [
    (Shape.AMOUNT, Limits(0, 500, unit="€"), "12,50 €", 12.5, "12.5\N{NO-BREAK SPACE}€"),
    (Shape.DATE, Limits(), "15.12.2026", "2026-12-15", "15 December 2026"),
    (Shape.TIME, Limits(), "9.30", "09:30", "09:30"),
]


@pytest.mark.parametrize(("shape", "limits", "typed", "kept", "told"), BLANKS)
def test_a_blank_is_read_kept_and_told_alike_wherever_it_stands(
    today, shape, limits, typed, kept, told
):
    line = Line("a", "A", shape, limits)
    asked = form(
        question(shape, "q", limits=limits),
        question(Shape.LINES, "l", lines=(line,)),
        question(Shape.MATRIX_LINES, "m", lines=(line,)),
    )
    columns = define(asked).columns
    answers = check(define(asked), {column: [typed] for column in columns}, today=today).answers
    assert answers == dict.fromkeys(columns, kept)
    said = [each.text for each in summarise(asked, answers)]
    assert said == [told, f"A: {told}", f"A – Bern: {told}\nA – Basel: {told}"]
    page = drawn(asked, context())
    kinds = {page.named(column).attributes["type"] for column in columns}
    assert len(kinds) == 1
    if limits.unit:
        assert all(page.explanation(page.named(each)).endswith(limits.unit) for each in columns)
