"""The feed of one idea, for whoever wants to know what becomes of it.

It lies in the idea's own folder, so that it goes when the idea goes. It tells of the idea, how far
it has come, what the owner says and what others say of it, the latest first.
"""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from collector.brief import Brief
from collector.garden import Settings
from collector.pages.feed import LATEST, Entry, Feed, atom, entry_id, instant
from collector.pages.render import paragraphs, render
from collector.published import (
    MergedIdea,
    PublishedComment,
    PublishedIdea,
    PublishedReply,
)
from collector.words import say

NAME = "feed.xml"
"""Its file, beside the idea's page."""


def idea_feed(brief: Brief, idea: PublishedIdea, settings: Settings) -> bytes:
    """All that is told of the idea."""
    page = f"challenges/{brief.slug}/ideas/{idea.ref}/"
    entries = sorted(
        _entries(brief, idea, page, settings),
        key=lambda each: (each.updated, each.id),
        reverse=True,
    )
    return _feed(brief, page, idea.title, entries[:LATEST], idea.received, settings)


def merged_feed(brief: Brief, idea: PublishedIdea, merged: MergedIdea, settings: Settings) -> bytes:
    """For whoever follows an idea that was merged: where it stands now."""
    page = f"challenges/{brief.slug}/ideas/{merged.ref}/"
    entry = Entry(
        id=entry_id(settings, brief.slug, merged.ref, "merged", idea.ref),
        title=say("feed-merged", {"title": idea.title}),
        updated=instant(idea.received),
        page=f"challenges/{brief.slug}/ideas/{idea.ref}/",
        content=str(paragraphs(idea.title)),
    )
    return _feed(brief, page, merged.title, [entry], idea.received, settings)


def _feed(
    brief: Brief, page: str, title: str, entries: list[Entry], since: date, settings: Settings
) -> bytes:
    feed = Feed(
        place=f"{page}{NAME}",
        page=page,
        title=f"{title} · {settings.name}",
        language=brief.language,
        since=since,
    )
    return atom(feed, entries, settings)


def _entries(brief: Brief, idea: PublishedIdea, page: str, settings: Settings) -> Iterator[Entry]:
    def entry(kind: str, name: str, title: str, on: date, text: str, by: str = "") -> Entry:
        return Entry(
            id=entry_id(settings, brief.slug, idea.ref, kind, name),
            title=title,
            updated=instant(on),
            page=page,
            content=text,
            author=by,
        )

    facts = {"title": idea.title, "owner": settings.name}
    first = render("feed_idea.html", {"idea": idea, "owner": settings.name, "replies": ()})
    yield entry("idea", "", idea.title, idea.received, first, idea.byline)
    if idea.progressed:
        step = say(f"site-progress-{idea.progress}")
        title = say("feed-progress", {"step": step, "title": idea.title})
        yield entry("progress", idea.progress, title, idea.progressed, str(paragraphs(step)))
    for reply in _replies(idea):
        title = say("feed-answer", facts)
        yield entry("reply", _name(reply), title, reply.on, str(paragraphs(reply.text)))
    for comment in _comments(idea.comments):
        title = say("feed-comment", facts)
        text = str(paragraphs(comment.text))
        yield entry("comment", comment.ref, title, comment.on, text, comment.name)


def _replies(idea: PublishedIdea) -> Iterator[PublishedReply]:
    yield from idea.replies
    for comment in _comments(idea.comments):
        yield from comment.answers


def _comments(comments: tuple[PublishedComment, ...]) -> Iterator[PublishedComment]:
    """Each that says something, with those that reply to it."""
    for comment in comments:
        if comment.text:
            yield comment
        yield from _comments(comment.replies)


def _name(reply: PublishedReply) -> str:
    """A reply has no public name; its words and its day are one."""
    return sha256(f"{reply.on} {reply.text}".encode()).hexdigest()
