"""The ideas of a challenge on the site: their pages, their lists, their feed.

challenges/bread/ideas/…           the lists, as in `lists`
challenges/bread/ideas/<ref>/      one of them, or the way to the one that it was merged into
feeds/challenges/bread.xml         those changed last
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from collector import published
from collector.brief import Brief
from collector.pages.cards import Counted, card
from collector.pages.comments import Comments
from collector.pages.feed import ideas_feed
from collector.pages.lists import Leaf, leaves
from collector.pages.render import head, in_short, render
from collector.pages.sheets import Sheets
from collector.pages.votes import booth
from collector.published import MergedIdea, PublishedData, PublishedIdea
from collector.words import say


def pour_ideas(sheets: Sheets, brief: Brief, data: PublishedData) -> None:
    """Make what changed since the last time; nothing is made before the first idea.

    Until all is made, nothing is noted: after a fill that broke off, everything is made again.
    """
    noted = f"poured/{brief.slug}.json"
    folder = f"challenges/{brief.slug}/ideas"
    before = published.read(sheets.site.folder / noted)
    if not (data.ideas or before or sheets.holds(folder)):
        return
    sheets.forget(noted)
    _pages(sheets, brief, data, before)
    _lists(sheets, brief, data, before)
    _feed(sheets, brief, data)
    if before is None:  # a fill that broke off may have left anything
        sheets.keep_only(folder, [*(f"{ref}/" for ref in _addresses(data.ideas)), *leaves(data)])
    sheets.keep(noted, data.to_document())


def _pages(sheets: Sheets, brief: Brief, data: PublishedData, before: PublishedData | None) -> None:
    """Those of ideas that changed; all of them where comments open or close."""
    stood = {idea.ref: idea for idea in before.ideas} if before else {}
    comments = Comments(brief, sheets.site, data.as_of)
    turned = before and replace(comments, now=before.as_of).standing != comments.standing
    for idea in data.ideas:
        if turned or stood.get(idea.ref) != idea:
            _page(sheets, brief, data, idea, comments)
            for merged in idea.merged:
                _forward(sheets, brief, idea, merged)
    for ref in _addresses(stood.values()) - _addresses(data.ideas):
        sheets.remove(f"challenges/{brief.slug}/ideas/{ref}")


def _addresses(ideas: Iterable[PublishedIdea]) -> set[str]:
    """The refs that have a page, those of merged ideas with them."""
    return {ref for idea in ideas for ref in (idea.ref, *(each.ref for each in idea.merged))}


def _page(
    sheets: Sheets, brief: Brief, data: PublishedData, idea: PublishedIdea, comments: Comments
) -> None:
    facts = {
        "title": brief.title,
        "idea": idea,
        "owner": sheets.settings.name,
        "brief": brief,
        "data": data,
        "booth": booth(brief, data, sheets.settings),
        "comments": comments,
    }
    place = f"challenges/{brief.slug}/ideas/{idea.ref}/"
    contents = {
        "title": idea.title,
        "head": head(sheets.settings, place, in_short(idea) or idea.title),
        "body": render("idea.html", facts),
    }
    sheets.shared(f"{place}index.html", brief.language, contents)


def _forward(sheets: Sheets, brief: Brief, idea: PublishedIdea, merged: MergedIdea) -> None:
    """At the address of what was merged: a page that leads to where it stands."""
    facts = {"title": brief.title, "idea": idea, "merged": merged, "owner": sheets.settings.name}
    contents = {"title": merged.title, "body": render("merged.html", facts)}
    place = f"challenges/{brief.slug}/ideas/{merged.ref}/index.html"
    sheets.shared(place, brief.language, contents)


def _lists(sheets: Sheets, brief: Brief, data: PublishedData, before: PublishedData | None) -> None:
    stood: Mapping[str, Leaf] = leaves(before) if before else {}
    folder = f"challenges/{brief.slug}/ideas"
    pages = leaves(data)
    for place, leaf in pages.items():
        if stood.get(place) != leaf:
            _leaf(sheets, brief, leaf)
    for place in stood.keys() - pages.keys():
        sheets.remove(f"{folder}/{place}".rstrip("/"))


def _leaf(sheets: Sheets, brief: Brief, leaf: Leaf) -> None:
    place = f"challenges/{brief.slug}/ideas/{leaf.place}"
    named = {"heading": leaf.heading, "title": brief.title, "number": leaf.number}
    facts = {
        "title": brief.title,
        "leaf": leaf,
        "search": f"{sheets.settings.collect}/-/ideas/{brief.slug}",
    }
    contents = {
        "title": say("lists-title" if leaf.number == 1 else "lists-title-page", named),
        "head": head(sheets.settings, place, say("lists-description", named)),
        "body": render("idea_list.html", facts),
    }
    sheets.shared(f"{place}index.html", brief.language, contents)


def _feed(sheets: Sheets, brief: Brief, data: PublishedData) -> None:
    shown = card(brief.slug, sheets.site.record["challenges"][brief.slug], Counted.of(data))
    feed = ideas_feed(shown, data.ideas, sheets.settings)
    sheets.put(f"feeds/challenges/{brief.slug}.xml", feed)
