"""Every path of a form is walked, and what was made up is found again in its column."""

from io import BytesIO

import pytest

from collector.brief import Clause, Condition, Shape, Test
from collector.export import proof, walk
from collector.form import define
from tests import kept
from tests.form.forms import form, form_of_every_shape, question


def walked(asked, **facts):
    return walk(kept.brief(asked), asked, kept.NOW, **facts)


def hung(on, shape):
    """A question of that shape that hangs on the answer to another."""
    test = Condition((Clause(on.id, Test.ANSWERED),))
    return question(shape, f"if_{on.id}", condition=test)


def test_a_form_of_every_shape_keeps_its_columns():
    told = walked(form_of_every_shape())
    assert (told.paths, told.more, told.never) == (1, False, ())
    assert (told.refused, told.shifted) == ((), ())


@pytest.mark.parametrize("shape", Shape)
def test_columns_stay_where_they_are_whatever_shape_is_left_out(shape):
    first = question(Shape.YES, "come")
    asked = form(first, hung(first, shape), question(Shape.LONG, "after"))
    told = walked(asked)
    assert told.paths == 2
    assert told.met == tuple(each.id for each in asked.questions)
    assert told.sound


def test_a_question_that_is_never_met_is_named():
    never = Condition((Clause("one", Test.IS, ("nowhere",)),))
    asked = form(question(Shape.ONE), question(Shape.TEXT, "more", condition=never))
    assert walked(asked).never == ("more",)


def test_where_there_are_too_many_paths_the_walk_says_so():
    firsts = [question(Shape.YES, f"y{n}") for n in range(5)]
    asked = form(*firsts, *(hung(each, Shape.TEXT) for each in firsts))
    assert (walked(asked).paths, walked(asked).more) == (32, False)
    assert (walked(asked, most=31).paths, walked(asked, most=31).more) == (31, True)


def test_a_column_that_shifted_is_found(monkeypatch):
    asked = form(question(Shape.TEXT), question(Shape.SEVERAL), question(Shape.NUMBER))
    sound = proof.spool

    def shifting(*arguments):
        with sound(*arguments) as file:
            file.seek(0)
            text = file.read().replace(b",1,1,", b",1,0,").replace(b",number", b",number,")
            return BytesIO(text)

    monkeypatch.setattr(proof, "spool", shifting)
    assert "number" in walked(asked).shifted


def test_a_cell_that_says_something_else_is_found(monkeypatch):
    asked = form(question(Shape.TEXT), question(Shape.SEVERAL))
    sound = proof.spool

    def lying(*arguments):
        with sound(*arguments) as file:
            file.seek(0)
            return BytesIO(file.read().replace(b",bern,1,0,0,", b",bern,0,0,0,"))

    monkeypatch.setattr(proof, "spool", lying)
    assert walked(asked).shifted == ("several__bern",)
    assert define(asked).columns == ("text", "several", "several_other")
