"""Settings of time: when the challenge opens and closes, and how long things may take."""

import re

from collector.brief.dates import Moment, NotADate, read_moment, skipped
from collector.brief.matter import Setting
from collector.brief.settings.place import Place
from collector.garden import read_days


def read_opens(setting: Setting, place: Place) -> None:
    """A date; without a time, as the day begins."""
    moment = _moment(setting, place, setting.plain)
    if moment:
        place.facts.opens = moment.start(place.garden.zone)


def read_closes(setting: Setting, place: Place) -> None:
    """A date, `never`, `after 200 answers`, or a date and that."""
    if setting.plain.lower() == "never":
        return
    found = AFTER.fullmatch(setting.plain.lower())
    if found is None and "after" in setting.plain.lower().split():
        place.error(setting, "brief-closes-after", "after 200 answers")
        return
    written = found["day"] if found else setting.plain
    if found:
        place.facts.closes_after = int(found["most"])
    moment = _moment(setting, place, written) if written else None
    if moment:
        place.facts.closes = moment.end(place.garden.zone)


AFTER = re.compile(r"(?:(?P<day>.+?) or )?after (?P<most>[1-9][0-9]{0,6}) answers?")
"""`after 200 answers`, `2026-12-15 or after 200 answers`."""


def _moment(setting: Setting, place: Place, written: str) -> Moment | None:
    try:
        moment = read_moment(written)
    except NotADate as error:
        place.error(setting, error.reason, error.fix)
        return None
    if skipped(moment, place.garden.zone):
        place.error(
            setting, "brief-date-skipped", f"{moment.day} 03:30", zone=place.garden.timezone
        )
        return None
    return moment


def check_order(place: Place) -> None:
    """Report a challenge that would close before it opens."""
    facts = place.facts
    if facts.opens and facts.closes and facts.opens >= facts.closes:
        place.error(facts.written["closes"], "brief-closes-early", "never")


def read_retention(setting: Setting, place: Place) -> None:
    """`180 days`, or `never`."""
    try:
        place.facts.retention = read_days(setting.plain)
    except ValueError:
        place.error(setting, "brief-retention", _in_days(setting.plain, "180 days"))


def read_answers_within(setting: Setting, place: Place) -> None:
    """How soon the owner promises to answer; `never` is no promise."""
    try:
        within = read_days(setting.plain)
    except ValueError:
        within = None
    if within:
        place.facts.answers_within = within
    else:
        place.error(setting, "brief-answers-within", _in_days(setting.plain, "14 days"))


def _in_days(text: str, usual: str) -> str:
    """What was probably meant, as `180 days` for `6 months`."""
    found = re.search(r"\b(\d{1,3})\b\s*([a-z]*)", text.lower())
    count = int(found[1]) if found else 0
    days = next((each for unit, each in UNITS.items() if found and found[2].startswith(unit)), 1)
    return f"{count * days} days" if count else usual


UNITS = {"week": 7, "month": 30, "year": 365}
"""In days."""
