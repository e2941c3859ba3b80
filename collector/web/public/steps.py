"""A form is sent in two steps, without scripts and without cookies.

    post ─► confirmation page with a sealed token ─► post ─► 303 ─► thanks page

The first step stores nothing but files, for a while, so it may come from anywhere we know; the
second stores, so it comes from our own page.
"""

from dataclasses import replace
from datetime import datetime

from flask import Response, request

from collector.errors import Forbidden, GardenError
from collector.web import cookies, guard
from collector.web.context import Context, current
from collector.web.public import again, content, staging, voter
from collector.web.public import person as persons
from collector.web.public.arrival import Arrival
from collector.web.public.content import Content
from collector.web.public.keep import Order, begin, ensure_may, keep, read_token, renewed
from collector.web.public.target import ensure_welcome
from collector.web.tokens import (
    OFFER_COOKIE,
    SENT_COOKIE,
    SUBMISSION,
    FormToken,
    Sent,
    Ticket,
    seconds,
)


def step(arrival: Arrival) -> Response:
    """The step that the post is, or back from it."""
    if "_change" in arrival.kit:
        return again.form(arrival)
    return second(arrival) if "_token" in arrival.kit else first(arrival)


def first(arrival: Arrival) -> Response:
    """Check what was typed and ask whether it is right; errors show the form again."""
    context = current()
    now = context.clock()
    try:
        guard.allow_asking()
        ensure_welcome(context, arrival.target, now)
        ensure_may(arrival)
        arrival = staging.staged(context, arrival, now)
        checked = content.check(context, arrival, now)
    except GardenError as error:
        return again.explain(arrival, error)
    token = _offered_before(context, _offer(arrival, checked, now), now)
    response = again.confirmation(arrival, checked, token)
    _remember(response, OFFER_COOKIE, context, token, now)
    return response


def second(arrival: Arrival) -> Response:
    """Keep what was confirmed and lead to its receipt; errors lose nothing that was typed."""
    context = current()
    now = context.clock()
    try:
        checked = content.check(context, arrival, now)
    except GardenError as error:
        return again.explain(arrival, error)
    token = _offer(arrival, checked, now)
    try:
        guard.allow_storing()
        token = _confirmed(context, arrival, token)
        known = _recognised(context, token, now)
        who = persons.given(arrival.kit, arrival.target.brief, arrival.target.form.act)
        order = Order(context, arrival, checked, known, now, who)
        code = keep(order)
    except GardenError as error:
        return again.explain(arrival, error, checked, renewed(token, now))
    return _thank(order, Ticket(code, seconds(now), again=order.token != token))


def _offer(arrival: Arrival, checked: Content, now: datetime) -> FormToken:
    """A token for exactly this content; a script may propose the submission's id."""
    token = begin(arrival.target, now)
    proposed = arrival.kit.get("_sid", "")
    return replace(
        token,
        submission=proposed if SUBMISSION.fullmatch(proposed) else token.submission,
        digest=checked.digest,
        again="_again" in arrival.kit,
        trapped=arrival.trapped,
    )


def _confirmed(context: Context, arrival: Arrival, offered: FormToken) -> FormToken:
    """The token that came. Raises Forbidden unless it confirms the content it came with."""
    token = read_token(context, arrival)
    if token.digest != offered.digest:
        raise Forbidden("token-wrong")
    return token


def _recognised(context: Context, token: FormToken, now: datetime) -> FormToken:
    """A browser that sent exactly this before, without scripts, means the same submission."""
    sent = _remembered(context, SENT_COOKIE, token, now)
    return token if sent is None else replace(token, submission=sent.submission)


def _offered_before(context: Context, token: FormToken, now: datetime) -> FormToken:
    """A browser that was asked about exactly this, and got no answer since, is asked again."""
    offered = _remembered(context, OFFER_COOKIE, token, now)
    if offered is None or _remembered(context, SENT_COOKIE, token, now):
        return token
    return replace(token, submission=offered.submission)


def _remembered(context: Context, cookie: str, token: FormToken, now: datetime) -> Sent | None:
    """What the browser keeps of this very content, unless it is meant once more."""
    kept = request.cookies.get(cookie)
    sent = context.tokens.open(Sent, kept) if kept else None
    if sent is None or sent.expired(now) or token.again:
        return None
    return sent if sent.digest == token.digest else None


def _remember(
    response: Response, cookie: str, context: Context, token: FormToken, now: datetime
) -> None:
    sent = Sent(token.digest, token.submission, seconds(now))
    cookies.keep(response, cookie, context.tokens.seal(sent), Sent.life)


def _thank(order: Order, ticket: Ticket) -> Response:
    address = f"/collect/-/thanks/{order.context.tokens.seal(ticket)}"
    response = Response(status=303, headers={"Location": address})
    _remember(response, SENT_COOKIE, order.context, order.token, order.now)
    if order.claim and order.person.number:
        voter.remember(response, order.person.number)
    return response
