"""What the settings of a brief mean. Keys and values that are not carried out yet are errors."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from collector.brief.dates import Moment, NotADate, read_moment, skipped
from collector.brief.files import lies_beside, names_in
from collector.brief.heading import near
from collector.brief.matter import Matter, Setting
from collector.brief.model import Picture
from collector.brief.report import Report
from collector.brief.vocabulary import LANGUAGES
from collector.garden import Settings, read_days
from collector.words import languages

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".svg")


@dataclass
class Facts:
    """What the settings say; empty or None where nothing was written."""

    language: str = "en"
    title: str = ""
    summary: str = ""
    image: Picture | None = None
    tags: tuple[str, ...] = ()
    objective: str = ""
    contact: str = ""
    prize: str = ""
    opens: datetime | None = None
    closes: datetime | None = None
    closes_after: int | None = None
    moderation: str = "before"
    one_per: str = "browser"
    terms: str = ""
    retention: timedelta | None = None
    written: Collection[str] = ()


@dataclass(frozen=True)
class Place:
    """Where a setting is read: beside which files, in which garden, with which terms pages."""

    folder: Path
    garden: Settings
    report: Report
    facts: Facts
    terms: Collection[str] = field(default=())

    def error(self, setting: Setting, reason: str, fix: str, **facts: object) -> None:
        """Report the setting, with another text for it as the fix."""
        line, at = setting.line, setting.at
        told = {"key": setting.key, "value": setting.text, **facts}
        self.report.error(line, reason, at=at, fix=setting.with_text(fix), **told)


def read_settings(
    matter: Matter, folder: Path, garden: Settings, report: Report, terms: Collection[str]
) -> Facts:
    """All settings that read; the others are reported."""
    facts = Facts(
        language=garden.language,
        moderation=garden.moderation,
        terms=garden.terms,
        retention=read_days(garden.retention),
    )
    place = Place(folder, garden, report, facts, terms)
    seen: set[str] = set()
    for setting in matter.settings:
        if setting.key in seen:
            report.error(setting.line, "brief-setting-twice", key=setting.key)
        elif setting.key in LATER:
            report.error(setting.line, "brief-setting-later", key=setting.key)
        elif setting.key not in KEYS:
            meant = near(setting.key, [*KEYS, *LATER]) or "summary"
            fix = f"{meant}: {setting.text}"
            report.error(
                setting.line, "brief-setting-unknown", fix=fix, key=setting.key, near=meant
            )
        elif not setting.text and not setting.items:
            report.error(setting.line, "brief-setting-empty", key=setting.key)
        else:
            KEYS[setting.key](setting, place)
        seen.add(setting.key)
    facts.written = frozenset(seen)
    _check_order(matter, place)
    return facts


def _text(setting: Setting, place: Place) -> None:
    if setting.items:
        place.error(setting, "brief-setting-list", ", ".join(setting.list))
        return
    setattr(place.facts, setting.key, setting.text)


def _tags(setting: Setting, place: Place) -> None:
    place.facts.tags = tuple(dict.fromkeys(setting.list))


def _image(setting: Setting, place: Place) -> None:
    """`oven.jpg`, or `oven.jpg, An oven at dawn`: the file beside the brief, and what it shows."""
    file, _, alt = setting.text.partition(",")
    file = file.strip()
    if "/" in file or "\\" in file:
        place.error(setting, "brief-image-place", file.replace("\\", "/").rpartition("/")[2])
    elif not file.lower().endswith(PICTURES):
        place.error(setting, "brief-image-kind", f"{file.partition('.')[0]}.jpg")
    elif not lies_beside(place.folder, file):
        present = names_in(place.folder)
        meant = near(file, [each for each in present if each.lower().endswith(PICTURES)])
        place.error(setting, "brief-file-missing", meant or "oven.jpg", file=file)
    else:
        place.facts.image = Picture(file, alt.strip())


def _opens(setting: Setting, place: Place) -> None:
    moment = _moment(setting, place, setting.plain)
    if moment:
        place.facts.opens = moment.start(place.garden.zone)


def _closes(setting: Setting, place: Place) -> None:
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


def _check_order(matter: Matter, place: Place) -> None:
    facts = place.facts
    if facts.opens is None or facts.closes is None or facts.opens < facts.closes:
        return
    setting = next(each for each in matter.settings if each.key == "closes")
    place.error(setting, "brief-closes-early", "never")


def _terms(setting: Setting, place: Place) -> None:
    if place.terms and setting.text not in place.terms:
        meant = near(setting.text, list(place.terms)) or sorted(place.terms)[0]
        place.error(setting, "brief-terms-unknown", meant, near=meant)
        return
    place.facts.terms = setting.text


def _moderation(setting: Setting, place: Place) -> None:
    if setting.plain.lower() in ("before", "after"):
        place.facts.moderation = setting.plain.lower()
    else:
        place.error(setting, "brief-value", "before", known="before, after")


def _one_per(setting: Setting, place: Place) -> None:
    word = setting.plain.lower()
    if word in ("browser", "none"):
        place.facts.one_per = word
    elif word == "person":
        place.error(setting, "brief-one-per-person", "browser")
    else:
        place.error(setting, "brief-value", "browser", known="browser, none")


def _retention(setting: Setting, place: Place) -> None:
    try:
        place.facts.retention = read_days(setting.plain)
    except ValueError:
        place.error(setting, "brief-retention", _in_days(setting.plain))


def _in_days(text: str) -> str:
    """What was probably meant, as `180 days` for `6 months`."""
    found = re.search(r"\b(\d{1,3})\b\s*([a-z]*)", text.lower())
    count = int(found[1]) if found else 0
    days = next((each for unit, each in UNITS.items() if found and found[2].startswith(unit)), 1)
    return f"{count * days} days" if count else "180 days"


UNITS = {"week": 7, "month": 30, "year": 365}
"""In days."""


def _language(setting: Setting, place: Place) -> None:
    """One that the kit speaks, or one in which its own words stay English."""
    word = setting.plain.lower()
    if word not in LANGUAGES:
        place.error(setting, "brief-value", place.garden.language, known=", ".join(LANGUAGES))
        return
    place.facts.language = word
    if word not in languages():
        place.report.warn(setting.line.number, "brief-language-unspoken", language=word)


def _one_of(now: tuple[str, ...], later: tuple[str, ...] = ()) -> Callable[[Setting, Place], None]:
    """A reader for a setting that has these values now, and others later."""

    def read(setting: Setting, place: Place) -> None:
        word = setting.plain.lower()
        if word in now:
            return
        first = word.replace(",", " ").split()[0] if word else ""
        reason = "brief-value-later" if first in later else "brief-value"
        place.error(setting, reason, now[0], known=", ".join(now))

    return read


KEYS: Mapping[str, Callable[[Setting, Place], Any]] = {
    "title": _text,
    "summary": _text,
    "objective": _text,
    "prize": _text,
    "contact": _text,
    "tags": _tags,
    "image": _image,
    "language": _language,
    "opens": _opens,
    "closes": _closes,
    "moderation": _moderation,
    "terms": _terms,
    "retention": _retention,
    "seen by": _one_of(("everyone",), ("link", "invited")),
    "access": _one_of(("open",), ("open", "invite", "email")),
    "one per": _one_per,
    "comments": _one_of(("off", "no"), ("on", "yes")),
    "voting": _one_of(
        ("none", "off"), ("approve", "updown", "stars", "ranked", "pairwise", "budget")
    ),
}
"""Every setting that is carried out, with its reader."""

LATER = ("measure", "phases", "groups")
"""Settings of the language that this version does not carry out yet."""
