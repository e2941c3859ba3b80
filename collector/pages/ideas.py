"""The ideas of a challenge on the site: their pages, their lists, their feed.

challenges/bread/ideas/            all of them, the newest first
challenges/bread/ideas/page-2/     … the next ones
challenges/bread/ideas/<ref>/      one of them, or the way to the one that it was merged into
feeds/challenges/bread.xml         those changed last
"""

from collections.abc import Iterable, Mapping

from collector import published
from collector.brief import Brief
from collector.pages.cards import Counted, card
from collector.pages.feed import ideas_feed
from collector.pages.languages import IDEA, LIST
from collector.pages.render import render
from collector.pages.sheets import Sheets
from collector.published import MergedIdea, PublishedData, PublishedIdea
from collector.words import say

LISTED = 60
"""Ideas on one page of a list."""


def pour_ideas(sheets: Sheets, brief: Brief, data: PublishedData) -> None:
    """Make what changed since the last time; nothing is made before the first idea."""
    before = _poured(sheets, brief.slug)
    if not data.ideas and before is None:
        return
    _pages(sheets, brief, data, before or {})
    _lists(sheets, brief, data.ideas)
    _feed(sheets, brief, data)
    sheets.keep(f"poured/{brief.slug}.json", data.to_document())


def _poured(sheets: Sheets, slug: str) -> dict[str, PublishedIdea] | None:
    """The ideas that have pages; None if there never was one."""
    data = published.read(sheets.site.folder / f"poured/{slug}.json")
    return {idea.ref: idea for idea in data.ideas} if data else None


def _pages(
    sheets: Sheets, brief: Brief, data: PublishedData, before: Mapping[str, PublishedIdea]
) -> None:
    for idea in data.ideas:
        if before.get(idea.ref) != idea:
            _page(sheets, brief, data, idea)
            for merged in idea.merged:
                _forward(sheets, brief, idea, merged)
    for ref in _addresses(before.values()) - _addresses(data.ideas):
        sheets.remove(f"challenges/{brief.slug}/ideas/{ref}")


def _addresses(ideas: Iterable[PublishedIdea]) -> set[str]:
    """The refs that have a page, those of merged ideas with them."""
    return {ref for idea in ideas for ref in (idea.ref, *(each.ref for each in idea.merged))}


def _page(sheets: Sheets, brief: Brief, data: PublishedData, idea: PublishedIdea) -> None:
    facts = {
        "title": brief.title,
        "idea": idea,
        "owner": sheets.settings.name,
        "brief": brief,
        "data": data,
    }
    place = f"challenges/{brief.slug}/ideas/{idea.ref}/index.html"
    sheets.shared(place, brief, IDEA, idea.title, render("idea.html", facts))


def _forward(sheets: Sheets, brief: Brief, idea: PublishedIdea, merged: MergedIdea) -> None:
    """At the address of what was merged: a page that leads to where it stands."""
    facts = {"title": brief.title, "idea": idea, "merged": merged, "owner": sheets.settings.name}
    place = f"challenges/{brief.slug}/ideas/{merged.ref}/index.html"
    sheets.shared(place, brief, IDEA, merged.title, render("merged.html", facts))


def _lists(sheets: Sheets, brief: Brief, ideas: tuple[PublishedIdea, ...]) -> None:
    """The whole list: its first page at `ideas/`, the others at `ideas/page-2/` …"""
    pages = max(1, -(-len(ideas) // LISTED))
    folder = f"challenges/{brief.slug}/ideas"
    title = say("site-all-ideas-of", {"title": brief.title})
    for page in range(1, pages + 1):
        first = page == 1
        facts = {
            "title": brief.title,
            "shown": ideas[(page - 1) * LISTED : page * LISTED],
            "page": page,
            "pages": pages,
            "up": "../" if first else "../../",
            "base": "" if first else "../",
        }
        place = f"{folder}/index.html" if first else f"{folder}/page-{page}/index.html"
        body = render("idea_list.html", facts)
        sheets.shared(place, brief, LIST if first else IDEA, title, body)
    for extra in (sheets.site.public / folder).glob("page-*"):
        if int(extra.name.removeprefix("page-")) > pages:
            sheets.remove(f"{folder}/{extra.name}")


def _feed(sheets: Sheets, brief: Brief, data: PublishedData) -> None:
    shown = card(brief.slug, sheets.site.record["challenges"][brief.slug], Counted.of(data))
    feed = ideas_feed(shown, data.ideas, sheets.settings)
    sheets.put(f"feeds/challenges/{brief.slug}.xml", feed)
