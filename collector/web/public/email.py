"""Confirming an address: a link is sent there, and what its holder does there makes it count.

GET, POST /collect/-/email/<challenge>     where the address is typed; the link is sent at once
GET       /collect/-/confirm/<sealed>      what it is for; nothing changes, as scanners follow links
POST      /collect/-/confirm/<sealed>      the browser keeps it; without cookies it goes along in
                                           each form
"""

import hashlib
from datetime import timedelta

from flask import Response, request

from collector.acts import follow, quota
from collector.acts.spend import spend
from collector.brief import Access, Brief, address_of
from collector.errors import (
    Bounced,
    Forbidden,
    GardenError,
    Invalid,
    Problem,
    TooMany,
    Unavailable,
    Unknown,
)
from collector.notices import send_proof
from collector.web import errors, guard
from collector.web.context import Context, current
from collector.web.public import confirmed
from collector.web.public.arrival import read_form
from collector.web.public.follow import problem_of, shown
from collector.web.tokens import Confirmed, EmailLink, seconds
from collector.words import say, speak

FROM_NETWORK, TO_ADDRESS = 20, 3
"""Mails that may be asked for in an hour."""


def ask(challenge: str) -> Response:
    """Where the address is typed."""
    return _form(_brief(challenge))


def send(challenge: str) -> Response:
    """Send the link; whether the address was known before, nobody learns."""
    context, brief = current(), _brief(challenge)
    guard.allow_storing()
    typed = (read_form(request).get("email") or [""])[-1]
    try:
        address = follow.checked(typed)
        _take_limits(context, brief, address)
        _send(context, brief, address)
    except Invalid as error:
        return _form(brief, errors.status_of(error), typed, problem_of(error))
    except Bounced:
        problem = problem_of(Invalid({"email": Problem("answer-no-email")}))
        return _form(brief, 422, typed, problem)
    except (TooMany, Unavailable) as error:
        response = _form(brief, errors.status_of(error), typed, _message(error))
        return errors.retry_later(response, error)
    return shown("public/email_sent.html", say("email-sent-title"), brief=brief, page=_page(brief))


def confirm_page(sealed: str) -> Response:
    """Ask whether it was them. Raises Forbidden for a link that is not good."""
    _, brief = _opened(sealed)
    return shown("public/email_confirm.html", brief.title, sealed=sealed, brief=brief)


def confirm(sealed: str) -> Response:
    """It was them: the way to what can be done. Raises Conflict if it was used before."""
    guard.allow_asking()
    context = current()
    link, brief = _opened(sealed)
    ends = context.clock() + EmailLink.life
    spend(context.store, hashlib.sha256(sealed.encode()).hexdigest(), ends)
    proof = context.tokens.seal(Confirmed(brief.slug, link.key, seconds(context.clock())))
    standing = quota.standing(context.store, brief, context.clock())
    forms = [each for each in brief.forms if standing.standing(each.act, context.clock()).allowed]
    response = shown(
        "public/invited.html",
        brief.title,
        brief=brief,
        code=proof,
        field=confirmed.FIELD,
        forms=forms,
        page=address_of(brief),
        by="email",
    )
    confirmed.remember(response, brief.slug, proof)
    return response


def _opened(sealed: str) -> tuple[EmailLink, Brief]:
    context = current()
    link = context.tokens.open(EmailLink, sealed)
    brief = context.live().briefs.get(link.challenge) if link else None
    if link is None or brief is None:
        raise Forbidden("email-link-wrong")
    if link.expired(context.clock()):
        raise Forbidden("email-link-over")
    speak(brief.language)
    return link, brief


def _brief(challenge: str) -> Brief:
    """Raises Unknown where no address is asked for, Unavailable where no mail can be sent."""
    context = current()
    brief = context.live().briefs.get(challenge)
    if brief is None or Access.EMAIL not in brief.access.values():
        raise Unknown("no-page")
    if not context.garden.settings.mail.host:
        raise Unavailable("email-not-sent")
    return brief


def _take_limits(context: Context, brief: Brief, address: str) -> None:
    """Raises TooMany."""
    take, now = context.limits.take, context.clock()
    take("emails", request.remote_addr or "", FROM_NETWORK, now)
    take(f"emails to {brief.slug}", confirmed.key_of(context, address), TO_ADDRESS, now)


def _send(context: Context, brief: Brief, address: str) -> None:
    link = EmailLink(brief.slug, confirmed.key_of(context, address), seconds(context.clock()))
    place = f"{context.home}/collect/-/confirm/{context.tokens.seal(link)}"
    send_proof(context.garden, brief, address, place, context.clock())


def _form(brief: Brief, status: int = 200, address: str = "", problem: str = "") -> Response:
    """It tells its own address to us, so that its post bears our origin."""
    response = shown(
        "public/email.html",
        say("email-title"),
        status,
        brief=brief,
        page=_page(brief),
        address=address,
        problem=problem,
        life=EmailLink.life // timedelta(minutes=1),
    )
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def _page(brief: Brief) -> str:
    return current().site(address_of(brief))


def _message(error: GardenError) -> str:
    return errors.sentence(error.reason, error.facts)
