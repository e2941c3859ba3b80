"""`phases`: named stretches of time, one a line, with what they allow and what they show.

- Vote: 2026-12-02 to 2026-12-15, vote, comment, show ideas
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from collector import words
from collector.brief.dates import Moment, NotADate, read_moment, skipped
from collector.brief.heading import near
from collector.brief.matter import Item, Setting, unquoted
from collector.brief.rules import Act, DatedPhase, Showing
from collector.brief.settings.place import Place

LINE = re.compile(
    r"(?P<name>[^:]+?)\s*:\s*(?P<start>[^:,]*\d.*?)\s+(?:to|until|-+)\s+(?P<end>.*?\d.*?)"
    r"\s*(?:,\s*(?P<rest>[^\W\d].*))?"
)
"""What stands behind the dates begins with a letter: `15 Dec, 2026` is still a date."""
START = re.compile(r":.*?\d.*?(?=\s+(?:to|until|-+)\s)")
USUAL = "Vote: 2026-12-02 to 2026-12-15, vote, show ideas"
SHOW = ("show", "shows")
WORDS = (*Act, *Showing)
LONGEST_NAME = 60


@dataclass(frozen=True)
class Written:
    """A phase, the line it stands on, and the days it was written with."""

    phase: DatedPhase
    item: Item
    start: Moment
    end: Moment


def read_phases(setting: Setting, place: Place) -> None:
    """All phases in their order in time; the challenge lasts from the first to the last."""
    if setting.text:
        line = setting.text if LINE.fullmatch(setting.plain) else USUAL
        place.report.error(setting.line, "brief-phases-list", at=setting.at, fix=f"- {line}")
        return
    found = [_phase(setting, item, place) for item in setting.items]
    written = _joined(sorted((each for each in found if each), key=lambda each: each.phase.opens))
    _check_names(setting, written, place)
    for before, after in pairwise(written):
        _check_overlap(setting, before, after, place)
    if written:
        place.facts.phases = tuple(each.phase for each in written)
        place.facts.phase_items = tuple(each.item for each in written)
        place.facts.opens = written[0].phase.opens
        place.facts.closes = written[-1].phase.closes


def _joined(written: Sequence[Written]) -> list[Written]:
    """Of two that touch in the hour that comes twice, the one begins as the other ends."""
    return [*written[:1], *(_behind(before, after) for before, after in pairwise(written))]


def _behind(before: Written, after: Written) -> Written:
    touches = after.start.clock is not None and after.start == before.end
    opens = before.phase.closes if touches else after.phase.opens
    return replace(after, phase=replace(after.phase, opens=opens))


def _phase(setting: Setting, item: Item, place: Place) -> Written | None:
    found = LINE.fullmatch(unquoted(item.plain))
    if found is None or len(found["name"]) > LONGEST_NAME:
        place.item_error(setting, item, "brief-phase-line", USUAL, most=LONGEST_NAME)
        return None
    start = _moment(setting, item, found["start"], place)
    end = _moment(setting, item, found["end"], place)
    marks = _marks(setting, item, found["rest"] or "", place)
    if start is None or end is None or marks is None:
        return None
    acts = frozenset(each for each in marks if isinstance(each, Act))
    shows = frozenset(each for each in marks if isinstance(each, Showing))
    zone = place.garden.zone
    phase = DatedPhase(found["name"], start.start(zone), end.end(zone), acts, shows)
    if phase.opens >= phase.closes:
        fix = item.plain.replace(found["end"], found["start"])
        place.item_error(setting, item, "brief-phase-order", fix, name=phase.name)
        return None
    return Written(phase, item, start, end)


def _moment(setting: Setting, item: Item, written: str, place: Place) -> Moment | None:
    try:
        moment = read_moment(written)
    except NotADate as error:
        fix = item.plain.replace(written, error.fix)
        place.item_error(setting, item, error.reason, fix, value=written)
        return None
    if skipped(moment, place.garden.zone):
        fix = item.plain.replace(written, f"{moment.day} 03:30")
        zone = place.garden.timezone
        place.item_error(setting, item, "brief-date-skipped", fix, value=written, zone=zone)
        return None
    return moment


def _marks(setting: Setting, item: Item, rest: str, place: Place) -> set[Act | Showing] | None:
    """What is allowed and shown, in any order: `vote, comment, show ideas and counts`."""
    found: set[Act | Showing] = set()
    showing = False
    for word in re.findall(r"[^\s,]+", rest.lower()):
        if word in SHOW:
            showing = True
        elif word in set(Act):
            found.add(Act(word))
        elif word in set(Showing) and showing:
            found.add(Showing(word))
        elif word != "and":
            meant = near(word, list(WORDS)) or Act.VOTE
            shown = meant in set(Showing) and not showing
            before, _, after = item.plain.rpartition(word)
            fix = f"{before}{'show ' if shown else ''}{meant}{after}"
            place.item_error(setting, item, "brief-phase-word", fix, word=word)
            return None
    return found


def _check_names(setting: Setting, written: Sequence[Written], place: Place) -> None:
    names: set[str] = set()
    for each in written:
        name = each.phase.name
        if name.lower() in names:
            fix = each.item.plain.replace(name, f"{name} 2", 1)
            place.item_error(setting, each.item, "brief-phase-twice", fix, name=name)
        names.add(name.lower())


def _check_overlap(setting: Setting, before: Written, after: Written, place: Place) -> None:
    """A phase ends as the next begins, or before. A day without a time lasts until midnight."""
    first, second = before.phase, after.phase
    if second.opens >= first.closes:
        return
    zone = place.garden.zone
    begins, whole = first.closes.astimezone(zone), before.end.clock is None
    stamp = f"{begins:%Y-%m-%d}" if whole else f"{begins:%Y-%m-%d %H:%M}"
    touches = whole and after.start.day == before.end.day
    place.item_error(
        setting,
        after.item,
        "brief-phase-midnight" if touches else "brief-phase-overlap",
        START.sub(f": {stamp}", after.item.plain, count=1),
        name=second.name,
        before=first.name,
        when=words.day(begins) if whole else words.moment(begins),
    )
