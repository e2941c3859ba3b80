"""Dates in settings: `2026-12-15`, `15.12.2026`, `15 Dec 2026`, with or without a time."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
CLOCK = r"(?:(?:\s+|T|,\s*|\s+at\s+)(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2}))?"
FORMS = tuple(
    re.compile(form + CLOCK, re.IGNORECASE)
    for form in (
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})",
        r"(?P<day>[0-9]{1,2})\.\s*(?P<month>[0-9]{1,2})\.\s*(?P<year>[0-9]{4})",
        r"(?P<day>[0-9]{1,2})\.?\s+(?P<name>[a-z]{3,9})\.?,?\s+(?P<year>[0-9]{4})",
    )
)
SLASHES = re.compile(rf"([0-9]{{1,2}})/([0-9]{{1,2}})/([0-9]{{4}}){CLOCK}", re.IGNORECASE)
YEARS = range(2000, 2200)


class NotADate(ValueError):
    """The text is no date. `reason` names the sentence, `fix` a text that is one."""

    def __init__(self, reason: str, fix: str) -> None:
        super().__init__(reason)
        self.reason, self.fix = reason, fix


@dataclass(frozen=True)
class Moment:
    """A day in the garden's zone, and a time of it if one was written."""

    day: date
    clock: time | None

    def start(self, zone: ZoneInfo) -> datetime:
        """When it begins, in UTC; without a time, as the day begins."""
        return _resolved(self.day, self.clock or time(), zone, later=False)

    def end(self, zone: ZoneInfo) -> datetime:
        """When it is over, in UTC; without a time, as the next day begins."""
        if self.clock is None:
            return _resolved(self.day + timedelta(days=1), time(), zone, later=False)
        return _resolved(self.day, self.clock, zone, later=True)


def read_moment(text: str) -> Moment:
    """The day and time that a text with plain signs names. Raises NotADate."""
    match = next((found for form in FORMS if (found := form.fullmatch(text))), None)
    if match is None:
        raise _not_a_date(text)
    try:
        day = date(int(match["year"]), _month(match), int(match["day"]))
        clock = time(int(match["hour"]), int(match["minute"])) if match["hour"] else None
    except ValueError:
        raise NotADate("brief-date-none", "2026-12-15 18:00") from None
    if day.year not in YEARS:
        raise NotADate("brief-date-none", "2026-12-15")
    return Moment(day, clock)


def read_day(text: str) -> date | None:
    """The day that a text names; None if it names none, or a time of it too."""
    try:
        moment = read_moment(text)
    except NotADate:
        return None
    return None if moment.clock else moment.day


def skipped(moment: Moment, zone: ZoneInfo) -> bool:
    """Whether the clocks jump over the time that was written."""
    if moment.clock is None:
        return False
    local = datetime.combine(moment.day, moment.clock, zone)
    return local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None)


def _resolved(day: date, clock: time, zone: ZoneInfo, *, later: bool) -> datetime:
    """The instant. Of two alike in autumn the first, or the `later`."""
    return datetime.combine(day, clock, zone).replace(fold=int(later)).astimezone(UTC)


def _month(match: re.Match[str]) -> int:
    named = match.groupdict().get("name")
    if named is None:
        return int(match["month"])
    fitting = [
        index
        for index, month in enumerate(MONTHS, 1)
        if month.startswith(named.lower()) or named.lower() == month[:3] + "t"
    ]
    if len(fitting) != 1:
        raise ValueError(named)
    return fitting[0]


def _not_a_date(text: str) -> NotADate:
    slashes = SLASHES.fullmatch(text)
    if slashes is None:
        return NotADate("brief-date", "2026-12-15 18:00")
    first, second, year = (int(slashes[index]) for index in (1, 2, 3))
    month, day = (second, first) if second <= 12 else (first, second)
    return NotADate("brief-date-slashes", f"{year}-{month:02}-{day:02}")
