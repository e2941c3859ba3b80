"""Lengths of time as they are written in the settings."""

import re
from datetime import timedelta

DAYS = re.compile(r"([1-9][0-9]{0,4}) days?")

MINUTES = re.compile(r"([0-9]{1,4}) (minute|hour)s?")


def read_days(text: str) -> timedelta | None:
    """`180 days`, `1 day`, or `never` (None). Raises ValueError for anything else."""
    plain = text.strip().lower()
    if plain == "never":
        return None
    found = DAYS.fullmatch(plain)
    if found is None:
        raise ValueError(text)
    return timedelta(days=int(found[1]))


def read_minutes(text: str) -> timedelta:
    """`30 minutes`, `2 hours`, `0 minutes`. Raises ValueError for anything else."""
    found = MINUTES.fullmatch(text.strip().lower())
    if found is None:
        raise ValueError(text)
    return timedelta(**{found[2] + "s": int(found[1])})
