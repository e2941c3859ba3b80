"""The contributors: who had an idea and agreed to be named, and the ideas of the months.

contributors/       while somebody is to be named, or a month has its idea
contributors.json   beside the site: what stands on it, by challenge
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from collector.brief import Brief, SeenBy
from collector.entries import Progress
from collector.pages.render import head, render
from collector.pages.sheets import Sheets
from collector.published import PublishedData, PublishedIdea
from collector.words import say, speaking

PLACE = "contributors"
KEPT = f"{PLACE}.json"


@dataclass(frozen=True)
class Gave:
    """An idea, as the page names it; `names` are those who agreed to be named with it."""

    challenge: str
    ref: str
    title: str
    language: str
    names: tuple[str, ...]
    done: bool
    months: tuple[str, ...]

    @property
    def address(self) -> str:
        """From the root of the site."""
        return f"challenges/{self.challenge}/ideas/{self.ref}/"


def has_contributors(sheets: Sheets) -> bool:
    """Whether there is such a page."""
    return bool(sheets.kept(KEPT))


def pour_contributors(
    sheets: Sheets, briefs: Mapping[str, Brief], told: Iterable[PublishedData]
) -> None:
    """Make the page anew after these challenges changed, or take it away."""
    before = sheets.kept(KEPT)
    kept = dict(before)
    for data in told:
        kept[data.challenge] = list(_gave(briefs[data.challenge], data))
    kept = {slug: held for slug, held in kept.items() if held}
    if kept != before:
        with speaking(sheets.settings.language):
            _pour(sheets, kept)
        sheets.keep(KEPT, kept)


def _gave(brief: Brief, data: PublishedData) -> Iterator[dict[str, Any]]:
    """As plain JSON values; what only some may see names nobody to all."""
    if brief.seen_by is SeenBy.EVERYONE:
        for idea in data.ideas:
            if idea.credits or idea.honours:
                yield _told(brief, idea)


def _told(brief: Brief, idea: PublishedIdea) -> dict[str, Any]:
    return {
        "challenge": brief.slug,
        "ref": idea.ref,
        "title": idea.title,
        "language": brief.language,
        "names": list(idea.credits),
        "done": idea.progress is Progress.DONE,
        "months": list(idea.honours),
    }


def _pour(sheets: Sheets, kept: Mapping[str, Any]) -> None:
    if not kept:
        sheets.remove(PLACE)
        return
    ideas = [
        Gave(**{**each, "names": tuple(each["names"]), "months": tuple(each["months"])})
        for slug in sorted(kept)
        for each in kept[slug]
    ]
    facts = {
        "title": sheets.settings.name,
        "rule": sheets.settings.recognition.rule,
        "months": _months(ideas),
        "people": _people(ideas),
    }
    described = head(sheets.settings, f"{PLACE}/", say("contributors-why"))
    body = render("contributors.html", facts)
    contents = {"title": say("contributors"), "head": described, "body": body}
    sheets.shared(f"{PLACE}/index.html", sheets.settings.language, contents)


def _months(ideas: Iterable[Gave]) -> list[tuple[str, Gave]]:
    """The latest first."""
    return sorted(
        ((month, each) for each in ideas for month in each.months),
        key=lambda pair: pair[0],
        reverse=True,
    )


def _people(ideas: Iterable[Gave]) -> list[tuple[str, list[Gave]]]:
    """Names in the order of the alphabet, each with its ideas."""
    found: dict[str, list[Gave]] = {}
    for idea in ideas:
        for name in idea.names:
            found.setdefault(name, []).append(idea)
    return sorted(found.items(), key=lambda pair: (pair[0].casefold(), pair[0]))
