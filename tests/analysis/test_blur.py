import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import Points, blurred, blurred_sharing, describe


@pytest.mark.parametrize(("n", "told"), [(9, False), (10, True)])
def test_a_mean_has_an_interval_from_ten_answers_on(n, told):
    mean = blurred(describe(dict.fromkeys(range(n), 1))).mean
    assert mean.value == (n - 1) / 2
    assert (mean.low is not None) == told


def test_the_median_of_six_would_tell_the_least_and_the_most():
    open_to_see = describe(dict.fromkeys((3, 7, 20, 21, 40, 88), 1))
    assert (open_to_see.median.low, open_to_see.median.high) == (3, 88)
    assert blurred(open_to_see).median.low is None


@given(st.dictionaries(st.integers(0, 300), st.integers(1, 3), min_size=2, max_size=40))
def test_five_people_or_more_lie_at_either_end_of_a_median_or_beyond(numbers):
    median = blurred(describe(numbers)).median
    if median.low is not None:
        assert sum(times for each, times in numbers.items() if each <= median.low) >= 5
        assert sum(times for each, times in numbers.items() if each >= median.high) >= 5


def test_an_interval_has_no_more_digits_than_a_page_shows():
    mean = blurred(describe({each / 7: 1 for each in range(20)})).mean
    assert (mean.low, mean.high) == (round(mean.low, 1), round(mean.high, 1))
    assert blurred(describe({1: 9, 2: 8})).deviation is None


def test_what_was_shared_out_is_told_alike():
    points = Points()
    for given_to in range(9):
        points.add({"a": given_to, "b": 100 - given_to})
    assert blurred_sharing(points.shared("ab", 100)).portions[0].mean.low is None
    points.add({"a": 50, "b": 50})
    assert blurred_sharing(points.shared("ab", 100)).portions[0].mean.low is not None
