"""What is poured into quarterly reports and success stories, of what models may tell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add
from typing import Any

from collector.analysis.quarter import (
    Asked,
    Deed,
    QuarterCounts,
    QuarterTold,
    from_document,
)
from collector.entries import Progress
from collector.models import Models, QuarterlyReport
from collector.pages.models import block_slot, up
from collector.pages.quarterly import Ways, chapters, state
from collector.pages.render import render
from collector.pages.told_idea import Told
from collector.published import PublishedBenefit

STATE = "state"


@dataclass(frozen=True)
class Standing:
    """All that reports may tell of: by challenge its facts and what was kept, and the ideas."""

    challenges: Mapping[str, Mapping[str, Any]]
    kept: Mapping[str, Mapping[str, Any]]
    ideas: Sequence[Told]
    today: date


def report(page: QuarterlyReport, models: Models, standing: Standing) -> dict[str, str]:
    """The slots of one report's page."""
    told = quarter_told(page, standing)
    parts = chapters(told, models, _ways(page.place))
    return {STATE: state(told)} | {block_slot(each.code): each.poured for each in parts}


def quarter_told(page: QuarterlyReport, standing: Standing) -> QuarterTold:
    """What everybody may know of the quarter."""
    told = {
        slug: from_document(kept["quarters"][str(page.quarter)])
        for slug, kept in sorted(standing.kept.items())
        if page.tells_of(slug) and str(page.quarter) in kept.get("quarters", {})
    }
    asked = (slug for slug, counts in told.items() if counts.challenges)
    return QuarterTold(
        quarter=page.quarter,
        as_of=standing.today,
        counts=reduce(add, told.values(), QuarterCounts()),
        asked=tuple(_asked(slug, standing.challenges[slug]) for slug in asked),
        deeds=tuple(_deeds(page, standing.ideas)),
    )


def _asked(slug: str, facts: Mapping[str, Any]) -> Asked:
    return Asked(slug, facts["title"], facts["language"])


def _deeds(page: QuarterlyReport, ideas: Iterable[Told]) -> list[Deed]:
    found = [
        _deed(each, date.fromisoformat(each.progressed))
        for each in ideas
        if page.tells_of(each.challenge) and is_done_in(each, [page])
    ]
    return sorted(found, key=lambda each: (each.day, each.title, each.ref))


def is_done_in(idea: Told, reports: Iterable[QuarterlyReport]) -> bool:
    """Whether the idea was done in the quarter of one of these reports."""
    if idea.progress != Progress.DONE or not idea.progressed:
        return False
    day = date.fromisoformat(idea.progressed)
    return any(each.quarter.holds(day) for each in reports)


def _deed(idea: Told, day: date) -> Deed:
    told = PublishedBenefit.from_document(idea.benefit) or PublishedBenefit()
    sums = (told.value, told.cost)
    return Deed(idea.challenge, idea.ref, idea.title, idea.language, day, *sums, told.learnt)


def _ways(place: str) -> Ways:
    root = up(place)
    return Ways(
        challenge=lambda slug: f"{root}challenges/{slug}/",
        idea=lambda slug, ref: f"{root}challenges/{slug}/ideas/{ref}/",
        page=lambda where: root + where,
    )


def story_ideas(place: str, ideas: Iterable[Told]) -> str:
    """HTML of the ideas that a story is about, with what of their benefit is shown."""
    told = [
        {
            "idea": each,
            "benefit": PublishedBenefit.from_document(each.benefit),
            "address": f"{up(place)}challenges/{each.challenge}/ideas/{each.ref}/",
        }
        for each in ideas
    ]
    return render("story_ideas.html", {"told": told})
