"""What a receipt offers beside deciding: to be told, to keep its link, to take one's data home."""

import json
from collections.abc import Mapping

from flask import Response

from collector.acts import follow, own
from collector.acts.receipt import Held
from collector.brief import SeenBy
from collector.entries import Comment, Idea
from collector.errors import Invalid
from collector.web.context import Context
from collector.web.public.follow import is_offered, problem_of, take_limit
from collector.web.public.target import has_page
from collector.words import language

Values = Mapping[str, object]


def offers(context: Context, held: Held) -> Values:
    """What the template needs to know of it."""
    people = follow.author_of(context.store, held.entry.ref)
    confirmed = any(each.confirmed for each in people)
    return {
        "offered": is_offered(context),
        "idea": isinstance(held.entry, Idea),
        "follows": isinstance(held.entry, Idea) or _takes_replies(held),
        "feed": _feed(context, held),
        "followed": "confirmed" if confirmed else "asked" if people else "",
    }


def _takes_replies(held: Held) -> bool:
    return isinstance(held.entry, Comment) and not held.entry.parent


def _feed(context: Context, held: Held) -> str:
    """Where a feed reader learns what becomes of it: the idea's own feed once it is shown."""
    entry, live = held.entry, context.live().briefs.get(held.entry.challenge)
    if live is None or live.seen_by is not SeenBy.EVERYONE:
        return ""
    if isinstance(entry, Idea) and has_page(context, entry, live):
        return f"/challenges/{entry.challenge}/ideas/{entry.ref}/feed.xml"
    return f"/feeds/challenges/{entry.challenge}.xml"


def ask(context: Context, code: str, address: str) -> Values:
    """Send a link to the author's address; what went wrong, for the template."""
    try:
        checked = follow.checked(address)
        take_limit(context)
        follow.ask_by_receipt(
            context.store, context.secret, code, checked, language(), context.clock()
        )
    except Invalid as error:
        return {"address": address, "problem": problem_of(error)}
    return {}


def download(context: Context, code: str) -> Response:
    """All that is kept behind the code, as JSON to take home."""
    return as_file(own.data(context.store, code))


def as_file(data: Values) -> Response:
    """What somebody takes home; no cache keeps it."""
    told = json.dumps(data, ensure_ascii=False, indent=2)
    response = Response(told + "\n", mimetype="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="receipt.json"'
    response.headers["Cache-Control"] = "no-store"
    return response
