"""A measurement is what the measure of a challenge came to on one day."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, kw_only=True)
class Measurement:
    """One value, entered by an account or at the command line. A day has one."""

    place: str
    """The challenge and the day: no two are alike."""
    challenge: str
    day: date
    value: float
    note: str
    """What the owner wants to remember of it; only the desk sees it."""
    by: str
    at: datetime


def place_of(challenge: str, day: date) -> str:
    """What names the measurement of a challenge on a day."""
    return f"{challenge} {day}"
