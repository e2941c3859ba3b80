from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.brief import NotAQuarter, Quarter


@given(st.dates())
def test_a_day_is_in_its_quarter_and_in_neither_neighbour(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.holds(day)
    for other in {quarter.before, quarter.after} - {quarter}:
        assert not other.holds(day)


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)))
def test_quarters_follow_each_other_without_a_gap_over_years_too(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.before.ends + timedelta(days=1) == quarter.begins
    assert quarter.ends + timedelta(days=1) == quarter.after.begins
    assert quarter.before.after == quarter.after.before == quarter
    assert quarter.before < quarter < quarter.after


@given(st.dates())
def test_what_is_written_is_read_again(day: date) -> None:
    quarter = Quarter.of(day)
    assert Quarter.read(str(quarter)) == quarter


def test_it_may_be_written_in_other_ways() -> None:
    assert {Quarter.read(each) for each in ("2026-Q4", " 2026q4", "2026 Q4")} == {Quarter(2026, 4)}


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-Q5", "2026-Q0", "26-Q1", "Q4", "0000-Q1", "²⁰²⁶-Q1"]
)
def test_what_names_no_quarter_is_none(text: str) -> None:
    with pytest.raises(NotAQuarter):
        Quarter.read(text)


def test_the_zone_decides_to_which_year_the_last_night_belongs() -> None:
    night = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    here = {
        zone: Quarter.of(night.astimezone(ZoneInfo(zone)).date())
        for zone in ("UTC", "Europe/Berlin")
    }
    assert here == {"UTC": Quarter(2026, 4), "Europe/Berlin": Quarter(2027, 1)}


def test_no_day_is_in_none() -> None:
    assert not Quarter(2026, 4).holds(None)
