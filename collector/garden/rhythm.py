"""A rhythm says when something is done again and again, by the clock on the wall.

    day at 08:00        monday at 18:00        month at 07:30        quarter at 08:00

A month and a quarter are told of on their first day. Where clocks are put forward over the hour,
it is done as many minutes later; where they are put back, at the first of the two.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WRITTEN = re.compile(rf"(day|month|quarter|{'|'.join(DAYS)}) at ([01]?[0-9]|2[0-3]):([0-5][0-9])")

LONGEST = 93
"""Days from one time to the next, at most."""


@dataclass(frozen=True)
class Rhythm:
    """`unit` is `day`, a day of the week, `month` or `quarter`."""

    unit: str
    clock: time

    @classmethod
    def read(cls, text: str) -> Self:
        """As it is written. Raises ValueError."""
        found = WRITTEN.fullmatch(" ".join(text.lower().split()))
        if found is None:
            raise ValueError(text)
        return cls(found[1], time(int(found[2]), int(found[3])))

    def last(self, now: datetime, zone: ZoneInfo) -> datetime:
        """When it was due last, at `now` or before, as an aware time in UTC."""
        today = now.astimezone(zone).date()
        days = (today - timedelta(days=each) for each in range(LONGEST + 1))
        return next(at for at in self._moments(days, zone) if at <= now)

    def following(self, now: datetime, zone: ZoneInfo) -> datetime:
        """When it is due next, after `now`."""
        today = now.astimezone(zone).date()
        days = (today + timedelta(days=each) for each in range(LONGEST + 1))
        return next(at for at in self._moments(days, zone) if at > now)

    def _moments(self, days: Iterable[date], zone: ZoneInfo) -> Iterator[datetime]:
        for day in days:
            if self._falls_on(day):
                yield datetime.combine(day, self.clock, zone).astimezone(UTC)

    def _falls_on(self, day: date) -> bool:
        if self.unit in DAYS:
            return day.weekday() == DAYS.index(self.unit)
        if self.unit == "day":
            return True
        return day.day == 1 and (self.unit == "month" or day.month % 3 == 1)
