"""Invitations at the desk: how many there are, new codes, shown once, and taking back.

make ─► the page with the new codes ─► cards | table, made of the codes that it sends along
"""

from io import BytesIO

from flask import Response, make_response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector import pages
from collector.acts import invite
from collector.acts.invite import Standing
from collector.analysis import LEAST
from collector.brief import Brief
from collector.entries import Card, invitation_hash
from collector.errors import Conflict, Invalid
from collector.export import invitations as lists
from collector.store import invitations
from collector.web.context import Context, current
from collector.web.desk import page as desk_page
from collector.web.desk.challenges import known
from collector.web.desk.live_site import print_style
from collector.web.desk.page import page
from collector.words import say

PIECES = ("cards", "csv")
"""What is made of new codes."""


def invitations_page(slug: str) -> Response:
    """By group, how many were made and used; a form for more."""
    return _page(known(current(), slug))


def make_invitations(slug: str) -> Response:
    """New codes, on a page that shows them this once."""
    context, typed = current(), request.form
    brief = known(context, slug)
    try:
        made = invite.make(
            context.store,
            brief,
            typed.get("count", 0, type=int),
            context.clock(),
            group=typed.get("group", ""),
            ends=invite.until(typed.get("ends", ""), context.garden.settings.zone),
        )
    except Invalid as error:
        return _page(brief, 422, problems=desk_page.problems(error), typed=typed)
    response = page(
        "invitations_made",
        say("desk-invitations-made", {"count": len(made)}),
        brief=brief,
        made=made,
        home=context.home,
    )
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def pieces(slug: str, piece: str) -> Response:
    """Cards to print, or a table for a mailing, of codes that the page before sent along."""
    context = current()
    brief = known(context, slug)
    cards = [_card(context, brief, code) for code in request.form.get("codes", "").split()]
    home = context.home
    if piece == "cards":
        style = print_style(context)
        return Response(pages.invitation_cards(brief, cards, context.garden.settings, home, style))
    file = BytesIO()
    lists.write(file, cards, home)
    response = make_response(file.getvalue())
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}-codes.csv"'
    return response


def void_invitations(slug: str) -> AnyResponse:
    """Take back what nobody of a group has used."""
    context = current()
    invite.void(context.store, known(context, slug), request.form.get("group", ""))
    return redirect(url_for("desk.invitations_page", slug=slug), 303)


def few(standing: Standing) -> bool:
    """Whether so few of a group came that their number would tell of single ones."""
    return 0 < standing.used < LEAST


def _page(brief: Brief, status: int = 200, **more: object) -> Response:
    store = current().store
    given: dict[str, object] = {"problems": {}, "typed": {}, **more}
    return page(
        "invitations",
        say("desk-invitations"),
        status,
        brief=brief,
        opens=invite.opens_with_codes(brief),
        standings=invite.standings(store, brief),
        labels={each.code: each.label for each in brief.groups},
        few=few,
        most=invite.MOST,
        **given,
    )


def _card(context: Context, brief: Brief, code: str) -> Card:
    """Raises Conflict for a code that is none of the challenge's."""
    found = invitations.find(context.store, invitation_hash(code))
    if found is None or found.challenge != brief.slug:
        raise Conflict("invite-codes-gone")
    return Card(found, code)
