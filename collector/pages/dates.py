"""How pages say dates: in full, in the garden's zone, so that no script is needed."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from collector import words
from collector.words import day

__all__ = ["begins", "day", "ends"]


def begins(moment: datetime, zone: ZoneInfo) -> str:
    """The day, and the time if it is not midnight."""
    local = moment.astimezone(zone)
    return day(local) if local.time() == time() else words.moment(local)


def ends(moment: datetime, zone: ZoneInfo) -> str:
    """The last day; an end at midnight belongs to the day before."""
    local = moment.astimezone(zone)
    return day(local - timedelta(days=1)) if local.time() == time() else begins(moment, zone)
