from collector.draw import Asked, curves
from collector.models import Curve, Curves
from tests.draw.test_bars import told, tree

OFFERS = Curves(("Price", "Choice"), (Curve("We", (0, 10)), Curve("The chain", (2.5, 9))))


def drawn():
    return tree(curves(OFFERS, Asked("offer", "What each offers")))


def test_each_curve_has_a_sign_of_its_own_that_the_legend_explains():
    (legend,) = (each for each in drawn().iter("ul"))
    assert [told(each) for each in legend] == ["● We", "□ The chain"]
    marks = [told(each) for each in drawn().iter("text") if each.get("text-anchor") == "middle"]
    assert marks == ["●", "●", "□", "□"]


def test_little_stands_at_the_left_and_much_at_the_right():
    marks = [each for each in drawn().iter("text") if each.get("text-anchor") == "middle"]
    places = [float(each.get("x").removesuffix("%")) for each in marks]
    assert places == [3, 97, 26.5, 87.6]


def test_the_second_curve_is_dashed_and_the_first_is_not():
    groups = list(drawn().iter("g"))
    dashed = [[line.get("stroke-dasharray") for line in each.iter("line")] for each in groups]
    assert dashed[0] == [None]
    assert dashed[1][0]


def test_the_curves_are_told_in_words():
    (told_in_words,) = drawn().iter("desc")
    assert told(told_in_words) == "We: Price 0, Choice 10. The chain: Price 2.5, Choice 9."
