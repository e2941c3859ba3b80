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


def challenges_feed(cards: Iterable[Card], settings: Settings) -> bytes:
    """The feed at `/feeds/challenges.xml`: what is asked, the latest first."""
    latest = sorted(cards, key=lambda each: (each.since, each.slug), reverse=True)[:LATEST]
    entries = [
        Entry(
            id=_id(settings, each.slug),
            title=each.title,
            updated=_moment(each.since),
            page=f"challenges/{each.slug}/",
            content=str(paragraphs(each.summary)),
        )
        for each in latest
        if each.phase != "upcoming"
    ]
    return _feed(settings, "feeds/challenges.xml", "", settings.name, entries)


def ideas_feed(card: Card, ideas: Iterable[PublishedIdea], settings: Settings) -> bytes:
    """The feed at `/feeds/challenges/<slug>.xml`: its ideas, those changed last first."""
    latest = sorted(ideas, key=lambda each: (_changed(each), each.ref), reverse=True)[:LATEST]
    entries = [_idea(card, each, settings) for each in latest]
    place = f"feeds/challenges/{card.slug}.xml"
    title = f"{card.title} · {settings.name}"
    return _feed(settings, place, f"challenges/{card.slug}/", title, entries, card)


def _idea(card: Card, idea: PublishedIdea, settings: Settings) -> Entry:
    return Entry(
        id=_id(settings, card.slug, idea.ref),
        title=idea.title,
        updated=_moment(_changed(idea)),
        published=_moment(idea.received),
        author=idea.byline,
        page=f"challenges/{card.slug}/ideas/{idea.ref}/",
        content=render("feed_idea.html", {"idea": idea, "owner": settings.name}),
    )


def _feed(
    settings: Settings,
    place: str,
    page: str,
    title: str,
    entries: list[Entry],
    card: Card | None = None,
) -> bytes:
    since = _moment(card.since if card else date(1970, 1, 1))
    base = f"{settings.site.url.rstrip('/')}/" if settings.site.url else "../" * place.count("/")
    facts = {
        "id": _id(settings, place),
        "title": title,
        "owner": settings.name,
        "language": card.language if card else settings.language,
        "base": base,
        "place": place,
        "page": page,
        "entries": entries,
        "updated": max((each.updated for each in entries), default=since),
    }
    return ILLEGAL.sub("", render("feed.xml", facts)).encode()


def _id(settings: Settings, *names: str) -> str:
    return uuid5(NAMESPACE_URL, "/".join((settings.name, *names))).urn


def _changed(idea: PublishedIdea) -> date:
    return max((idea.received, *(reply.on for reply in idea.replies)))


def _moment(moment: date) -> str:
    """As Atom wants it, in UTC; a day begins at midnight."""
    if isinstance(moment, datetime):
        return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return f"{moment.isoformat()}T00:00:00Z"
