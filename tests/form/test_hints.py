import pytest

from collector.brief import Limits, Shape
from collector.form.hints import hint
from tests.form.forms import question


@pytest.mark.parametrize(
    ("shape", "limits", "said"),
    [
        (Shape.TEXT, Limits(), ""),
        (Shape.TEXT, Limits(3, 80), "3 to 80 characters"),
        (Shape.LONG, Limits(most=2000), "At most 2000 characters"),
        (Shape.LONG, Limits(least=20), "At least 20 characters"),
        (Shape.NUMBER, Limits(), "In digits, such as 12 or 12.5"),
        (Shape.NUMBER, Limits(-20, 50), "A number from -20 to 50"),
        (Shape.NUMBER, Limits(1, 10, whole=True), "A whole number from 1 to 10"),
        (Shape.AMOUNT, Limits(least=0.5, unit="€"), "A number, at least 0.5"),
        (Shape.DATE, Limits(from_today=True), "Today or later"),
    ],
)
def test_the_hint_tells_the_limits_of_a_blank(shape, limits, said):
    assert hint(question(shape, limits=limits)) == said


@pytest.mark.parametrize(
    ("choose", "said"),
    [
        (None, "Choose as many as you like."),
        ((2, 2), "Choose exactly 2."),
        ((0, 3), "Choose at most 3."),
        ((1, 3), "Choose 1 to 3."),
    ],
)
def test_the_hint_tells_how_many_to_choose(choose, said):
    assert hint(question(Shape.SEVERAL, choose=choose)) == said


def test_a_required_list_says_that_every_line_is_needed():
    assert hint(question(Shape.LINES, required=True)) == "Please fill in every line."
    assert hint(question(Shape.LINES)) == ""
