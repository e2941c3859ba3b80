"""People: an owner lets them in, says what they may do, or lets them in no longer.

Passwords are set by their holders alone.
"""

from collections import Counter
from collections.abc import Mapping

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import people
from collector.entries import RANKS, Rights, Role
from collector.errors import Invalid, Refused, Unavailable
from collector.store import reads
from collector.web import errors
from collector.web.context import Context, current
from collector.web.desk.page import page, problems
from collector.words import say

IN = "in:"
"""What the name of a field begins with that says a role in one challenge."""


def accounts() -> Response:
    """Everybody who may log in."""
    return _page()


def add_account() -> Response:
    """Make a one-time link for a new person; it is shown once."""
    context, name = current(), request.form.get("name", "")
    rights = _rights()
    try:
        code = people.invite(context.store, name, rights, context.clock())
    except Invalid as error:
        return _page(errors.status_of(error), problems=problems(error), name=name, chosen=rights)
    return _page(code=code, invited=name)


def grant_account() -> AnyResponse:
    """Change what somebody may do."""
    name, rights = request.form.get("name", ""), _rights()
    try:
        people.grant(current().store, name, rights)
    except Invalid as error:
        return _page(errors.status_of(error), changing=name, wrong=problems(error)["role"])
    return redirect(url_for("desk.accounts"), 303)


def reset_account() -> Response:
    """Make a one-time link for somebody who forgot the password; it is shown once."""
    context, name = current(), request.form.get("name", "")
    code = people.reset(context.store, name, context.clock())
    return _page(code=code, invited=name)


def end_account() -> AnyResponse:
    """Log somebody out everywhere, as when a telephone is lost."""
    people.end_sessions(current().store, request.form.get("name", ""))
    return redirect(url_for("desk.accounts"), 303)


def remove_account() -> AnyResponse:
    """Take an account or an invitation away; decisions stay in the log."""
    people.remove(current().store, request.form.get("name", ""))
    return redirect(url_for("desk.accounts"), 303)


def _rights() -> Rights:
    """What was chosen: a role in the garden, and roles in single challenges. Raises Refused."""
    chosen = {
        key.removeprefix(IN): _role(value)
        for key, value in request.form.items()
        if key.startswith(IN) and value
    }
    if not set(chosen) <= set(_titles(current())):
        raise Refused("desk-choice")
    everywhere = request.form.get("role", "")
    return Rights(role=_role(everywhere) if everywhere else None, challenges=chosen)


def _role(text: str) -> Role:
    try:
        return Role(text)
    except ValueError:
        raise Refused("desk-choice") from None


def _titles(context: Context) -> Mapping[str, str]:
    """The challenges in which somebody may have a role, by slug; those gone but named stay."""
    people_there = reads.accounts(context.store)
    named = {slug: slug for each in people_there for slug in each.challenges}
    try:
        briefs = context.live().briefs.values()
    except Unavailable:
        return named
    return {**named, **{each.slug: each.title for each in briefs}}


OFFERED = Rights(role=Role.MODERATOR)
"""What is chosen beforehand for somebody new."""


def _page(status: int = 200, *, chosen: Rights = OFFERED, **values: object) -> Response:
    context = current()
    found, now = reads.accounts(context.store), context.clock()
    alive = Counter(
        each.account
        for account in found
        for each in reads.sessions(context.store, account.name)
        if now < each.ends
    )
    return page(
        "accounts",
        say("desk-menu-accounts"),
        status,
        accounts=found,
        invitations=people.invited(context.store).values(),
        sessions=alive,
        titles=_titles(context),
        roles=RANKS,
        chosen=chosen,
        lasts=people.LINK_LASTS.days,
        **values,
    )
