"""What gains of late: newer votes weigh more, and only a vote changes the order."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import rising
from collector.brief import VotingKind

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)


def gains(*votes: tuple[str, str, timedelta, int], kind=VotingKind.UPDOWN, now=NOW):
    told = [(idea, value, (NOW - age).isoformat(), n) for idea, value, age, n in votes]
    return rising(kind, told, now)


def test_a_vote_of_yesterday_weighs_half_of_todays() -> None:
    told = gains(("old", "up", DAY, 1), ("new", "up", 0 * DAY, 1))
    assert told["new"] == pytest.approx(2 * told["old"])


def test_what_was_liked_last_week_is_not_rising() -> None:
    assert gains(("rye", "up", 9 * DAY, 1000)) == {}


def test_votes_against_take_away() -> None:
    assert gains(("rye", "up", DAY, 2), ("rye", "down", DAY, 2)) == {}


def test_three_stars_say_neither() -> None:
    assert gains(("rye", "3", DAY, 9), kind=VotingKind.STARS) == {}


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.just("up"), st.integers(0, 100), st.just(1))),
    st.integers(0, 14),
)
def test_within_a_day_the_order_stays_while_nobody_votes(votes, hours: int) -> None:
    told = [(idea, value, timedelta(hours=age), n) for idea, value, age, n in votes]
    assert gains(*told) == gains(*told, now=NOW + timedelta(hours=hours))
