from math import sqrt

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

counts = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(("count", "n", "low", "high"), NEWCOMBE)
def test_wilsons_interval_agrees_with_newcombes_table(count, n, low, high):
    interval = wilson(count, n)
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


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


@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))
def test_the_score_and_its_interval_stay_on_the_scale(promoters, passives, detractors):
    if promoters + passives + detractors == 0:
        with pytest.raises(ValueError, match="no score"):
            net_promoter_score(promoters, passives, detractors)
        return
    score = net_promoter_score(promoters, passives, detractors)
    assert -100 <= score.low <= score.high <= 100
    assert -100 <= score.value <= 100
