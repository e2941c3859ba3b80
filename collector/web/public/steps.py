"""A form is sent in two steps, without scripts and without cookies.

    post ─► confirmation page with a signed token ─► post ─► 303 ─► thanks page

The first step stores nothing, so it may come from anywhere we know; the second stores, so it
comes from our own page.
"""

from dataclasses import replace
from datetime import datetime

from flask import Response, request

from collector.acts import visit
from collector.errors import Forbidden, GardenError
from collector.web import guard
from collector.web.context import Context, current
from collector.web.public import again, content
from collector.web.public.arrival import Arrival
from collector.web.public.content import Content
from collector.web.public.keep import Order, begin, keep, read_token, renewed
from collector.web.tokens import (
    SENT_COOKIE,
    SENT_LIFE,
    SUBMISSION,
    FormToken,
    Sent,
    Ticket,
    seconds,
)


def first(arrival: Arrival) -> Response:
    """Check what was typed and ask whether it is right; errors show the form again."""
    context = current()
    now = context.clock()
    try:
        guard.allow_asking()
        visit.ensure_open(arrival.target.brief, now)
        checked = content.check(context, arrival, now)
    except GardenError as error:
        return again.explain(arrival, error)
    return again.confirmation(arrival, checked, _offer(arrival, checked, now))


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
        order = Order(context, arrival, checked, _recognised(context, token, now), now)
        code = keep(order)
    except GardenError as error:
        return again.explain(arrival, error, checked, renewed(token, now))
    return _thank(order, Ticket(code, again=order.token != token))


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
    cookie = request.cookies.get(SENT_COOKIE)
    sent = context.tokens.read_sent(cookie, now) if cookie else None
    if token.again or sent is None or sent.digest != token.digest:
        return token
    return replace(token, submission=sent.submission)


def _thank(order: Order, ticket: Ticket) -> Response:
    tokens, token = order.context.tokens, order.token
    address = f"/collect/-/thanks/{tokens.seal(ticket, order.now)}"
    response = Response(status=303, headers={"Location": address})
    response.set_cookie(
        SENT_COOKIE,
        tokens.sign_sent(Sent(token.digest, token.submission, seconds(order.now))),
        max_age=SENT_LIFE,
        path="/collect",
        httponly=True,
        samesite="Lax",
        secure=request.is_secure,
    )
    return response
