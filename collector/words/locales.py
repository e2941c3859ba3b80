"""Dates, times and numbers as the language that is spoken writes them, and which way it runs.

What machines read stays as it is: ISO dates, numbers with a point.
"""

from datetime import date, datetime
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import get_decimal_symbol

from collector.words.catalogue import SOURCE, languages
from collector.words.speech import language, say

LOCALES = {"en": "en_GB"}
"""Where a language alone does not say how dates are written."""


def direction(spoken: str = "") -> str:
    """`ltr`, or `rtl` for a language that runs from right to left."""
    return Locale.parse(spoken or language()).text_direction


def name_of(language: str) -> str:
    """What a language calls itself: `Deutsch`, `français`."""
    return str(Locale.parse(language).get_display_name() or language)


def day(moment: date) -> str:
    """`15 December 2026`, `15. Dezember 2026`."""
    return _day(date(moment.year, moment.month, moment.day), _locale())


@lru_cache(maxsize=4096)
def _day(day: date, locale: str) -> str:
    """Thousands of ideas came on the same few days."""
    return format_date(day, "long", locale=locale)


def month(moment: date) -> str:
    """`December 2026`, `Dezember 2026`."""
    return str(format_skeleton("yMMMM", moment, locale=_locale()))


def named_month(name: str) -> str:
    """`November 2026` of `2026-11`."""
    return month(date.fromisoformat(f"{name}-01"))


def clock(local: datetime) -> str:
    """`18:00`, as a time of the day is written."""
    return format_time(local.replace(tzinfo=None), "short", locale=_locale())


def moment(local: datetime) -> str:
    """`15 December 2026, 18:00`, `15. Dezember 2026, 18:00 Uhr`; in the zone it is given in."""
    return say("day-and-time", {"day": day(local), "time": clock(local)})


def decimal(plain: str) -> str:
    """A number that is written with a point: `3.5`, `3,5`."""
    return plain.replace(".", _point(_locale()))


@cache
def _point(locale: str) -> str:
    return get_decimal_symbol(locale)


def _locale() -> str:
    """Where the words are English for want of others, so are the dates between them."""
    spoken = language() if language() in languages() else SOURCE
    return LOCALES.get(spoken, spoken)
