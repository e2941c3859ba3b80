"""The idea of the month at the desk: what the rule says, to be confirmed, and what was."""

import re
from datetime import date
from itertools import islice

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import honour
from collector.analysis.honour import Standings
from collector.errors import Conflict, Unknown
from collector.store import honours as kept
from collector.store import reads
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.page import page
from collector.words import say

MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")

MOST = 10
"""Ideas that the page names, and months behind it."""


def honours() -> Response:
    """A month, the latest that is over if none is asked for. Raises Unknown without a rule."""
    context, now = current(), current().clock()
    latest = honour.last_month(context.garden, now)
    month = _month(request.args.get("month", latest), latest)
    found = _standings(context, month)
    confirmed = kept.of_month(context.store, month)
    return page(
        "honours",
        say("desk-garden-honours"),
        rule=context.garden.settings.recognition.rule,
        month=month,
        months=_months(latest),
        found=found,
        places=list(islice(found.places, MOST)),
        confirmed=confirmed,
        called=_called(context, confirmed.about) if confirmed else "",
        earlier=[(each, _called(context, each.about)) for each in kept.all_of_them(context.store)],
    )


def confirm_honour() -> AnyResponse:
    """This idea is the month's. Raises Conflict where it is not first any more."""
    context, sent = current(), request.form
    latest = honour.last_month(context.garden, context.clock())
    month = _month(sent.get("month", ""), latest)
    first = _standings(context, month).first
    chosen = next((each for each in first if each.candidate.ref == sent.get("ref")), None)
    if chosen is None:
        raise Conflict("honour-not-first")
    by = door.me().account.name
    honour.confirm(context.garden, context.store, chosen, month, by, context.clock())
    return redirect(url_for("desk.honours", month=month), 303)


def revoke_honour() -> AnyResponse:
    """The month has no idea any more."""
    context = current()
    month = request.form.get("month", "")
    honour.revoke(context.store, month, door.me().account.name, context.clock())
    return redirect(url_for("desk.honours", month=month), 303)


def _standings(context: Context, month: str) -> Standings:
    briefs = context.live().briefs.values()
    return honour.of_month(context.garden, context.store, briefs, month)


def _month(text: str, latest: str) -> str:
    """Raises Unknown for what is none, or is not over."""
    if not MONTH.fullmatch(text) or text > latest:
        raise Unknown("honour-no-month")
    return text


def _months(latest: str) -> list[str]:
    """The latest first."""
    year, month = map(int, latest.split("-"))
    behind = (year * 12 + month - 1 - each for each in range(MOST))
    return [f"{date(each // 12, each % 12 + 1, 1):%Y-%m}" for each in behind]


def _called(context: Context, ref: str) -> str:
    idea = reads.idea(context.store, ref)
    return str(idea.answers.get("title", "")) if idea else ""
