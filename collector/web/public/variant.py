"""Which variant of a trial somebody reads: dealt once, then remembered by their browser alone.

POST /collect/-/variant/<challenge>/<form>   the form, with the variant that is dealt
     a script's post, as JSON                {"variant": code}

The browser keeps the variant's code in a cookie, and nothing that tells it from other browsers.
One that keeps no cookies takes the code along in the form.
"""

from dataclasses import replace
from datetime import timedelta

from flask import Response, jsonify, request

from collector.acts import deal as deals
from collector.acts import visit
from collector.acts.deal import Deck
from collector.errors import Closed, Refused, Unknown
from collector.web import cookies, guard, language
from collector.web.context import Context, current
from collector.web.public import again
from collector.web.public.arrival import Arrival, from_texts, read_form
from collector.web.public.ask import count
from collector.web.public.target import Target, find, standing

FIELD = "_variant"
LASTS = timedelta(days=365)


def deal(challenge: str, form: str) -> Response:
    """Deal a variant, unless this browser keeps one, and show it."""
    context = current()
    target = find(context.live(), challenge, form)
    if target.form.trial is None:
        raise Unknown("no-trial", form=form)
    return _for_script(context, target) if request.is_json else _as_page(context, target)


def known(arrival: Arrival) -> Arrival:
    """With the variant that this browser keeps, if it does."""
    kept = _kept(arrival.target, arrival.kit.get(FIELD, ""))
    return replace(arrival, kit={**arrival.kit, FIELD: kept}) if kept else arrival


def _for_script(context: Context, target: Target) -> Response:
    guard.allow_script()
    told = request.get_json(silent=True)
    if not isinstance(told, dict):
        raise Refused("json-shape")
    code = _dealt(context, target, str(told.get(FIELD, "")))
    response = jsonify(variant=code)
    response.headers["Cache-Control"] = "no-store"
    _remember(response, target, code)
    return response


def _as_page(context: Context, target: Target) -> Response:
    guard.allow_asking()
    arrival = from_texts(target, read_form(request))
    language.speak_for(arrival.target)
    try:
        code = _dealt(context, target, arrival.kit.get(FIELD, ""))
    except Closed as error:
        return again.closed(arrival, error)
    response = again.form(replace(arrival, kit={**arrival.kit, FIELD: code}))
    _remember(response, target, code)
    return response


def _dealt(context: Context, target: Target, brought: str) -> str:
    """Raises Closed, TooMany."""
    now = context.clock()
    if kept := _kept(target, brought):
        visit.ensure_allowed(standing(context, target), target.form.act, now)
        return kept
    count(context, now)
    return deals.deal(context.store, Deck(target.brief, target.form), now, context.today(now))


def _kept(target: Target, brought: str) -> str:
    """What was brought along, or what this browser keeps; empty for what is no variant."""
    codes = target.definition.variants
    held = (brought, request.cookies.get(_cookie(target), ""))
    return next((code for code in held if code in codes), "")


def _cookie(target: Target) -> str:
    return f"ig_variant_{target.brief.slug}_{target.form.name}"


def _remember(response: Response, target: Target, code: str) -> None:
    cookies.keep(response, _cookie(target), code, LASTS)
