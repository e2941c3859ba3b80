"""What came in week by week."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.weeks import Part, all_weeks, by_week

MONDAY = date(2026, 11, 23)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def test_a_week_goes_from_monday_to_sunday_and_none_is_left_out():
    told = by_week(
        {
            Part.IDEAS: {day(-1): 2, day(0): 1, day(6): 4},
            Part.VOTES: {day(14): 7},
            Part.SEEN: {day(3): 90},
        }
    )
    assert [(week.begins, week.counts[Part.IDEAS], week.acts) for week in told] == [
        (day(-7), 2, 2),
        (day(0), 5, 5),
        (day(7), 0, 0),
        (day(14), 0, 7),
    ]
    assert told[1].counts[Part.SEEN] == 90  # which is nothing that people did


def test_nothing_is_no_week():
    assert by_week({}) == by_week({Part.IDEAS: {MONDAY: 0}}) == all_weeks([]) == ()


DAYS = st.dictionaries(
    st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 50), max_size=8
)
PARTS = st.dictionaries(st.sampled_from(Part), DAYS)


@given(PARTS)
def test_nothing_is_lost_and_weeks_follow_each_other(parts):
    told = by_week(parts)
    for part in Part:
        assert sum(week.counts[part] for week in told) == sum(parts.get(part, {}).values())
    assert all(week.begins.weekday() == 0 for week in told)
    begins = [week.begins for week in told]
    assert begins == [begins[0] + timedelta(days=7 * place) for place in range(len(begins))]


@given(st.lists(PARTS, max_size=4))
def test_several_challenges_add_up(several):
    told = all_weeks(by_week(parts) for parts in several)
    for part in Part:
        wanted = sum(sum(parts.get(part, {}).values()) for parts in several)
        assert sum(week.counts[part] for week in told) == wanted
