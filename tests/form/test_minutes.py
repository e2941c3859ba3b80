"""How long a form takes: by a model whose parts are known, and honest about the rest."""

import pytest

from collector.brief import Limits, Shape
from collector.form.draw import draw
from collector.form.minutes import CHOOSE, READ, TYPE, minutes, seconds
from tests.form.forms import WITH_A_FRIEND, context, form, question


def test_a_choice_is_read_and_made_once():
    asked = question(Shape.ONE, label="Where do you live?")
    assert seconds(asked) == pytest.approx(READ * 7 + CHOOSE)


def test_a_text_that_must_be_long_takes_longer():
    short = question(Shape.LONG, limits=Limits())
    long = question(Shape.LONG, limits=Limits(600, 2000))
    assert seconds(long) - seconds(short) == pytest.approx(TYPE * 75)


@pytest.mark.parametrize("shape", Shape)
def test_every_shape_takes_some_seconds_and_less_than_three_minutes(shape):
    assert 2 < seconds(question(shape)) < 180


def test_a_question_with_a_condition_counts_half():
    always = form(*(question(Shape.LONG, f"q{n}") for n in range(8)))
    sometimes = form(
        *(question(Shape.LONG, f"q{n}", condition=WITH_A_FRIEND) for n in range(8)),
    )
    assert minutes(always) == 6
    assert minutes(sometimes) == 3


def test_the_form_says_how_long_it_takes_unless_it_goes_without_saying():
    short, long = (form(*(question(Shape.LONG, f"q{n}") for n in range(n))) for n in (2, 4))
    assert "Takes about" not in draw(short, context())
    assert "Takes about 3 minutes." in draw(long, context())
