"""Every shape is in every table of the room: what makes a new question type a matter of entries."""

import pytest

from collector.brief import BLANKS, FormKind, Shape, Test
from collector.form import check, columns, define, draw, labels, summarise
from collector.form.answers import READERS
from collector.form.blanks import BLANK_READERS
from collector.form.columns import COLUMNS
from collector.form.conditions import TESTS
from collector.form.draw import TEMPLATES
from collector.form.hints import BLANK_HINTS, HINTS
from collector.form.inputs import INPUTS
from collector.form.made import MAKERS
from collector.form.minutes import ANSWERING
from collector.form.paper import TEMPLATES as PAPER
from collector.form.summarise import TELLERS
from collector.form.tries import TRIES
from collector.form.typed.cells import CELLS
from collector.words import say
from tests.form.forms import GOOD, NEEDS, context, form, question

ALL = [COLUMNS, READERS, TEMPLATES, HINTS, TELLERS, NEEDS, GOOD, MAKERS, ANSWERING, PAPER, CELLS]


@pytest.mark.parametrize("table", ALL)
def test_every_shape_is_in_every_table(table):
    assert {*table} == {*Shape}


@pytest.mark.parametrize("table", [BLANK_READERS, BLANK_HINTS, INPUTS])
def test_every_blank_is_in_every_table_of_blanks(table):
    assert {*table} == BLANKS


def test_what_is_tried_is_known_for_every_shape_that_is_no_list_of_blanks():
    assert {*Shape} - {*TRIES} == {Shape.LINES, Shape.MATRIX_LINES}


def test_every_test_and_every_kind_of_form_has_its_words():
    assert {*TESTS} == {*Test}
    assert all(say(reason) for reason in TESTS.values())
    assert all(say(f"form-send-{kind}") for kind in FormKind)


@pytest.mark.parametrize("shape", Shape)
def test_every_shape_goes_round(shape, today):
    asked = form(question(shape))
    answers = check(define(asked), GOOD[shape], today=today).answers
    assert tuple(answers) == columns(question(shape))
    assert summarise(asked, answers)[0].label == f"A {shape}"
    assert shape.value in labels(asked)["questions"]
    assert draw(asked, context(values=GOOD[shape])).startswith("<form")
