"""What ideas are ranked by: figures worked out by hand, and what no ranking may do."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import VoteCount, bayesian_mean, lower_bound, merits, places
from collector.brief import VotingKind

APPROVE, UPDOWN, STARS = VotingKind.APPROVE, VotingKind.UPDOWN, VotingKind.STARS


def test_a_few_stars_are_drawn_towards_what_all_give() -> None:
    count = VoteCount({"5": 2})
    assert bayesian_mean(STARS, count, prior=3.0) == pytest.approx((5 * 3 + 10) / 7)


def test_one_vote_of_five_stars_does_not_beat_a_hundred_good_ones() -> None:
    loved, other = VoteCount({"5": 80, "4": 20}), VoteCount({"3": 100})
    ranks = places(merits(STARS, {"new": VoteCount({"5": 1}), "a": loved, "b": other}, 201))
    assert ranks == {"a": 1, "new": 2, "b": 3}


def test_ups_and_downs_are_drawn_towards_the_share_of_all() -> None:
    counts = {"rye": VoteCount({"up": 8, "down": 2}), "spelt": VoteCount({"up": 0, "down": 10})}
    merit = merits(UPDOWN, counts, voters=20)
    assert merit["rye"] == pytest.approx((5 * 0.4 + 8) / 15)
    assert merit["spelt"] == pytest.approx((5 * 0.4 + 0) / 15)


def test_the_lower_bound_is_wilsons() -> None:
    # 8 of 10: Newcombe (1998), method 3; worked out with z = 1.959964
    assert lower_bound(UPDOWN, VoteCount({"up": 8, "down": 2})) == pytest.approx(0.4902, abs=1e-4)
    assert lower_bound(APPROVE, VoteCount({"yes": 8}), voters=10) == pytest.approx(0.4902, abs=1e-4)


def test_what_nobody_voted_on_has_no_rank() -> None:
    assert merits(APPROVE, {"rye": VoteCount(), "spelt": VoteCount({"yes": 1})}, 1).keys() == {
        "spelt"
    }


def test_equals_share_a_place_and_the_next_one_is_left_out() -> None:
    assert places({"a": 2.0, "b": 3.0, "c": 2.0, "d": 1.0}) == {"b": 1, "a": 2, "c": 2, "d": 4}


@given(st.dictionaries(st.text(min_size=1), st.integers(1, 50), min_size=1))
def test_more_approval_never_ranks_lower(approved: dict[str, int]) -> None:
    counts = {ref: VoteCount({"yes": n}) for ref, n in approved.items()}
    ranks = places(merits(APPROVE, counts, voters=100))
    for (one, ones), (other, others) in product(approved.items(), repeat=2):
        assert (ones > others) == (ranks[one] < ranks[other])


@given(st.integers(0, 40), st.integers(0, 40), st.floats(0, 1))
def test_a_mean_stays_within_its_scale_and_moves_with_a_vote(ups, downs, prior) -> None:
    mean = bayesian_mean(UPDOWN, VoteCount({"up": ups, "down": downs}), prior)
    assert 0 <= mean <= 1
    assert bayesian_mean(UPDOWN, VoteCount({"up": ups + 1, "down": downs}), prior) >= mean
