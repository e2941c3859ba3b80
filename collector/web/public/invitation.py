"""An invitation's page: what somebody is invited to, and the way in.

GET  /i/          where a code is typed; POST goes on with it
GET  /i/<code>    what it is for; nothing changes, as mail programs follow links
POST /i/<code>    the browser keeps the code; without cookies it goes along in each form
"""

from flask import Response, request

from collector.acts import invite, quota
from collector.brief import Brief, address_of
from collector.entries import Invitation, invitation_hash
from collector.errors import Unproven
from collector.store import invitations
from collector.web import errors, guard
from collector.web.context import current
from collector.web.frame import render, unlisted
from collector.web.public import inside, invited
from collector.web.public.arrival import read_form
from collector.words import say, speak

LONGEST = 60
"""Signs of a typed code, with all that may stand between them."""


def type_in() -> Response:
    """Where a code is typed that stands on a card."""
    return unlisted(inside.ask(say("invitation-type"), status=200))


def typed() -> Response:
    """The same as coming in by a link with that code."""
    code = (read_form(request).get(invite.FIELD) or [""])[-1]
    try:
        return come_in(code)
    except Unproven as error:
        return inside.ask(errors.message(error), code)


def ask(code: str) -> Response:
    """The challenge that the code is for, and a button."""
    brief, invitation = _found(code)
    return _page("invitation", brief, invitation, code)


def come_in(code: str) -> Response:
    """What can be done with it; from now on the browser keeps the code."""
    guard.allow_asking()
    brief, invitation = _found(code)
    response = _page("invited", brief, invitation, code)
    invited.remember(response, invitation, code)
    return response


def _found(code: str) -> tuple[Brief, Invitation]:
    """Raises Unproven for a code that lets nobody in, TooMany after too many of them."""
    context = current()
    kept = invitations.find(context.store, invitation_hash(code[:LONGEST]))
    brief = context.live().briefs.get(kept.challenge) if kept else None
    if kept is None or brief is None:
        invited.guess(context)
        raise Unproven("invite-unknown", invite.FIELD)
    speak(_language(brief))
    return brief.spoken(_language(brief)), invited.look(brief, code)


def _language(brief: Brief) -> str:
    """The one among the challenge's that the browser asks for, else its own."""
    spoken = [each.language for each in brief.editions]
    return request.accept_languages.best_match(spoken) or brief.language


def _page(name: str, brief: Brief, invitation: Invitation, code: str) -> Response:
    context = current()
    standing = quota.standing(context.store, brief, context.clock())
    group = next((each.label for each in brief.groups if each.code == invitation.group), "")
    response = render(
        f"public/{name}.html",
        brief.title,
        brief=brief,
        invitation=invitation,
        group=group,
        code=code,
        field=invite.FIELD,
        by="invitation",
        page=address_of(brief),
        forms=[
            each for each in brief.forms if standing.standing(each.act, context.clock()).allowed
        ],
    )
    return unlisted(response)
