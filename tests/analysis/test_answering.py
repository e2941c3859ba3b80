"""How soon ideas are answered."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.answering import Answering, days_to_answer

CAME = {"rye": date(2026, 11, 1), "oat": date(2026, 11, 2), "bun": date(2026, 11, 9)}
ANSWERED = {"rye": date(2026, 11, 15), "oat": date(2026, 11, 2), "gone": date(2026, 11, 3)}


def test_days_are_days_of_the_calendar_of_those_that_were_answered():
    assert days_to_answer(CAME, ANSWERED) == (0, 14)


def test_the_median_lies_in_the_middle():
    assert Answering(days=(0, 14)).median == 7
    assert Answering(days=(0, 3, 14)).median == 3
    assert Answering().median is None


def test_a_promise_counts_once_it_was_kept_or_missed():
    told = Answering(in_time=3, late=1, overdue=2, due=5)
    assert told.settled == 6
    assert told.kept == 0.5
    assert Answering(due=5).kept is None


COUNTS = st.integers(0, 9)
SOME = st.builds(
    Answering,
    st.lists(COUNTS).map(lambda days: tuple(sorted(days))),
    COUNTS,
    COUNTS,
    COUNTS,
    COUNTS,
    COUNTS,
)


@given(SOME, SOME)
def test_several_add_up(one: Answering, other: Answering):
    both = one + other
    assert both.settled == one.settled + other.settled
    assert sorted(both.days) == sorted(one.days + other.days)
    assert both.open == one.open + other.open
