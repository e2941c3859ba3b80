"""Votes counted apart: why, on which ideas, and whether they are to count."""

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import apart as votes
from collector.acts.apart import Verdict
from collector.errors import Refused
from collector.voting import APART
from collector.web.context import current
from collector.web.desk import door
from collector.web.desk.challenges import known
from collector.web.desk.page import page
from collector.words import say


def votes_apart(slug: str) -> Response:
    """By reason, the ideas with votes that are counted apart; or how many votes over all ideas."""
    context = current()
    brief = known(context, slug)
    found = votes.apart(context.store, brief) if brief.voting else []
    reasons = [(each, [one for one in found if one.reason == each]) for each in APART]
    return page(
        "votes",
        say("desk-votes"),
        brief=brief,
        reasons=[(reason, groups) for reason, groups in reasons if groups],
    )


def settle_votes(slug: str) -> AnyResponse:
    """Count them, or leave them apart."""
    context = current()
    sent = {name: request.form.get(name, "") for name in ("idea", "reason", "do")}
    try:
        verdict = Verdict(sent["do"])
    except ValueError:
        raise Refused("bad-request") from None
    votes.settle(
        context.store,
        known(context, slug),
        sent["idea"],
        sent["reason"],
        verdict,
        door.me().account.name,
        context.clock(),
    )
    return redirect(url_for("desk.votes_apart", slug=slug), 303)
