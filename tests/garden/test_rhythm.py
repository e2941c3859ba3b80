"""What is done again and again falls on one moment each time, whatever the clocks do."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.garden import Rhythm
from collector.garden.rhythm import DAYS, LONGEST

BERLIN = ZoneInfo("Europe/Berlin")
UNITS = ("day", "month", "quarter", *DAYS)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def local(text: str, last: datetime) -> str:
    return f"{Rhythm.read(text).last(last, BERLIN).astimezone(BERLIN):%a %Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("day at 08:00", "Sat 2026-11-21 08:00"),
        ("day at 10:31", "Fri 2026-11-20 10:31"),
        ("friday at 18:00", "Fri 2026-11-20 18:00"),
        ("Saturday  at 10:30", "Sat 2026-11-21 10:30"),
        ("sunday at 0:00", "Sun 2026-11-15 00:00"),
        ("month at 07:30", "Sun 2026-11-01 07:30"),
        ("quarter at 08:00", "Thu 2026-10-01 08:00"),
    ],
)
def test_it_was_due_last_by_the_clock_on_the_wall(text: str, last: str) -> None:
    assert local(text, datetime(2026, 11, 21, 9, 30, tzinfo=UTC)) == last


@pytest.mark.parametrize(
    "text",
    ["", "daily", "day", "8:00", "day at 8", "day at 25:00", "weekday at 08:00", "day at 8h"],
)
def test_what_does_not_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="^" + text):
        Rhythm.read(text)


def test_an_hour_that_is_left_out_comes_as_many_minutes_later() -> None:
    after = datetime(2026, 3, 29, 12, tzinfo=UTC)
    assert local("day at 02:30", after) == "Sun 2026-03-29 03:30"


def test_of_an_hour_that_comes_twice_the_first_counts() -> None:
    rhythm = Rhythm.read("day at 02:30")
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    for minutes in (0, 59, 60, 90):
        assert rhythm.last(first + timedelta(minutes=minutes), BERLIN) == first


@given(st.sampled_from(UNITS), st.times(), MOMENTS)
def test_between_last_and_next_lies_no_other_time(unit, clock, now) -> None:
    rhythm = Rhythm(unit, clock.replace(second=0, microsecond=0))
    last, following = rhythm.last(now, BERLIN), rhythm.following(now, BERLIN)
    assert last <= now < following <= last + timedelta(days=LONGEST, hours=1)
    assert rhythm.last(following - timedelta(seconds=1), BERLIN) == last
    assert rhythm.following(last, BERLIN) == following
