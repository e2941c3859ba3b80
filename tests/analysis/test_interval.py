from collections import Counter
from math import comb, sqrt
from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import net_promoter_score, wilson
from collector.analysis.interval import Z

# R. G. Newcombe (1998), Statistics in Medicine 17, table I, method 3 (score, no correction).
NEWCOMBE = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]

# A. Agresti and B. A. Coull (1998), "Approximate is better than 'exact' for interval estimation of
# binomial proportions", The American Statistician 52, 119-126, table 1: how often nominal 95 %
# intervals hold a share that is anything from 0 to 1, on the mean.
AGRESTI_COULL = [(5, 0.955), (15, 0.953), (30, 0.952), (50, 0.952), (100, 0.951)]

counts = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(("count", "n", "low", "high"), NEWCOMBE)
def test_wilsons_interval_agrees_with_newcombes_table(count, n, low, high):
    interval = wilson(count, n)
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


def cover(n: int, true_share: float) -> float:
    """How often the interval holds the true share, over all that n answers may bring."""
    return sum(
        comb(n, count) * true_share**count * (1 - true_share) ** (n - count)
        for count in range(n + 1)
        if wilson(count, n).low <= true_share <= wilson(count, n).high
    )


@pytest.mark.parametrize(("n", "mean"), AGRESTI_COULL)
def test_agresti_and_coull_1998_the_interval_covers_95_5_to_95_1_percent_on_the_mean(n, mean):
    shares = [(step + 0.5) / 400 for step in range(400)]
    assert fmean(cover(n, each) for each in shares) == pytest.approx(mean, abs=0.0015)


def test_of_ten_answers_at_a_share_of_90_percent_it_covers_93_percent_where_walds_covers_65():
    assert cover(10, 0.9) == pytest.approx(0.930, abs=0.0005)


@given(counts)
def test_the_ends_solve_wilsons_equation(shares):
    count, n = shares
    share = count / n
    interval = wilson(count, n)
    for end in (interval.low, interval.high):
        assert abs(share - end) == pytest.approx(Z * sqrt(end * (1 - end) / n), abs=1e-9)


@given(counts)
def test_the_share_lies_within_its_interval_and_that_within_0_and_1(shares):
    count, n = shares
    interval = wilson(count, n)
    assert 0 <= interval.low <= count / n <= interval.high <= 1


@given(counts)
def test_the_interval_of_the_others_is_its_mirror(shares):
    count, n = shares
    interval, others = wilson(count, n), wilson(n - count, n)
    assert interval.low == pytest.approx(1 - others.high)
    assert interval.high == pytest.approx(1 - others.low)


def test_without_answers_any_share_is_possible():
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0, 1)


@pytest.mark.parametrize(("count", "n"), [(-1, 5), (6, 5)])
def test_what_is_no_share_is_refused(count, n):
    with pytest.raises(ValueError, match="is no share"):
        wilson(count, n)


def test_the_net_promoter_score_and_its_adjusted_interval():
    # 5 promoters, 3 passives, 2 detractors; with the pseudo-answers 5.75, 4.5 and 2.75 of 13.
    # By hand: net 3/13, and 1.959964 times the root of (8.5/13 - (3/13)^2) / 13.
    score = net_promoter_score(5, 3, 2)
    assert score.value == 30
    assert score.low == pytest.approx(23.0769 - 42.1275, abs=1e-3)
    assert score.high == pytest.approx(23.0769 + 42.1275, abs=1e-3)


LIKED = [(50, 30, 20), (10, 30, 60), (80, 15, 5), (34, 33, 33), (5, 90, 5), (45, 10, 45)]
"""Percent of promoters, passives and detractors."""


def walds(promoters: int, passives: int, detractors: int) -> tuple[float, float]:
    """The interval without pseudo-answers, which this kit does not use."""
    n = promoters + passives + detractors
    net = (promoters - detractors) / n
    reach = Z * sqrt(((promoters + detractors) / n - net * net) / n)
    return 100 * (net - reach), 100 * (net + reach)


@pytest.mark.parametrize("n", [10, 30, 100])
def test_in_2000_seeded_draws_each_the_interval_of_the_score_covers_93_percent_or_more(n):
    # B. Rocks (2016) finds the adjusted interval near its 95 % from small samples on, and Wald's
    # below it.
    chance, covered, walds_covered = Random(2016), [], []
    for shares in LIKED:
        truth, ours, others = shares[0] - shares[2], 0, 0
        for _ in range(2000):
            sent = Counter(chance.choices("+0-", shares, k=n))
            answers = sent["+"], sent["0"], sent["-"]
            score, (low, high) = net_promoter_score(*answers), walds(*answers)
            ours += score.low <= truth <= score.high
            others += low <= truth <= high
        covered.append(ours / 2000)
        walds_covered.append(others / 2000)
    assert min(covered) >= 0.93
    assert 0.94 <= fmean(covered) <= 0.98
    assert min(walds_covered) < min(covered)


@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))
def test_the_score_and_its_interval_stay_on_the_scale(promoters, passives, detractors):
    if promoters + passives + detractors == 0:
        with pytest.raises(ValueError, match="no score"):
            net_promoter_score(promoters, passives, detractors)
        return
    score = net_promoter_score(promoters, passives, detractors)
    assert -100 <= score.low <= score.high <= 100
    assert -100 <= score.value <= 100
