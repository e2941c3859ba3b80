"""`measure: kg of plastic a month, from 120 to 40, by 2027-06-30`: when an objective is reached."""

import re
from datetime import date

from collector.brief.dates import NotADate, read_moment
from collector.brief.matter import Setting
from collector.brief.measure import Measure
from collector.brief.numbers import NUMBER, THOUSANDS, number
from collector.brief.settings.place import Place

UNIT = r"[^\s\d.,;()\-][^\s\d,;()]{0,11}"
"""As elsewhere, but that a comma ends it."""


def _value(name: str) -> str:
    """A number with a unit on either side of it, or none: `1200 €`, `€ 1200`, `1200`."""
    return (
        rf"(?:(?P<before_{name}>{UNIT})\s*)??(?P<{name}>{NUMBER})"
        rf"(?:\s*(?P<after_{name}>{UNIT}))?"
    )


WRITTEN = re.compile(
    rf"(?P<metric>[^\s,].*?),?\s+from\s+{_value('baseline')}(?:\s*,?\s+on\s+(?P<since>.+?))?"
    rf"\s+to\s+{_value('target')}\s*,?\s+by\s+(?P<until>.+)",
    re.IGNORECASE,
)
USUAL = "from 120 to 40, by 2027-06-30"
EXAMPLE = f"kg of plastic a month, {USUAL}"


def read_measure(setting: Setting, place: Place) -> None:
    """What is measured, from where to where, and by when: rising or falling."""
    found = WRITTEN.fullmatch(setting.plain)
    if setting.items or found is None or THOUSANDS.search(setting.plain):
        _refuse(setting, place)
        return
    until = _day(found["until"], setting, place)
    since = _day(found["since"], setting, place) if found["since"] else None
    if until is None or (found["since"] and since is None):
        return
    if since and since >= until:
        place.error(setting, "brief-measure-backwards", "", since=since, until=until)
        return
    baseline, target = number(found["baseline"]), number(found["target"])
    first, last = _unit(found, "baseline"), _unit(found, "target")
    if first and last and first != last:
        start, end = found.span("after_target" if found["after_target"] else "before_target")
        fix = f"{setting.plain[:start]}{first}{setting.plain[end:]}"
        place.error(setting, "brief-measure-units", fix, first=first, last=last)
    elif baseline == target:
        place.error(setting, "brief-measure-still", "")
    else:
        metric = found["metric"].strip(" ,")
        place.facts.measure = Measure(metric, baseline, target, until, since, last or first)


def _refuse(setting: Setting, place: Place) -> None:
    """Say what is wrong with a line that does not read."""
    if THOUSANDS.search(setting.plain):
        fix = THOUSANDS.sub(lambda each: re.sub("[.,]", "", each[0]), setting.plain)
        place.error(setting, "brief-blank-thousands", fix, words=setting.plain)
        return
    metric = re.split(r"(?i),|\s+(?:from|by)\s", setting.plain)[0].strip()
    starts = re.match(r"(?i)(?:from|by)\b", metric)
    fix = f"{metric}, {USUAL}" if metric and not starts else EXAMPLE
    place.error(setting, "brief-measure", fix)


def _day(text: str, setting: Setting, place: Place) -> date | None:
    try:
        moment = read_moment(text.strip().rstrip("."))
    except NotADate as error:
        place.error(setting, error.reason, setting.plain.replace(text, error.fix[:10]))
        return None
    if moment.clock is not None:
        place.error(setting, "brief-measure-day", setting.plain.replace(text, f"{moment.day}"))
        return None
    return moment.day


def _unit(found: re.Match[str], name: str) -> str:
    return found[f"after_{name}"] or found[f"before_{name}"] or ""
