"""The same for scripts: a token, then one post as JSON. The site's own script is the first caller.

GET  /collect/-/token/<challenge>/<form>     {"token", "submission", "form"}
POST /collect/-/files/<challenge>/<form>     a multipart post with `_token` and files by column
     201 {"files": {column: {"ref", "name", "size"}}} · 422; a ref is then the column's answer
POST /collect/<challenge>/<form>             {"_token", "_form", "answers": {column: [text]}}
     201 {"receipt", "thanks"} · 422 {"error", "errors": {column: {"reason", "message"}}}
"""

import json
from dataclasses import replace

from flask import Response, jsonify, make_response, request

from collector.acts import visit
from collector.errors import Conflict, Forbidden, Invalid
from collector.store.files import Drafts
from collector.web import errors, guard
from collector.web.context import current
from collector.web.public import content, staging, voter
from collector.web.public.again import FINAL
from collector.web.public.arrival import Arrival, from_form
from collector.web.public.keep import Order, begin, keep, read_token, renewed
from collector.web.public.target import find, standing
from collector.web.tokens import FormToken, Ticket, seconds


def token(challenge: str, form: str) -> Response:
    """Hand out a token with a new submission's id; it is good for two hours."""
    context = current()
    now = context.clock()
    target = find(context.live(), challenge, form)
    visit.ensure_allowed(standing(context, target), target.form.act, now)
    given = begin(target, now)
    response = jsonify(
        token=context.tokens.seal(given),
        submission=given.submission,
        form=target.definition.hash,
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def stage(challenge: str, form: str) -> Response:
    """Stage files ahead of the answers that they belong to."""
    guard.allow_script()
    context = current()
    now = context.clock()
    target = find(context.live(), challenge, form)
    with Drafts(context.garden) as drafts:
        arrival = from_form(target, request, drafts)
        read_token(context, arrival)
        visit.ensure_allowed(standing(context, target), target.form.act, now)
        staged = staging.staged(context, arrival, now)
    if staged.problems:
        raise Invalid(staged.problems)
    refs = {column: staged.raw[column][-1] for column in arrival.uploads}
    found = staging.found(context, staged, refs)
    told = {
        column: {"ref": each.ref, "name": each.name, "size": each.size}
        for column, each in found.items()
    }
    return make_response(jsonify(files=told), 201)


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
        order = Order(context, arrival, checked, given, now, voter.told(arrival.kit))
        code = keep(order)
    except Forbidden as error:
        return _with_tokens(error, token=renewed(given, now))
    except Conflict as error:
        if error.reason in FINAL:
            raise
        new = replace(begin(arrival.target, now), source=given.source)
        return _with_tokens(error, new=new, correction=replace(new, corrects=given.submission))
    ticket = context.tokens.seal(Ticket(code, seconds(now)))
    told = {"receipt": code, "thanks": f"/collect/-/thanks/{ticket}"}
    response = Response(json.dumps(told), 201, mimetype="application/json")
    if order.claim:
        voter.remember(response, order.voter)
    return response


def _with_tokens(error: Forbidden | Conflict, **tokens: FormToken) -> Response:
    seal = current().tokens.seal
    return errors.answer(error, **{name: seal(each) for name, each in tokens.items()})
