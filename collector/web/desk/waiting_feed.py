"""The feed of what waits: for owners without mail, at an address that can't be guessed."""

import re
from itertools import islice
from uuid import NAMESPACE_URL, uuid5

from flask import Response, render_template

from collector.acts import feed
from collector.entries import Entry, State
from collector.store import reads
from collector.web.context import current
from collector.words import say, speak

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML can't hold."""

MOST = 100
"""Entries, the latest."""


def waiting_feed(key: str) -> Response:
    """Titles and challenges of what waits, and no other answer. Raises Unknown for a wrong key."""
    context = current()
    feed.ensure(context.store, key)
    settings = context.garden.settings
    speak(settings.language)
    waiting = list(reads.entries(context.store, State.WAITING))
    briefs = context.live().briefs
    entries = [
        (each, _title(each), briefs[each.challenge].title if each.challenge in briefs else "")
        for each in islice(reversed(waiting), MOST)
    ]
    told = render_template(
        "desk/waiting_feed.xml",
        title=say("desk-feed-title", {"garden": settings.name}),
        owner=settings.name,
        home=settings.home,
        entries=entries,
        updated=entries[0][0].received if entries else context.clock(),
        garden=uuid5(NAMESPACE_URL, settings.name).urn,
    )
    response = Response(ILLEGAL.sub("", told), mimetype="application/atom+xml")
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _title(entry: Entry) -> str:
    return str(entry.answers.get("title", "")) or say("desk-feed-response")
