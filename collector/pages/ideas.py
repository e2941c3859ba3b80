"""The ideas of a challenge on the site: their pages, their lists, their feed.

challenges/bread/ideas/…           the lists, as in `lists`
challenges/bread/ideas/<ref>/      one of them, or the way to the one that it was merged into;
                                   with its feed beside it
feeds/challenges/bread.xml         those changed last
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Self

from collector import published
from collector.brief import Brief, SeenBy
from collector.garden import Settings
from collector.pages.call import Call
from collector.pages.cards import Counted, card
from collector.pages.comments import Comments
from collector.pages.feed import ideas_feed
from collector.pages.idea_feed import NAME, idea_feed, merged_feed
from collector.pages.lists import Leaf, leaves
from collector.pages.model_items import experiments_of, stories_of
from collector.pages.render import head, in_short, render
from collector.pages.sheets import Sheets
from collector.pages.votes import Booth, booth
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
    doings = Doings.of(sheets, brief, data)
    turned = before and doings.differ(Doings.of(sheets, brief, before))
    stood = None if turned else before
    _pages(sheets, brief, data, stood, doings)
    _lists(sheets, brief, data, stood, doings)
    _take_away(sheets, brief, data, before)
    _feed(sheets, brief, data)
    if before is None:  # a fill that broke off may have left anything
        sheets.keep_only(folder, _files(data))
    sheets.keep(noted, data.to_document())


@dataclass(frozen=True)
class Doings:
    """What visitors may do with ideas, as their pages offer it."""

    booth: Booth | None
    call: Call | None
    comments: Comments

    @classmethod
    def of(cls, sheets: Sheets, brief: Brief, data: PublishedData) -> Self:
        comments = Comments(brief, sheets.site, data.as_of)
        settings = sheets.settings
        return cls(booth(brief, data, settings), Call.of(brief, data, settings), comments)

    def differ(self, other: "Doings") -> bool:
        """Whether voting or commenting has opened or closed between the two."""
        ours, theirs = ((each.booth, each.call, each.comments.standing) for each in (self, other))
        return ours != theirs


def _pages(
    sheets: Sheets, brief: Brief, data: PublishedData, before: PublishedData | None, doings: Doings
) -> None:
    stood = {idea.ref: idea for idea in before.ideas} if before else {}
    for idea in data.ideas:
        last = stood.get(idea.ref)
        if last == idea:
            continue
        _page(sheets, brief, data, idea, doings)
        if last is None or replace(last, votes=idea.votes) != idea:
            _beside(sheets, brief, idea)


def _take_away(
    sheets: Sheets, brief: Brief, data: PublishedData, before: PublishedData | None
) -> None:
    """What stood on the site and does no more."""
    if before is None:
        return
    for ref in _addresses(before.ideas) - _addresses(data.ideas):
        sheets.remove(f"challenges/{brief.slug}/ideas/{ref}")
    for place in leaves(before).keys() - leaves(data).keys():
        sheets.remove(f"challenges/{brief.slug}/ideas/{place}".rstrip("/"))


def _files(data: PublishedData) -> Iterator[str]:
    """Every file of the ideas, below their folder."""
    for ref in _addresses(data.ideas):
        yield from (f"{ref}/index.html", f"{ref}/{NAME}")
    yield from (f"{place}index.html" for place in leaves(data))


def _has_feeds(brief: Brief) -> bool:
    """What not everybody sees has none: whoever reads a feed hands it on."""
    return brief.seen_by is SeenBy.EVERYONE


def _addresses(ideas: Iterable[PublishedIdea]) -> set[str]:
    """The refs that have a page, those of merged ideas with them."""
    return {ref for idea in ideas for ref in (idea.ref, *(each.ref for each in idea.merged))}


def _page(
    sheets: Sheets, brief: Brief, data: PublishedData, idea: PublishedIdea, doings: Doings
) -> None:
    place = f"challenges/{brief.slug}/ideas/{idea.ref}/"
    feed = NAME if _has_feeds(brief) else ""
    facts = {
        "title": brief.title,
        "idea": idea,
        "owner": sheets.settings.name,
        "brief": brief,
        "data": data,
        "address": _address(sheets.settings, brief, place),
        "feed": feed,
        "booth": doings.booth,
        "call": doings.call,
        "zone": sheets.settings.zone,
        "comments": doings.comments,
        "follow": _follow(sheets.settings, brief, idea),
        "experiments": experiments_of(sheets, brief, idea),
        "contributors": "../../../../contributors/" if _has_feeds(brief) else "",
        "stories": stories_of(sheets, brief, idea),
    }
    contents = {
        "title": idea.title,
        "head": head(sheets.settings, place, in_short(idea) or idea.title, feed),
        "body": render("idea.html", facts),
    }
    sheets.one_of_many(f"{place}index.html", brief.language, contents)


def _beside(sheets: Sheets, brief: Brief, idea: PublishedIdea) -> None:
    """What goes with the idea's page and tells nothing of votes."""
    place = f"challenges/{brief.slug}/ideas/{idea.ref}/"
    if _has_feeds(brief):
        sheets.put(f"{place}{NAME}", idea_feed(brief, idea, sheets.settings))
    for merged in idea.merged:
        _forward(sheets, brief, idea, merged)


