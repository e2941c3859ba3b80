"""How pages say dates: in full, in the garden's zone, so that no script and no locale is needed."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def day(moment: date) -> str:
    """As `15 December 2026`."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def begins(moment: datetime, zone: ZoneInfo) -> str:
    """The day, and the time if it is not midnight."""
    local = moment.astimezone(zone)
    return day(local) if local.time() == time() else f"{day(local)}, {local:%H:%M}"


def ends(moment: datetime, zone: ZoneInfo) -> str:
    """The last day; an end at midnight belongs to the day before."""
    local = moment.astimezone(zone)
    return day(local - timedelta(days=1)) if local.time() == time() else begins(moment, zone)
