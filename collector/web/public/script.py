"""The same for scripts: a token, then one post as JSON. The site's own script is the first caller.

GET  /collect/-/token/<challenge>/<form>     {"token", "submission", "form"}
POST /collect/-/files/<challenge>/<form>     a multipart post with `_token` and files by column
     201 {"files": {column: {"ref", "name", "size"}}} · 422; a ref is then the column's answer
     … and for an idea's comments and reports /collect/-/token/-/ideas/<ref>/<comment|report>
POST /collect/<challenge>/<form>             {"_token", "_form", "answers": {column: [text]}}
     201 {"receipt", "thanks"} · 422 {"error", "errors": {column: {"reason", "message"}}}
"""

import json
from dataclasses import replace
from datetime import datetime

from flask import Response, jsonify, make_response, request

from collector.errors import Conflict, Forbidden, Invalid, Unproven
from collector.store.files import Drafts
from collector.web import errors, guard
from collector.web.context import Context, current
from collector.web.public import content, staging, voter
from collector.web.public import person as persons
from collector.web.public.again import FINAL
from collector.web.public.arrival import Arrival, from_form
from collector.web.public.keep import Order, begin, keep, read_token, renewed
from collector.web.public.target import Target, ensure_welcome, find, on_idea
from collector.web.tokens import FormToken, Ticket, seconds


def token(challenge: str, form: str) -> Response:
    """Hand out a token with a new submission's id; it is good for two hours."""
    context = current()
    now = context.clock()
    return _given(context, find(context.live(), challenge, form), now)


def token_on_idea(ref: str, kind: str) -> Response:
    """The same for a comment on an idea, or a report."""
    context = current()
    return _given(context, on_idea(context, ref, kind), context.clock())


def _given(context: Context, target: Target, now: datetime) -> Response:
    ensure_welcome(context, target, now)
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
        ensure_welcome(context, target, now)
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
        who = persons.told(arrival.kit, arrival.target.brief, arrival.target.form.act)
        order = Order(context, arrival, checked, given, now, who)
        code = keep(order)
    except Unproven:
        raise
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
    if order.claim and order.person.number:
        voter.remember(response, order.person.number)
    return response


def _with_tokens(error: Forbidden | Conflict, **tokens: FormToken) -> Response:
    seal = current().tokens.seal
    return errors.answer(error, **{name: seal(each) for name, each in tokens.items()})