def _address(settings: Settings, brief: Brief, place: str) -> str:
    """The page's own, as it is handed on; empty where it is not known or leads others nowhere."""
    if not settings.site.url or brief.seen_by is SeenBy.INVITED:
        return ""
    return f"{settings.site.url.rstrip('/')}/{place}"


def _follow(settings: Settings, brief: Brief, idea: PublishedIdea) -> str:
    """Where one asks to be told by mail what becomes of the idea; empty where no mail is sent.

    What only the invited see goes into no mail.
    """
    if not settings.mail.host or brief.seen_by is SeenBy.INVITED:
        return ""
    return f"{settings.collect}/-/ideas/{idea.ref}/follow"


def _forward(sheets: Sheets, brief: Brief, idea: PublishedIdea, merged: MergedIdea) -> None:
    """At the address of what was merged: a page that leads to where it stands."""
    facts = {"title": brief.title, "idea": idea, "merged": merged, "owner": sheets.settings.name}
    contents = {"title": merged.title, "body": render("merged.html", facts)}
    place = f"challenges/{brief.slug}/ideas/{merged.ref}/"
    sheets.shared(f"{place}index.html", brief.language, contents)
    if _has_feeds(brief):
        sheets.put(f"{place}{NAME}", merged_feed(brief, idea, merged, sheets.settings))


def _lists(
    sheets: Sheets,
    brief: Brief,
    data: PublishedData,
    before: PublishedData | None,
    doings: Doings,
) -> None:
    stood: Mapping[str, Leaf] = leaves(before) if before else {}
    for place, leaf in leaves(data).items():
        if stood.get(place) != leaf:
            _leaf(sheets, brief, leaf, doings)


def _leaf(sheets: Sheets, brief: Brief, leaf: Leaf, doings: Doings) -> None:
    place = f"challenges/{brief.slug}/ideas/{leaf.place}"
    named = {"heading": leaf.heading, "title": brief.title, "number": leaf.number}
    facts = {
        "title": brief.title,
        "leaf": leaf,
        "booth": doings.booth,
        "call": doings.call,
        "zone": sheets.settings.zone,
        "search": f"{sheets.settings.collect}/-/ideas/{brief.slug}",
    }
    contents = {
        "title": say("lists-title" if leaf.number == 1 else "lists-title-page", named),
        "head": head(sheets.settings, place, say("lists-description", named)),
        "body": render("idea_list.html", facts),
    }
    sheets.shared(f"{place}index.html", brief.language, contents)


def _feed(sheets: Sheets, brief: Brief, data: PublishedData) -> None:
    if not _has_feeds(brief):
        return
    shown = card(brief.slug, sheets.site.record["challenges"][brief.slug], Counted.of(data))
    feed = ideas_feed(shown, data.ideas, sheets.settings)
    sheets.put(f"feeds/challenges/{brief.slug}.xml", feed)
