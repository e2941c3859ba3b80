from collections import Counter
from math import comb, sqrt
from random import Random
from statistics import NormalDist, fmean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import Estimate, estimated_mean, estimated_median
from collector.analysis.estimate import abc, lowest_rank, student

# B. Efron and R. Tibshirani (1993), "An Introduction to the Bootstrap", table 2.1: the mice that
# were not treated lived so many days.
MICE = [52, 104, 146, 10, 50, 31, 40, 27, 46]
SCALE = [1] * 2 + [2] * 3 + [3] * 6 + [4] * 12 + [5] * 7

numbers = st.lists(st.integers(-50, 50), min_size=1, max_size=40)


@given(numbers)
def test_the_value_is_the_mean_or_the_median(answers):
    assert estimated_mean(Counter(answers)).value == pytest.approx(fmean(answers))
    assert estimated_median(Counter(answers)).value == median(answers)


@given(numbers)
def test_the_interval_surrounds_the_value(answers):
    for estimate in (estimated_mean(Counter(answers)), estimated_median(Counter(answers))):
        if estimate.low is not None:
            assert estimate.low <= estimate.value <= estimate.high


decimals = st.integers(-(10**9), 10**9).map(lambda number: number / 10**6)


@given(st.lists(decimals, min_size=1, max_size=30), st.randoms(use_true_random=False))
def test_the_order_in_which_answers_came_changes_no_digit(answers, chance):
    shuffled = chance.sample(answers, len(answers))
    assert estimated_mean(Counter(answers)) == estimated_mean(Counter(shuffled))
    assert estimated_median(Counter(answers)) == estimated_median(Counter(shuffled))


@given(numbers, st.integers(-20, 20))
def test_moving_every_answer_moves_the_interval(answers, by):
    here = estimated_mean(Counter(answers))
    there = estimated_mean(Counter(answer + by for answer in answers))
    assert there.value == pytest.approx(here.value + by)
    if here.low is not None:
        assert there.low == pytest.approx(here.low + by, abs=1e-6)


@given(numbers)
def test_the_interval_of_the_mirror_is_the_mirror_of_the_interval(answers):
    here = estimated_mean(Counter(answers))
    there = estimated_mean(Counter(-answer for answer in answers))
    if here.low is not None:
        assert (there.low, there.high) == pytest.approx((-here.high, -here.low), abs=1e-6)


def test_too_few_or_all_alike_have_a_value_and_no_interval():
    assert estimated_mean({4: 3, 5: 1}) == Estimate(4.25)
    assert estimated_mean({4: 30}) == Estimate(4)
    assert estimated_median({1: 2, 5: 3}) == Estimate(5)


def test_the_interval_of_a_mean_stays_on_the_scale():
    stars = {5: 5, 4: 1}
    assert estimated_mean(stars).high > 5
    assert estimated_mean(stars, (1, 5)).high == 5
    assert estimated_mean(stars, (1, 5)).low == estimated_mean(stars).low


def by_drawing(answers, draws=4000):
    """The BCa interval of B. Efron (1987), with its samples really drawn."""
    chance, normal = Random(1987), NormalDist()
    middle = fmean(answers)
    means = sorted(fmean(chance.choices(answers, k=len(answers))) for _ in range(draws))
    below = sum(each < middle for each in means) + sum(each == middle for each in means) / 2
    bias = normal.inv_cdf(below / draws)
    cubes = sum((each - middle) ** 3 for each in answers)
    a = cubes / (6 * sum((each - middle) ** 2 for each in answers) ** 1.5)
    ends = []
    for z in (-1.959964, 1.959964):
        w = bias + z
        ends.append(means[int(draws * normal.cdf(bias + w / (1 - a * w)))])
    return ends


@pytest.mark.parametrize("answers", [MICE, SCALE, [0] * 60 + [100] * 9 + [250] * 3])
def test_the_formula_agrees_with_drawn_bootstrap_samples(answers):
    interval = abc(Counter(answers))
    error = sqrt(sum((each - fmean(answers)) ** 2 for each in answers)) / len(answers)
    drawn = by_drawing(answers)
    assert interval.low == pytest.approx(drawn[0], abs=0.2 * error)
    assert interval.high == pytest.approx(drawn[1], abs=0.35 * error)


STUDENT = [(4, 2.776), (5, 2.571), (9, 2.262), (19, 2.093), (29, 2.045), (120, 1.980)]


@pytest.mark.parametrize(("freedom", "quantile"), STUDENT)
def test_students_quantiles_agree_with_the_table_of_fisher_and_yates(freedom, quantile):
    assert student(freedom) == pytest.approx(quantile, abs=0.001)


def covered(draw, truth, find, times=1500):
    chance = Random(1992)
    estimates = [find(Counter(draw(chance))) for _ in range(times)]
    told = [each for each in estimates if each.low is not None]
    return sum(each.low <= truth <= each.high for each in told) / len(told)


@pytest.mark.parametrize("n", [8, 20, 60])
@pytest.mark.parametrize("weights", [(1, 1, 1, 1, 1), (2, 3, 10, 35, 50), (40, 10, 0, 10, 40)])
def test_in_seeded_draws_from_a_scale_the_interval_covers_the_mean_as_often_as_it_says(weights, n):
    truth = sum(step * weight for step, weight in enumerate(weights, 1)) / sum(weights)
    share = covered(lambda chance: chance.choices(range(1, 6), weights, k=n), truth, estimated_mean)
    assert 0.93 <= share <= 0.995


# H. A. David and H. N. Nagaraja (2003), "Order Statistics", 7.1, and any table of the sign test.
RANKS = [(5, 0), (6, 1), (8, 1), (9, 2), (10, 2), (20, 6), (30, 10), (50, 18), (100, 40)]


@pytest.mark.parametrize(("n", "rank"), RANKS)
def test_the_median_s_interval_begins_at_the_rank_of_the_sign_test(n, rank):
    assert lowest_rank(n) == rank


@given(st.integers(1, 400))
def test_no_fair_coin_falls_below_the_rank_in_more_than_2_5_percent(n):
    rank = lowest_rank(n)
    below = sum(comb(n, heads) for heads in range(rank)) / 2**n
    assert below <= 0.025 < below + comb(n, rank) / 2**n


@pytest.mark.parametrize("n", range(6, 60))
def test_the_bootstrap_of_the_median_by_efron_1979_is_the_same_or_a_rank_narrower(n):
    # Section 3: the chance that a sample's median is at most the k-th of the answers is that of
    # more than half of n draws being among the first k. For even n of the lower of the middle two.
    def at_most(k):
        share = k / n
        few = range((n + 1) // 2)
        return 1 - sum(comb(n, j) * share**j * (1 - share) ** (n - j) for j in few)

    first = next(k for k in range(1, n + 1) if at_most(k) > 0.025)
    assert first - lowest_rank(n) in (0, 1)


def test_the_median_of_a_scale_is_found_by_counting():
    assert estimated_median(Counter(SCALE)) == Estimate(4, 3, 4)
    assert estimated_median(Counter(MICE)) == Estimate(46, 27, 104)


def test_a_quarter_of_a_million_answers_are_estimated_from_their_counts():
    many = dict.fromkeys(range(1, 6), 50_000)
    mean = estimated_mean(many)
    assert mean.value == 3
    assert mean.high - 3 == pytest.approx(1.959964 * sqrt(2 / 250_000), rel=1e-4)
    assert estimated_median(many) == Estimate(3, 3, 3)
