"""Each setting is read by its key; what is unknown is reported with the nearest that is known."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from collector.brief.heading import near
from collector.brief.matter import Matter, Setting
from collector.brief.report import Report
from collector.brief.rules import SeenBy
from collector.brief.settings import (
    dates,
    measure,
    people,
    phases,
    screening,
    texts,
    voting,
)
from collector.brief.settings.place import Facts, Place
from collector.garden import Settings, read_days


def read_settings(
    matter: Matter, folder: Path, garden: Settings, report: Report, terms: Collection[str]
) -> Place:
    """All settings that read, with the place they were read in; the others are reported."""
    facts = Facts(
        language=garden.language,
        moderation=garden.moderation,
        terms=garden.terms,
        retention=read_days(garden.retention),
        screening=garden.rules,
        written={each.key: each for each in reversed(matter.settings)},
    )
    place = Place(folder, garden, report, facts, terms)
    for setting in matter.settings:
        _read(setting, place)
    dates.check_order(place)
    return place


def _read(setting: Setting, place: Place) -> None:
    key, line = setting.key, setting.line
    if setting is not place.facts.written[key]:
        place.report.error(line, "brief-setting-twice", key=key)
    elif key not in KEYS:
        meant = near(key, [*KEYS]) or "summary"
        fix = f"{meant}: {setting.text}"
        place.report.error(line, "brief-setting-unknown", fix=fix, key=key, near=meant)
    elif not setting.text and not setting.items:
        place.report.error(line, "brief-setting-empty", key=key)
    else:
        KEYS[key](setting, place)


KEYS: Mapping[str, Callable[[Setting, Place], None]] = {
    "title": texts.read_text,
    "summary": texts.read_text,
    "objective": texts.read_text,
    "measure": measure.read_measure,
    "prize": texts.read_text,
    "contact": texts.read_text,
    "tags": texts.read_tags,
    "image": texts.read_image,
    "language": texts.read_language,
    "opens": dates.read_opens,
    "closes": dates.read_closes,
    "phases": phases.read_phases,
    "moderation": texts.one_of("moderation", {"before": "before", "after": "after"}),
    "terms": texts.read_terms,
    "retention": dates.read_retention,
    "answers within": dates.read_answers_within,
    "seen by": texts.one_of("seen_by", {each.value: each for each in SeenBy}),
    "access": people.read_access,
    "groups": people.read_groups,
    "one per": texts.one_of("one_per", {each: each for each in ("browser", "person", "none")}),
    "comments": texts.one_of("comments", {"on": True, "off": False, "yes": True, "no": False}),
    "voting": voting.read_voting,
    "screening": screening.read_screening,
}
"""Every setting that is carried out, with its reader."""
