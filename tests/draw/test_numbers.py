import pytest

from collector.analysis import Row
from collector.draw.numbers import interval, number, percent


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (4.0, "4"),
        (3.26, "3.3"),
        (-2.5, "−2.5"),
        (0, "0"),
        (-0.04, "0"),
        (10, "10"),
        (1234.5, "1234.5"),
    ],
)
def test_numbers_are_told_with_few_digits_and_a_real_minus(value, text):
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(-0.4, "0"), (99.6, "100"), (-61.4, "−61"), (10, "10")]
)
def test_whole_numbers_are_told_whole(value, text):
    assert number(value, 0) == text


def test_shares_are_whole_percents_that_do_not_break():
    assert percent(3 / 7) == "43\u00a0%"
    assert percent(-0.2) == "\N{MINUS SIGN}20\u00a0%"
    assert interval(Row("a", "A", 1, 0.5, 0.0946, 0.9054)) == "9\u00a0% to 91\u00a0%"
