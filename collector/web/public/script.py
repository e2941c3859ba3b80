"""The same for scripts: a token, then one post as JSON. The site's own script is the first caller.

GET  /collect/-/token/<challenge>/<form>     {"token", "submission", "form"}
POST /collect/<challenge>/<form>             {"_token", "_form", "answers": {column: [text]}}
     201 {"receipt", "thanks"} · 422 {"error", "errors": {column: {"reason", "message"}}}
"""

import json
from dataclasses import replace

from flask import Response, jsonify

from collector.acts import visit
from collector.errors import Conflict, Forbidden
from collector.web import errors, guard
from collector.web.context import current
from collector.web.public import content, voter
from collector.web.public.arrival import Arrival
from collector.web.public.keep import Order, begin, keep, read_token, renewed
from collector.web.public.target import find
from collector.web.tokens import FormToken, Ticket, seconds


def token(challenge: str, form: str) -> Response:
    """Hand out a token with a new submission's id; it is good for two hours."""
    context = current()
    now = context.clock()
    target = find(context.live(), challenge, form)
    visit.ensure_open(target.brief, now)
    given = begin(target, now)
    response = jsonify(
        token=context.tokens.seal(given),
        submission=given.submission,
        form=target.definition.hash,
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def receive(arrival: Arrival) -> Response:
    """Check and keep in one step."""
    guard.allow_script()
    context = current()
    now = context.clock()
    given = read_token(context, arrival)
    if given.digest:
        raise Forbidden("token-wrong")
    checked = content.check(context, arrival, now)
    try:
        code = keep(Order(context, arrival, checked, given, now, voter.told(arrival)))
    except Forbidden as error:
        return _with_tokens(error, token=renewed(given, now))
    except Conflict as error:
        if error.reason == "answered-before":
            raise
        new = replace(begin(arrival.target, now), source=given.source)
        return _with_tokens(error, new=new, correction=replace(new, corrects=given.submission))
    ticket = context.tokens.seal(Ticket(code, seconds(now)))
    told = {"receipt": code, "thanks": f"/collect/-/thanks/{ticket}"}
    return Response(json.dumps(told), 201, mimetype="application/json")


def _with_tokens(error: Forbidden | Conflict, **tokens: FormToken) -> Response:
    seal = current().tokens.seal
    return errors.answer(error, **{name: seal(each) for name, each in tokens.items()})
