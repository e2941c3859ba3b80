"""What came when, by weeks or by months."""

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.over_time import LATE, WEEKS, Stretch, lately, over_time
from collector.analysis.weeks import WEEK

MONDAY = date(2026, 11, 2)
days = st.dates(date(2024, 1, 1), date(2027, 12, 31))


def test_a_quarter_of_a_year_is_told_by_weeks_and_more_by_months() -> None:
    last = MONDAY + WEEKS * WEEK - timedelta(days=1)
    within, beyond = (
        over_time([("a", MONDAY), ("b", last)]),
        over_time([("a", MONDAY), ("b", last + timedelta(days=1))]),
    )
    assert within
    assert beyond
    assert (within.stretch, len(within.periods)) == (Stretch.WEEK, WEEKS)
    assert (beyond.stretch, [each.begins for each in beyond.periods]) == (
        Stretch.MONTH,
        [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)],
    )


def test_where_nothing_came_there_is_nothing() -> None:
    assert over_time([]) is None
    assert lately([]) is None
    assert lately([MONDAY, MONDAY + LATE]) is None
    assert lately([MONDAY, MONDAY + LATE + timedelta(days=1)]) == MONDAY + timedelta(days=1)


@given(st.lists(st.tuples(st.sampled_from("abc"), days), min_size=1))
def test_everything_is_counted_once_in_a_row_of_periods_without_a_gap(
    came: list[tuple[str, date]],
) -> None:
    told = over_time(came)
    assert told
    assert sum(each.total for each in told.periods) == len(came)
    begins = [each.begins for each in told.periods]
    assert begins == sorted(set(begins))
    assert told.periods[0].total
    assert told.periods[-1].total
    if told.stretch is Stretch.WEEK:
        assert {second - first for first, second in itertools.pairwise(begins)} <= {WEEK}
    else:
        months = [each.year * 12 + each.month for each in begins]
        assert months == list(range(months[0], months[-1] + 1))
