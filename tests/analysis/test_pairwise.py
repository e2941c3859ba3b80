"""Comparisons of two: smoothed shares with intervals, and which two are shown next."""

from collections import Counter
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import draw_pair, win_shares

CODES = tuple("abcde")
pairs = st.sampled_from([*combinations(CODES, 2)])
answers = st.lists(
    pairs.flatmap(lambda pair: st.tuples(st.just(pair), st.sampled_from([*pair, ""]))), max_size=40
)


def test_a_single_win_does_not_come_first() -> None:
    won_often = [(("rye", "oat"), "rye")] * 18 + [(("rye", "oat"), "oat")] * 2
    told = win_shares([*won_often, (("new", "oat"), "new")], ["new", "rye", "oat"])
    assert [each.code for each in told] == ["rye", "new", "oat"]
    assert [round(each.share, 3) for each in told] == [0.864, 0.667, 0.13]


def test_undecided_answers_count_for_neither_but_both_were_shown() -> None:
    (rye, oat) = win_shares([(("rye", "oat"), "")] * 3, ["rye", "oat"])
    assert (rye.share, rye.wins, rye.losses, rye.undecided, rye.shown) == (0.5, 0, 0, 3, 3)
    assert oat.share == 0.5


@given(answers)
def test_each_decided_answer_is_won_once_and_lost_once(said) -> None:
    told = win_shares(said, CODES)
    decided = sum(bool(winner) for _, winner in said)
    assert sum(each.wins for each in told) == sum(each.losses for each in told) == decided
    assert sum(each.shown for each in told) == 2 * len(said)
    assert all(each.low <= each.share <= each.high for each in told)


@given(answers, st.randoms())
def test_neither_the_order_of_answers_nor_the_side_says_anything(said, chance) -> None:
    other = [(pair[::-1] if chance.random() < 0.5 else pair, winner) for pair, winner in said]
    chance.shuffle(other)
    assert win_shares(other, CODES) == win_shares(said, CODES)


@given(st.sets(pairs), st.integers())
def test_no_pair_comes_twice_and_all_come(seen, seed) -> None:
    met = frozenset(map(frozenset, seen))
    chance = Random(seed)
    for _ in range(10 - len(met)):
        pair = draw_pair([(code, 3) for code in CODES], met, chance)
        assert pair is not None
        assert frozenset(pair) not in met
        met |= {frozenset(pair)}
    assert draw_pair([(code, 3) for code in CODES], met, chance) is None


def test_what_was_shown_less_is_shown_sooner_and_sides_are_drawn() -> None:
    chance = Random(1)
    exposures = [("old", 99), ("older", 99), ("new", 0)]
    drawn = [draw_pair(exposures, frozenset(), chance) for _ in range(2000)]
    shown = Counter(code for pair in drawn if pair for code in pair)
    assert shown["new"] > 1900
    assert shown["old"] == pytest.approx(shown["older"], rel=0.15)
    left = Counter(pair[0] for pair in drawn if pair)
    assert left["new"] == pytest.approx(shown["new"] / 2, rel=0.1)


def test_one_option_is_no_pair() -> None:
    assert draw_pair([("a", 0)], frozenset(), Random(1)) is None
