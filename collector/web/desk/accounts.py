"""Accounts: an owner lets people in, or no longer. Passwords are set by their holders alone."""

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import people
from collector.entries import Role
from collector.errors import Invalid, Refused
from collector.store import reads
from collector.web import errors
from collector.web.context import current
from collector.web.desk.page import page, problems
from collector.words import say


def accounts() -> Response:
    """Everybody who may log in."""
    return _page()


def add_account() -> Response:
    """Make a one-time link for a new person; it is shown once."""
    context, name = current(), request.form.get("name", "")
    try:
        code = people.add(context.store, name, _role(), context.clock())
    except Invalid as error:
        return _page(errors.status_of(error), problems=problems(error), name=name)
    return _page(code=code, invited=name)


def reset_account() -> Response:
    """Make a one-time link for somebody who forgot the password; it is shown once."""
    context, name = current(), request.form.get("name", "")
    code = people.reset(context.store, name, context.clock())
    return _page(code=code, invited=name)


def remove_account() -> AnyResponse:
    """Take an account away; its decisions stay in the log."""
    people.remove(current().store, request.form.get("name", ""))
    return redirect(url_for("desk.accounts"), 303)


def _role() -> Role:
    try:
        return Role(request.form.get("role", ""))
    except ValueError:
        raise Refused("desk-choice") from None


def _page(status: int = 200, **values: object) -> Response:
    found = reads.accounts(current().store)
    lasts = people.LINK_LASTS.days
    return page(
        "accounts", say("desk-menu-accounts"), status, accounts=found, lasts=lasts, **values
    )
