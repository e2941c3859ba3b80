from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from collector.pages.dates import begins, day, ends

BERLIN = ZoneInfo("Europe/Berlin")


def test_a_day_is_said_in_full() -> None:
    assert day(date(2026, 3, 1)) == "1 March 2026"


@pytest.mark.parametrize(
    ("moment", "first", "last"),
    [
        (
            datetime(2026, 12, 15, 17, tzinfo=UTC),
            "15 December 2026, 18:00",
            "15 December 2026, 18:00",
        ),
        (datetime(2026, 12, 15, 23, tzinfo=UTC), "16 December 2026", "15 December 2026"),
        (datetime(2026, 6, 30, 22, tzinfo=UTC), "1 July 2026", "30 June 2026"),
    ],
)
def test_midnight_in_the_gardens_zone_begins_a_day_and_ends_the_one_before(
    moment: datetime, first: str, last: str
) -> None:
    assert begins(moment, BERLIN) == first
    assert ends(moment, BERLIN) == last


def test_an_end_at_midnight_is_the_day_before_even_when_clocks_change() -> None:
    assert ends(datetime(2026, 10, 25, 23, tzinfo=UTC), BERLIN) == "25 October 2026"
