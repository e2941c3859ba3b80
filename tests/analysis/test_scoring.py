"""A jury's scores become a ranking from 0 to 100."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.scoring import (
    gathered,
    judge,
    normalised,
    parted,
    told,
    weighted,
    weights_of,
)
from tests.form.scorecards import criterion, score, scorecard

CARD = scorecard(criterion("impact", 3), criterion("ease"), criterion("fun", 0))
STEPS = st.integers(1, 5)
MARKS = st.fixed_dictionaries({"impact": STEPS, "ease": STEPS, "fun": STEPS})


def ranked(*scores, ideas=("rye", "oat", "nut"), card=CARD):
    return {each.idea: each for each in judge(card, scores, ideas)}


@pytest.mark.parametrize(("low", "high", "mark", "wanted"), [(1, 5, 1, 0), (0, 10, 5, 50)])
def test_the_worst_step_is_nought_and_the_best_a_hundred(low, high, mark, wanted):
    assert normalised(criterion("x", low=low, high=high), mark) == wanted
    assert normalised(criterion("x", low=low, high=high), high) == 100


def test_an_ideas_score_is_the_mean_of_its_jurors_weighted_means():
    rye = ranked(
        score(CARD, "rye", "dora", impact=5, ease=1, fun=1),
        score(CARD, "rye", "emil", impact=3, ease=5, fun=5),
    )["rye"]
    assert (rye.score, rye.n, rye.least, rye.most) == (68.8, 2, 62.5, 75)
    assert rye.means == {"impact": 75, "ease": 50, "fun": 50}


def test_what_does_not_apply_is_left_out_of_the_mean():
    assert ranked(score(CARD, "rye", "dora", "impact", ease=5, fun=1))["rye"].score == 100


def test_where_nothing_that_counts_applies_there_is_no_score():
    assert ranked(score(CARD, "rye", "dora", "impact", "ease", fun=5))["rye"].score is None


def test_scores_that_are_begun_or_in_conflict_do_not_count():
    found = ranked(
        score(CARD, "rye", "dora", impact=5),
        score(CARD, "rye", "emil", conflict=True, impact=5, ease=5, fun=5),
    )
    assert (found["rye"].score, found["rye"].n) == (None, 0)


def test_equals_share_a_place_and_leave_the_next_one_free():
    found = judge(
        CARD,
        [
            score(CARD, "oat", "dora", impact=5, ease=5, fun=1),
            score(CARD, "rye", "dora", impact=3, ease=1, fun=1),
            score(CARD, "nut", "dora", impact=3, ease=1, fun=5),
        ],
        ["rye", "oat", "nut", "new"],
    )
    assert [(each.idea, each.rank, each.tied) for each in found] == [
        ("oat", 1, False),
        ("rye", 2, True),
        ("nut", 2, True),
        ("new", None, False),
    ]
    assert parted(found, {"oat", "rye"}) == ["nut"]
    assert parted(found, {"oat"}) == parted(found, {"rye", "nut"}) == []


@given(st.dictionaries(st.sampled_from(["rye", "oat", "nut"]), st.lists(MARKS, max_size=4)))
def test_ranks_are_those_of_the_scores_and_all_ideas_stand(given_marks):
    scores = [
        score(CARD, idea, str(place), **marks)
        for idea, several in given_marks.items()
        for place, marks in enumerate(several)
    ]
    found = judge(CARD, scores, ["rye", "oat", "nut"])
    assert sorted(each.idea for each in found) == ["nut", "oat", "rye"]
    numbers = [each.score for each in found if each.score is not None]
    assert numbers == sorted(numbers, reverse=True)
    assert all(0 <= each <= 100 for each in numbers)
    for each in found:
        if each.score is not None:
            assert each.rank == 1 + sum(other > each.score for other in numbers)
            assert each.tied == (numbers.count(each.score) > 1)


@given(MARKS, MARKS, st.floats(0.1, 50))
def test_weights_count_only_beside_each_other(one, other, factor):
    scaled = {name: factor * weight for name, weight in weights_of(CARD).items()}
    for marks in (one, other):
        assert weighted(marks, scaled) == pytest.approx(weighted(marks, weights_of(CARD)))


@given(MARKS, st.sampled_from(["impact", "ease"]))
def test_a_better_mark_never_lowers_the_score(marks, name):
    better = marks | {name: 5}
    of = [
        gathered(CARD, [score(CARD, "rye", "dora", **each)])["rye"][0] for each in (marks, better)
    ]
    low, high = (weighted(each, weights_of(CARD)) for each in of)
    assert told(high) >= told(low)
