"""Is it there already? Ideas like one that somebody is writing; only such as everybody may see.

GET /collect/-/similar/<challenge>?q=<its name>     {"ideas": [{"ref", "title", "url"}]}
"""

from contextlib import suppress

from flask import Response, jsonify, request

from collector.analysis.similar import Alike
from collector.brief import Act, Brief, FormKind, SeenBy, address_of
from collector.errors import StoreError, Unknown
from collector.web import similar as neighbours
from collector.web.context import Context, current
from collector.web.public.arrival import Arrival
from collector.web.public.content import Content

LONGEST = 200
"""Characters of a question that are looked at."""

OFTEN = 10
"""Questions to one entry that a network may send."""

LASTS = 60
"""Seconds that an answer may be kept."""


def similar(challenge: str) -> Response:
    """The ideas most like what was typed; none where nothing is."""
    context = current()
    brief = context.live().briefs.get(challenge)
    if brief is None:
        raise Unknown("no-challenge", challenge=challenge)
    allowed = OFTEN * context.garden.settings.limits.entries
    context.limits.take("similar", request.remote_addr or "", allowed, context.clock())
    asked = request.args.get("q", "")[:LONGEST]
    found = neighbours.like_shown(context, brief, asked)
    response = jsonify(
        ideas=[
            {"ref": each.ref, "title": each.title, "url": url}
            for each, url in _linked(context, brief, found)
        ],
        vote=_may_vote(context, brief),
    )
    who = "private" if brief.seen_by is SeenBy.INVITED else "public"
    response.headers["Cache-Control"] = f"{who}, max-age={LASTS}"
    return response


def like_content(context: Context, arrival: Arrival, checked: Content) -> list[tuple[str, str]]:
    """Title and address of the ideas most like one that is about to be kept; none for what is no
    idea, or changes one. What can't be read keeps nobody from sending."""
    target = arrival.target
    if target.form.kind is not FormKind.IDEA or target.form.private or "_receipt" in arrival.kit:
        return []
    title, text = (str(checked.answers.get(each, "")) for each in ("title", "text"))
    with suppress(StoreError):
        found = neighbours.like_shown(context, target.brief, title, text)
        return [(each.title, url) for each, url in _linked(context, target.brief, found)]
    return []


def _linked(context: Context, brief: Brief, found: list[Alike]) -> list[tuple[Alike, str]]:
    ideas = context.site(address_of(brief, "ideas/"))
    return [(each, f"{ideas}{each.ref}/") for each in found]


def _may_vote(context: Context, brief: Brief) -> bool:
    return brief.standing(Act.VOTE, context.clock()).allowed
