"""Change over time: how many of each kind came in each week, or, over longer, in each month."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from collector.analysis.weeks import WEEK, monday

WEEKS = 13
"""Weeks that are told as such, a quarter of a year; what took longer is told by months."""

LATE = 4 * WEEK
"""How long "of late" is."""


class Stretch(StrEnum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class Period:
    """A week from a Monday on, or a month from its first day on; `counts` by what was counted."""

    begins: date
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All together."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class OverTime:
    """All periods from the first to the last in which anything came, in order."""

    stretch: Stretch
    periods: Sequence[Period]


def over_time(came: Iterable[tuple[str, date]]) -> OverTime | None:
    """Counted by what came and when; None if nothing did."""
    known = list(came)
    if not known:
        return None
    days = [day for _, day in known]
    first, last = min(days), max(days)
    weekly = monday(last) - monday(first) < WEEKS * WEEK
    stretch = Stretch.WEEK if weekly else Stretch.MONTH
    counts: dict[date, Counter[str]] = {}
    for name, day in known:
        counts.setdefault(_begins(day, stretch), Counter())[name] += 1
    periods = [Period(day, counts.get(day, {})) for day in _all(first, last, stretch)]
    return OverTime(stretch, periods)


def lately(days: Iterable[date]) -> date | None:
    """The day from which on the newest came "of late"; None if there is nothing before it."""
    known = list(days)
    since = max(known) - LATE if known else None
    return since if since and min(known) < since else None


def _all(first: date, last: date, stretch: Stretch) -> list[date]:
    begins = [_begins(first, stretch)]
    while (following := _following(begins[-1], stretch)) <= last:
        begins.append(following)
    return begins


def _begins(day: date, stretch: Stretch) -> date:
    return monday(day) if stretch is Stretch.WEEK else day.replace(day=1)


def _following(begins: date, stretch: Stretch) -> date:
    if stretch is Stretch.WEEK:
        return begins + WEEK
    return (begins + timedelta(days=31)).replace(day=1)
