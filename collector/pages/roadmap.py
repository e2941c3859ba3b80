"""The roadmap: what becomes of ideas, of one challenge and of the whole garden.

challenges/<challenge>/roadmap/   while one of its ideas is no longer just open
roadmap/                          while there is one of those
roadmap.json                      beside the site: what stands on the latter
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from collector.brief import Brief, SeenBy
from collector.entries import Progress
from collector.pages.lists import progress_name, progress_place
from collector.pages.render import head, render, shortened
from collector.pages.sheets import Sheets
from collector.published import PublishedData, PublishedIdea
from collector.words import say, speaking

COLUMNS = (Progress.PLANNED, Progress.IN_PROGRESS, Progress.DONE)
"""Steps that always have a place on the page."""
BELOW = (Progress.UNDER_REVIEW, Progress.DECLINED)
"""Steps that have one while an idea stands there."""
MOST = 30
"""Ideas that are named at one step; of a challenge's others the list tells."""

KEPT = "roadmap.json"


@dataclass(frozen=True)
class Stop:
    """One idea on the roadmap; `on` is the ISO day when it came there."""

    challenge: str
    title: str
    of: str
    """The challenge's title."""
    ref: str
    language: str
    on: str
    answer: str = ""
    """The beginning of what the owner said last."""
    thanks: str = ""
    """Of what is done: the names of those whose idea it was and who agreed to be named."""


@dataclass(frozen=True)
class Step:
    """What stands at one step, what came there last first; `count` counts all of it."""

    name: str
    label: str
    count: int
    stops: tuple[Stop, ...]
    more: str = ""
    """Where the list of all of them is, below the challenge's page."""


Stops = Mapping[str, list[Stop]]
"""By step."""


def stops(brief: Brief, data: PublishedData) -> dict[str, list[Stop]]:
    """What of a challenge stands on the roadmap, by step, what came there last first."""
    found: dict[str, list[Stop]] = {}
    for idea in data.ideas:
        if idea.progress is not Progress.OPEN:
            found.setdefault(idea.progress.value, []).append(_stop(brief, idea))
    return {step: sorted(held, key=_latest, reverse=True) for step, held in found.items()}


def on_roadmap(sheets: Sheets) -> tuple[str, ...]:
    """The challenges of which something stands on the garden's roadmap."""
    return tuple(sorted(sheets.kept(KEPT)))


def pour_roadmap(sheets: Sheets, brief: Brief, data: PublishedData) -> None:
    """Make the challenge's own roadmap, or take it away."""
    held = stops(brief, data)
    place = f"challenges/{brief.slug}/roadmap/"
    if not held:
        sheets.remove(place.rstrip("/"))
        return
    facts = {"title": brief.title, "up": "../", "to": "../../", "whole": False}
    body = render("roadmap.html", {**facts, **_steps(held, listed=True)})
    title = say("roadmap-of", {"title": brief.title})
    described = head(sheets.settings, place, say("roadmap-why"))
    contents = {"title": title, "head": described, "body": body}
    sheets.shared(f"{place}index.html", brief.language, contents)


def pour_whole(sheets: Sheets, briefs: Mapping[str, Brief], told: Iterable[PublishedData]) -> None:
    """Make the garden's roadmap, of challenges that everybody may see, or take it away."""
    before = sheets.kept(KEPT)
    kept = dict(before)
    for data in told:
        brief = briefs[data.challenge]
        held = stops(brief, data) if brief.seen_by is SeenBy.EVERYONE else {}
        kept[data.challenge] = {
            step: {"count": len(each), "stops": [asdict(stop) for stop in each[:MOST]]}
            for step, each in held.items()
        }
    kept = {slug: held for slug, held in kept.items() if held}
    if kept != before:
        with speaking(sheets.settings.language):
            _pour_whole(sheets, kept)
        sheets.keep(KEPT, kept)


def _pour_whole(sheets: Sheets, kept: Mapping[str, Any]) -> None:
    if not kept:
        sheets.remove("roadmap")
        return
    held: dict[str, list[Stop]] = {}
    counts: dict[str, int] = {}
    for steps in kept.values():
        for step, each in steps.items():
            held.setdefault(step, []).extend(Stop(**stop) for stop in each["stops"])
            counts[step] = counts.get(step, 0) + each["count"]
    held = {step: sorted(each, key=_latest, reverse=True) for step, each in held.items()}
    facts = {"title": sheets.settings.name, "up": "../", "to": "../challenges/", "whole": True}
    body = render("roadmap.html", {**facts, **_steps(held, counts)})
    described = head(sheets.settings, "roadmap/", say("roadmap-why"))
    contents = {"title": say("roadmap"), "head": described, "body": body}
    sheets.shared("roadmap/index.html", sheets.settings.language, contents)


def _steps(
    held: Stops, counts: Mapping[str, int] | None = None, *, listed: bool = False
) -> dict[str, list[Step]]:
    def step(each: Progress) -> Step:
        there = held.get(each.value, [])
        count = (counts or {}).get(each.value, len(there))
        more = f"ideas/{progress_place(each)}" if listed and count > MOST else ""
        name = each.value.replace(" ", "-")
        return Step(name, progress_name(each), count, tuple(there[:MOST]), more)

    return {
        "columns": [step(each) for each in COLUMNS],
        "below": [step(each) for each in BELOW if each.value in held],
    }


def _stop(brief: Brief, idea: PublishedIdea) -> Stop:
    answer = shortened(idea.replies[-1].text) if idea.replies else ""
    return Stop(
        challenge=brief.slug,
        title=idea.title,
        of=brief.title,
        ref=idea.ref,
        language=brief.language,
        on=(idea.progressed or idea.received).isoformat(),
        answer=answer,
        thanks=", ".join(idea.credits) if idea.progress is Progress.DONE else "",
    )


def _latest(stop: Stop) -> tuple[str, str]:
    return stop.on, stop.ref
