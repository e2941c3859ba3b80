from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import (
    LEAST,
    Bins,
    Points,
    QuestionResult,
    bins,
    covered,
    describe,
    matrix,
    net_promoter_score,
    rank,
    row,
)
from collector.brief import Shape

NAMES = "abcdefgh"


def one(*counts: int, shape=Shape.ONE, n=None) -> QuestionResult:
    n = sum(counts) if n is None else n
    rows = tuple(row(code, code, count, n) for code, count in zip(NAMES, counts, strict=False))
    return QuestionResult("q", "Q", shape, n=n, asked=n, rows=rows)


def scale(*counts: int, **facts) -> QuestionResult:
    """From 1 on, or of eleven steps from 0 on."""
    steps = dict(enumerate(counts, 0 if len(counts) == 11 else 1))
    n = sum(counts)
    rows = tuple(row(str(step), str(step), count, n) for step, count in steps.items())
    told = describe({step: count for step, count in steps.items() if count}, (1, 5))
    return QuestionResult("q", "Q", Shape.SCALE, n=n, asked=n, rows=rows, description=told, **facts)


def shown(result: QuestionResult) -> dict[str, int]:
    return {each.code: each.count for each in covered(result).rows}


def hidden(result: QuestionResult) -> list[str]:
    return [each.code for each in covered(result).hidden]


@pytest.mark.parametrize(
    ("counts", "told", "gone"),
    [
        ((14, 9, 8), "abc", ""),
        ((14, 9, 3), "a", "bc"),
        ((14, 9, 3, 2), "ab", "cd"),
        ((14, 9, 1, 2), "a", "bcd"),
        ((14, 9, 0, 0), "a", "bcd"),
    ],
)
def test_a_small_count_takes_others_along_until_it_could_be_anything_under_five(counts, told, gone):
    assert "".join(shown(one(*counts))) == told
    assert "".join(hidden(one(*counts))) == gone


def test_where_nothing_can_be_told_all_is_held_back():
    told = covered(one(7, 0))
    assert (told.rows, told.hidden, told.held_back) == ((), (), True)


def test_of_ticks_one_small_count_is_hidden_with_another_only_where_people_are_left_over():
    assert shown(one(20, 16, 3, shape=Shape.SEVERAL, n=30)) == {"a": 20, "b": 16}
    assert shown(one(14, 3, shape=Shape.SEVERAL, n=16)) == {}


def test_small_steps_of_a_scale_are_joined_and_hide_what_is_made_of_them():
    told = covered(scale(2, 4, 9, 20, 3))
    assert {each.code: each.count for each in told.rows} == {"1..2": 6, "3": 9, "4..5": 23}
    assert told.description is None
    assert covered(scale(5, 6, 9, 20, 7)).description is not None


def test_a_scale_whose_steps_are_all_joined_would_say_nothing():
    told = covered(scale(3, 2, 1, 2, 1))
    assert (told.rows, told.held_back, told.description) == ((), True, None)


def test_a_score_is_told_of_its_three_groups():
    counts = (0, 0, 1, 0, 2, 1, 2, 4, 5, 6, 9)
    told = covered(scale(*counts, score=net_promoter_score(15, 9, 6)))
    assert {each.code: each.count for each in told.rows} == {"0..6": 6, "7..8": 9, "9..10": 15}
    assert told.score == net_promoter_score(15, 9, 6)


def test_a_score_of_a_small_group_is_not_told():
    counts = (0, 0, 0, 0, 0, 1, 2, 4, 5, 6, 9)
    told = covered(scale(*counts, score=net_promoter_score(15, 9, 3)))
    assert told.score is None
    assert min(each.count for each in told.rows) >= LEAST


def test_a_class_of_few_numbers_is_joined_with_the_next():
    told = bins({3: 6, 14: 1, 25: 7, 36: 2, 47: 9})
    assert isinstance(told, Bins)
    asked = replace(one(), shape=Shape.NUMBER, n=25, bins=told)
    assert all(each.count >= LEAST for each in covered(asked).bins.bins)
    assert sum(each.count for each in covered(asked).bins.bins) == 25


def test_the_mean_of_a_line_goes_with_its_hidden_cells():
    counts = {"staff": {"1": 3, "2": 9, "3": 12}, "hours": {"1": 8, "2": 9, "3": 7}}
    lines = {"staff": "Staff", "hours": "Hours"}
    table = matrix(counts, {"staff": 24, "hours": 24}, lines, {c: c for c in "123"}, ordered=True)
    staff, hours = covered(replace(one(), n=24, matrix=table)).matrix.rows
    assert ([each.code for each in staff.rows], staff.mean) == (["3"], None)
    assert len(hours.rows) == 3
    assert hours.mean is not None


def test_who_was_put_first_by_few_is_not_told():
    ballots = {("a", "b", "c"): 20, ("b", "a", "c"): 9, ("c", "a", "b"): 2}
    told = covered(replace(one(), n=31, ranking=rank(ballots, "abc"))).ranking
    assert {each.code: each.first for each in told.standings} == {"a": 20, "b": None, "c": None}


def test_of_two_options_the_mean_place_would_tell_who_was_put_first():
    ballots = {("a", "b"): 20, ("b", "a"): 2}
    assert covered(replace(one(), n=22, ranking=rank(ballots, "ab"))).ranking is None


def test_how_many_gave_an_option_anything_is_not_told_of_few():
    points = Points()
    for shared in [{"a": 60, "b": 40}] * 6 + [{"a": 90, "c": 10}] * 2:
        points.add(shared)
    told = covered(replace(one(), n=8, sharing=points.shared("abc", 100))).sharing
    assert [each.givers for each in told.portions] == [8, 6, None]


counts = st.lists(st.integers(0, 30), min_size=2, max_size=8)


@given(counts)
def test_by_what_is_told_each_hidden_count_could_be_anything_from_0_to_4(given):
    result = covered(one(*given))
    left = result.n - sum(each.count for each in result.rows)
    assert all(each.count >= LEAST for each in result.rows)
    assert not result.hidden or (len(result.hidden) >= 2 and left >= LEAST - 1)


@given(counts, st.sampled_from([Shape.ONE, Shape.SEVERAL]))
def test_what_is_covered_stays_as_it_is(given, shape):
    once = covered(one(*given, shape=shape))
    assert covered(once) == once


@given(st.lists(st.integers(0, 30), min_size=5, max_size=5))
def test_joined_steps_hold_everybody(given):
    told = covered(scale(*given))
    assert covered(told) == told
    if told.held_back:
        assert told.rows == ()
    else:
        assert sum(each.count for each in told.rows) == sum(given)
        assert min(each.count for each in told.rows) >= LEAST
