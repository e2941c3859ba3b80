"""Atom feeds: one of all challenges, and of each challenge one of its ideas and their answers.

Names of entries are made from what never changes, so that no reader shows one twice. With
`site.url` set all addresses are absolute; without it they are relative to the feed, as Atom allows.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import NAMESPACE_URL, uuid5

from collector.garden import Settings
from collector.pages.cards import Card
from collector.pages.render import paragraphs, render
from collector.published import PublishedIdea

LATEST = 50
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML can't hold."""


@dataclass(frozen=True)
class Entry:
    """One entry of a feed; `page` is a place on the site, `content` HTML."""

    id: str
    title: str
    updated: str
    page: str
    content: str
    published: str = ""
    author: str = ""


@dataclass(frozen=True)
class Feed:
    """What a feed says of itself: its place, the page it tells of, and since when, if empty."""

    place: str
    page: str
    title: str
    language: str
    since: date = date(1970, 1, 1)


def challenges_feed(cards: Iterable[Card], settings: Settings) -> bytes:
    """The feed at `/feeds/challenges.xml`: what is asked, the latest first."""
    latest = sorted(cards, key=lambda each: (each.since, each.slug), reverse=True)[:LATEST]
    entries = [
        Entry(
            id=entry_id(settings, each.slug),
            title=each.title,
            updated=instant(each.since),
            page=f"challenges/{each.slug}/",
            content=str(paragraphs(each.summary)),
        )
        for each in latest
        if each.phase != "upcoming"
    ]
    feed = Feed("feeds/challenges.xml", "", settings.name, settings.language)
    return atom(feed, entries, settings)


def ideas_feed(card: Card, ideas: Iterable[PublishedIdea], settings: Settings) -> bytes:
    """The feed at `/feeds/challenges/<slug>.xml`: its ideas, those changed last first."""
    latest = sorted(ideas, key=lambda each: (_changed(each), each.ref), reverse=True)[:LATEST]
    entries = [_idea(card, each, settings) for each in latest]
    feed = Feed(
        place=f"feeds/challenges/{card.slug}.xml",
        page=f"challenges/{card.slug}/",
        title=f"{card.title} · {settings.name}",
        language=card.language,
        since=card.since,
    )
    return atom(feed, entries, settings)


def _idea(card: Card, idea: PublishedIdea, settings: Settings) -> Entry:
    return Entry(
        id=entry_id(settings, card.slug, idea.ref),
        title=idea.title,
        updated=instant(_changed(idea)),
        published=instant(idea.received),
        author=idea.byline,
        page=f"challenges/{card.slug}/ideas/{idea.ref}/",
        content=render(
            "feed_idea.html", {"idea": idea, "owner": settings.name, "replies": idea.replies}
        ),
    )


def atom(feed: Feed, entries: list[Entry], settings: Settings) -> bytes:
    """The feed as it is served."""
    home = settings.site.url
    facts = {
        "id": entry_id(settings, feed.place),
        "title": feed.title,
        "owner": settings.name,
        "language": feed.language,
        "base": f"{home.rstrip('/')}/" if home else "../" * feed.place.count("/"),
        "place": feed.place,
        "page": feed.page,
        "entries": entries,
        "updated": max((each.updated for each in entries), default=instant(feed.since)),
    }
    return ILLEGAL.sub("", render("feed.xml", facts)).encode()


def entry_id(settings: Settings, *names: str) -> str:
    """A name that stays the same, whatever an entry says."""
    return uuid5(NAMESPACE_URL, "/".join((settings.name, *names))).urn


def _changed(idea: PublishedIdea) -> date:
    moments = (idea.progressed or idea.received, *(reply.on for reply in idea.replies))
    return max((idea.received, *moments))


def instant(moment: date) -> str:
    """As Atom wants it, in UTC; a day begins at midnight."""
    if isinstance(moment, datetime):
        return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return f"{moment.isoformat()}T00:00:00Z"
