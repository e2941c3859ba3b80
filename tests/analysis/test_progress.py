"""How far it has come, beside a straight line; of few measurements little is said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.progress import Pace, Point, progress
from collector.brief import Measure

START, END = date(2026, 9, 1), date(2026, 9, 11)
LESS = Measure("kg", 120, 20, END)
MORE = Measure("guests", 20, 120, END)


def after(days: int) -> date:
    return START + timedelta(days=days)


def told(measure: Measure, *values: tuple[int, float], today: int = 6, begins: date | None = START):
    points = [Point(after(day), value) for day, value in values]
    return progress(measure, points, begins, after(today))


def test_nothing_is_said_of_nothing():
    found = told(LESS)
    assert (found.share, found.expected, found.pace) == (None, None, Pace.NONE)


@pytest.mark.parametrize("measure", [LESS, MORE])
def test_rising_and_falling_are_shares_of_the_same_way(measure):
    half = told(measure, (5, 70))
    assert (half.share, half.expected) == (0.5, 0.5)
    wrong = 140 if measure is LESS else 0
    assert told(measure, (5, wrong)).share == pytest.approx(-0.2)


def test_a_few_measurements_are_no_pace():
    assert told(LESS, (0, 120), (5, 30)).pace is Pace.FEW
    assert told(LESS, (0, 120), (1, 110), (5, 30)).pace is Pace.ON_TRACK


def test_it_is_on_track_on_the_line_and_behind_below_it():
    assert told(LESS, (0, 120), (2, 100), (5, 70)).pace is Pace.ON_TRACK
    assert told(LESS, (0, 120), (2, 100), (5, 71)).pace is Pace.BEHIND


def test_the_target_is_reached_whenever_the_last_measurement_says_so():
    assert told(LESS, (1, 20)).pace is Pace.REACHED
    assert told(MORE, (1, 130)).pace is Pace.REACHED
    assert told(LESS, (1, 20), (2, 60)).pace is Pace.FEW


def test_after_the_day_it_is_reached_or_not():
    assert told(LESS, (1, 110), (9, 21), today=11).pace is Pace.MISSED
    assert told(LESS, (1, 110), (10, 20), today=11).pace is Pace.REACHED
    assert told(LESS, (1, 110), (9, 21), today=10).pace is Pace.FEW
    assert told(LESS, today=11).pace is Pace.NONE


def test_what_comes_after_the_day_is_shown_and_does_not_count():
    found = told(LESS, (10, 40), (15, 20), today=20)
    assert found.pace is Pace.MISSED
    assert found.share == 0.8
    assert found.last == Point(after(15), 20)


def test_the_line_begins_where_the_measure_says_else_with_the_challenge_else_the_first_value():
    early = Measure("kg", 120, 20, END, since=after(-10))
    assert told(early, (0, 110)).expected == 0.5
    assert told(LESS, (5, 110)).expected == 0.5
    assert told(LESS, (5, 110), (8, 100), begins=None).since == after(5)


def test_before_it_begins_nothing_is_expected():
    assert told(LESS, (-3, 119)).expected == 0


def test_a_line_without_length_is_at_its_end():
    late = told(LESS, (10, 90), begins=None)
    assert late.expected == 1


@given(
    st.lists(st.tuples(st.integers(-5, 20), st.floats(-1e6, 1e6)), unique_by=lambda each: each[0]),
    st.integers(-5, 30),
)
def test_any_measurements_are_told_in_order_and_the_line_stays_between(values, today):
    found = told(LESS, *values, today=today)
    days = [each.day for each in found.points]
    assert days == sorted(days)
    assert (found.share is None) == (found.pace is Pace.NONE)
    if found.expected is not None:
        assert 0 <= found.expected <= 1
    assert (found.pace is Pace.MISSED) <= (after(today) > END)
