from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import TooFew, bins
from collector.analysis.bins import Bin

whole = st.lists(st.integers(-400, 4000), min_size=1, max_size=60)
amounts = st.sampled_from([10**2, 10**4, 10**9]).flatmap(
    lambda most: st.lists(
        st.integers(0, most).map(lambda cents: cents / 100), min_size=1, max_size=60
    )
)


def test_few_whole_numbers_are_shown_one_by_one():
    told = bins({1: 4, 2: 9, 4: 2})
    assert told.single
    assert told.bins == (Bin(1, 2, 4), Bin(2, 3, 9), Bin(3, 4, 0), Bin(4, 5, 2))


def test_many_are_gathered_into_classes_of_a_round_width():
    told = bins(dict.fromkeys(range(100), 1))
    assert [each.low for each in told.bins] == [*range(0, 100, 10)]
    assert {each.count for each in told.bins} == {10}
    assert (told.single, told.whole, told.n) == (False, True, 100)


def test_amounts_have_classes_below_one_where_they_lie_close():
    told = bins({0.25: 3, 0.3: 4, 0.9: 1})
    assert not told.whole
    assert told.bins == (Bin(0.2, 0.4, 7), Bin(0.4, 0.6, 0), Bin(0.6, 0.8, 0), Bin(0.8, 1, 1))


def test_nobody_stands_alone_at_an_end():
    told = bins({3: 1, 22: 4, 24: 3, 27: 5, 44: 6, 88: 1}, least=5)
    assert told.bins == (Bin(None, 40, 13), Bin(40, None, 7))


def test_too_few_for_two_ends_are_told_together():
    assert bins({3: 1, 88: 3}, least=5).bins == (Bin(None, None, 4),)


def test_no_numbers_are_too_few():
    assert bins({}) == TooFew(0, 1)


@given(whole | amounts, st.sampled_from([0, 5]))
def test_every_number_is_in_one_bin(numbers, least):
    told = bins(Counter(numbers), least)
    assert sum(each.count for each in told.bins) == told.n == len(numbers)
    for each in told.bins:
        low, high = each.low, each.high
        inside = [
            value
            for value in numbers
            if (low is None or low <= value) and (high is None or value < high)
        ]
        assert each.count == len(inside)


@given(whole | amounts)
def test_bins_are_neighbours_and_few(numbers):
    told = bins(Counter(numbers)).bins
    assert len(told) <= 12
    for one, next_ in pairwise(told):
        assert one.high == next_.low


@given(whole | amounts)
def test_at_either_end_there_are_five_or_all(numbers):
    told = bins(Counter(numbers), 5).bins
    for end in (told[0], told[-1]):
        assert end.count >= 5 or len(told) == 1


@pytest.mark.parametrize("value", [0, -7, 12.5, 1e12])
def test_a_single_value_has_a_single_bin(value):
    (only,) = bins({value: 6}).bins
    assert only.low <= value < only.high
