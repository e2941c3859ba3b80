from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from collector.brief.dates import NotADate, read_moment, skipped

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    "text", ["2026-12-15", "15.12.2026", "15. 12. 2026", "15 Dec 2026", "15 December 2026"]
)
def test_a_day_can_be_written_in_three_ways(text):
    assert read_moment(text).start(BERLIN) == datetime(2026, 12, 14, 23, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2026-12-15 18:00", "15.12.2026 18.00", "15 Dec 2026, 18:00"])
def test_times_are_in_the_gardens_zone(text):
    assert read_moment(text).end(BERLIN) == datetime(2026, 12, 15, 17, tzinfo=UTC)


def test_an_end_without_a_time_is_the_end_of_that_day():
    assert read_moment("2026-12-15").end(BERLIN) == datetime(2026, 12, 15, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "end"),
    [("2026-03-29", (2026, 3, 29, 22)), ("2026-10-25", (2026, 10, 25, 23))],
)
def test_a_day_on_which_the_clocks_change_ends_at_midnight_all_the_same(day, end):
    assert read_moment(day).end(BERLIN) == datetime(*end, tzinfo=UTC)


def test_of_two_times_alike_the_challenge_is_open_in_both():
    moment = read_moment("2026-10-25 02:30")
    assert moment.start(BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert moment.end(BERLIN) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_day_that_begins_late_because_midnight_is_skipped():
    cairo = ZoneInfo("Africa/Cairo")
    assert read_moment("2026-04-24").start(cairo) == datetime(2026, 4, 23, 22, tzinfo=UTC)


def test_a_time_that_the_clocks_jump_over_is_known():
    assert skipped(read_moment("2026-03-29 02:30"), BERLIN)
    assert not skipped(read_moment("2026-03-29 03:30"), BERLIN)
    assert not skipped(read_moment("2026-03-29"), BERLIN)


@pytest.mark.parametrize(
    ("text", "reason", "fix"),
    [
        ("3/4/2026", "brief-date-slashes", "2026-04-03"),
        ("12/31/2026", "brief-date-slashes", "2026-12-31"),
        ("soon", "brief-date", "2026-12-15 18:00"),
        ("2026-02-30", "brief-date-none", "2026-12-15 18:00"),
        ("2026-12-15 25:00", "brief-date-none", "2026-12-15 18:00"),
        ("15 Foo 2026", "brief-date-none", "2026-12-15 18:00"),
        ("9999-12-31", "brief-date-none", "2026-12-15"),
        ("2026-12", "brief-date", "2026-12-15 18:00"),
    ],
)
def test_what_is_no_date_or_has_two_readings_is_refused(text, reason, fix):
    with pytest.raises(NotADate) as refused:
        read_moment(text)
    assert (refused.value.reason, refused.value.fix) == (reason, fix)
