"""How often an idea stays in the top when weights move, against what can be worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.scoring import weighted
from collector.analysis.sensitivity import MOVED, in_the_top

WEIGHTS = {"impact": 1.0, "ease": 1.0}


def marks(impact: float, ease: float) -> list[dict[str, float]]:
    return [{"impact": impact, "ease": ease}]


def test_what_is_better_in_everything_always_stays():
    found = in_the_top({"rye": marks(100, 75), "oat": marks(75, 50)}, WEIGHTS, 1)
    assert found == {"rye": 1, "oat": 0}


def test_mirror_images_stay_as_often_as_each_other():
    """Whichever weight is the larger decides, and that is either as often."""
    found = in_the_top({"rye": marks(100, 0), "oat": marks(0, 100)}, WEIGHTS, 1)
    assert found["rye"] == pytest.approx(0.5, abs=0.05)
    assert found["oat"] == pytest.approx(0.5, abs=0.05)


def test_a_lead_that_no_move_of_the_weights_can_close_is_told_as_sure():
    """At worst impact weighs 0.8 and ease 1.2: 60 and 40 make 48, still above 47."""
    worst = {"impact": 1 - MOVED, "ease": 1 + MOVED}
    assert weighted(marks(60, 40)[0], worst) == pytest.approx(48)
    found = in_the_top({"rye": marks(60, 40), "oat": marks(47, 47)}, WEIGHTS, 1)
    assert found == {"rye": 1, "oat": 0}


def test_a_lead_that_hangs_on_the_weights_is_told_as_a_chance():
    """60 and 40 stay above 49 while ease weighs less than 11/9 of impact: of the square of both
    weights from 0.8 to 1.2 that is all but a triangle of 12.6 %."""
    found = in_the_top({"rye": marks(60, 40), "oat": marks(49, 49)}, WEIGHTS, 1)
    assert found["rye"] == pytest.approx(0.874, abs=0.03)
    assert found["oat"] == pytest.approx(0.126, abs=0.03)


@given(
    st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=2, max_size=8),
    st.integers(1, 3),
)
def test_whoever_else_there_is_far_below_changes_nothing(found, top):
    """What no move of the weights brings up needs no draw, and takes no place from others."""
    near = {str(place): marks(impact, ease) for place, (impact, ease) in enumerate(found)}
    far = {f"far {place}": marks(-500, -500) for place in range(20)}
    alone = in_the_top(near, WEIGHTS, top, draws=30)
    assert in_the_top({**near, **far}, WEIGHTS, top, draws=30) == {
        **alone,
        **dict.fromkeys(far, 1 if top > len(near) else 0),
    }


def test_the_same_is_said_each_time():
    shown = {"rye": marks(60, 40), "oat": marks(49, 51)}
    assert in_the_top(shown, WEIGHTS, 1) == in_the_top(shown, WEIGHTS, 1)


def test_what_has_no_score_is_not_told_of():
    assert in_the_top({"rye": [{"fun": 100.0}]}, WEIGHTS, 1) == {}


@given(
    st.dictionaries(
        st.sampled_from("abcdef"),
        st.lists(
            st.dictionaries(st.sampled_from(["impact", "ease"]), st.integers(0, 100), min_size=1),
            min_size=1,
            max_size=3,
        ),
        min_size=1,
    ),
    st.integers(1, 7),
)
def test_as_many_as_there_are_places_stay_on_average_or_more_where_there_are_equals(found, top):
    stays = in_the_top(found, WEIGHTS, top, draws=40)
    assert stays.keys() == found.keys()
    assert all(0 <= each <= 1 for each in stays.values())
    assert sum(stays.values()) >= min(top, len(found)) - 1e-9
    if top >= len(found):
        assert set(stays.values()) == {1}
