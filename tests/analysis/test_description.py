from collections import Counter
from math import sqrt
from statistics import stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import Estimate, TooFew, describe, share
from collector.analysis.histogram import at, moment

answers = st.lists(st.integers(1, 7), min_size=2, max_size=60)


def test_a_scale_is_described_with_its_top_and_bottom_two():
    scale = describe({1: 2, 2: 3, 3: 6, 4: 12, 5: 7}, (1, 5))
    assert scale.n == 30
    assert scale.mean.value == pytest.approx(109 / 30)
    assert scale.median == Estimate(4, 3, 4)
    assert scale.top == share(19, 30)
    assert scale.bottom == share(5, 30)


def test_from_0_to_10_the_top_two_are_the_promoters():
    told = describe({0: 1, 6: 2, 9: 3, 10: 4}, (0, 10))
    assert (told.top.count, told.bottom.count) == (7, 1)


def test_a_short_scale_has_no_top_two():
    told = describe({1: 2, 4: 3}, (1, 4))
    assert (told.top, told.bottom) == (None, None)


def test_numbers_without_steps_have_no_top_two():
    told = describe({12.5: 1, 80: 3})
    assert (told.n, told.top, told.bottom) == (4, None, None)


# B. Efron and R. Tibshirani (1993), "An Introduction to the Bootstrap", table 2.1: days that mice
# lived after an operation, without and with a treatment; mean and its standard error.
MICE = [
    ([52, 104, 146, 10, 50, 31, 40, 27, 46], 56.22, 14.14),
    ([94, 197, 16, 38, 99, 141, 23], 86.86, 25.24),
]


@pytest.mark.parametrize(("days", "mean", "error"), MICE)
def test_efron_and_tibshirani_1993_table_2_1_means_56_22_and_86_86_errors_14_14_and_25_24(
    days, mean, error
):
    told = describe(Counter(days))
    assert told.mean.value == pytest.approx(mean, abs=0.005)
    assert told.deviation / sqrt(told.n) == pytest.approx(error, abs=0.005)


def test_no_answers_are_too_few():
    assert describe({}) == TooFew(0, 1)


def test_a_single_answer_has_no_deviation():
    assert describe({3: 1}).deviation is None


@given(answers)
def test_the_deviation_is_the_sample_s(sent):
    assert describe(Counter(sent)).deviation == pytest.approx(stdev(sent), abs=1e-9)


@given(answers)
def test_top_and_bottom_two_never_share_anybody(sent):
    told = describe(Counter(sent), (1, 7))
    assert told.top.count + told.bottom.count <= told.n == told.top.n


@given(answers)
def test_a_histogram_knows_every_answer_s_place(sent):
    assert at(Counter(sent), *range(len(sent))) == tuple(sorted(sent))


@given(answers)
def test_deviations_from_the_mean_add_up_to_nothing(sent):
    assert moment(Counter(sent), 1) == pytest.approx(0, abs=1e-9)
