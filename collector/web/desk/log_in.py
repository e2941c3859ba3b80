"""In and out of the desk; a password is set by a one-time link or by the old password."""

from datetime import timedelta

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import challenge_file, juror, people
from collector.entries import Link
from collector.errors import Forbidden, Invalid, Problem, Refused, TooMany
from collector.web import errors
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.page import page, problems
from collector.words import say


def log_in_page() -> AnyResponse:
    """Ask for name and password."""
    if door.someone():
        return redirect(url_for("desk.week"), 303)
    return page("log_in", say("desk-log-in-do"), next=request.args.get("next", ""))


def log_in() -> AnyResponse:
    """Check them; go on to the page that was wanted."""
    context, typed = current(), request.form
    try:
        take_limit()
        token = people.log_in(
            context.store, typed.get("name", ""), typed.get("password", ""), context.clock()
        )
    except (Forbidden, TooMany) as error:
        return _again(
            "log_in", say("desk-log-in-do"), error, name=typed.get("name"), next=typed.get("next")
        )
    return _logged_in(token, door.way_back(typed.get("next", "")))


def log_out() -> AnyResponse:
    """End the session."""
    people.log_out(current().store, request.cookies.get(door.COOKIE, ""))
    response = redirect(url_for("desk.log_in_page"), 303)
    response.delete_cookie(door.COOKIE, path="/desk")
    return response


def welcome_page() -> Response:
    """Ask for the code of a one-time link. Looking at it spends nothing."""
    return page("welcome", say("desk-welcome"))


def welcome() -> AnyResponse:
    """First the code, then the password; the code is spent with the password only."""
    context, typed = current(), request.form
    code, title = typed.get("code", ""), say("desk-welcome")
    try:
        take_limit()
        link = people.link_of(context.store, code, context.clock())
    except (Forbidden, TooMany) as error:
        return _again("welcome", title, error)
    if link.juror:
        return _juror(context, link, code)
    if "password" not in typed:
        return page("set_password", title, link=link, code=code)
    try:
        _check_twice(typed.get("password", ""))
        first = not people.has_owner(context.store)
        token = people.redeem(
            context.store, code, typed["password"], context.clock(), name=typed.get("name", "")
        )
    except (Invalid, Forbidden, TooMany) as error:
        return _again("set_password", title, error, link=link, code=code, name=typed.get("name"))
    return _logged_in(token, _first_page(first))


def _juror(context: Context, link: Link, code: str) -> AnyResponse:
    """A juror's personal link: it is spent when its holder says so, not when it is looked at."""
    if "take" not in request.form:
        days = juror.STAY_LASTS.days
        return page("juror", say("desk-welcome"), link=link, code=code, days=days)
    token = juror.take(context.store, code, context.clock())
    return _logged_in(token, url_for("desk.juries"), juror.STAY_LASTS)


def _first_page(first: bool) -> str:
    """The first owner of a garden without a challenge begins with writing one."""
    writes = first and not challenge_file.is_begun(current().garden)
    return url_for("desk.beginnings" if writes else "desk.week")


def password_page() -> Response:
    """Ask for the present password and a new one."""
    return page("password", say("desk-password-own"))


def change_password() -> AnyResponse:
    """Set the new password; every other log-in of the account ends."""
    context, typed = current(), request.form
    try:
        take_limit()
        _check_twice(typed.get("password", ""))
        token = people.change_password(
            context.store,
            door.me().account.name,
            typed.get("old", ""),
            typed.get("password", ""),
            context.clock(),
        )
    except (Invalid, TooMany) as error:
        return _again("password", say("desk-password-own"), error)
    return _logged_in(token, url_for("desk.week"))


def _check_twice(password: str) -> None:
    if request.form.get("again") != password:
        raise Invalid({"again": Problem("password-twice")})


def take_limit() -> None:
    """Count one try with a password. Raises TooMany."""
    context = current()
    address, allowed = request.remote_addr or "", context.garden.settings.limits.logins
    try:
        context.limits.take("login", address, allowed, context.clock())
    except TooMany as error:
        raise TooMany("log-in-limit", error.wait) from error


def _logged_in(token: str, address: str, lasts: timedelta | None = None) -> AnyResponse:
    response = redirect(address, 303)
    door.set_cookie(response, door.COOKIE, token, lasts)
    return response


def _again(template: str, title: str, error: Refused, **values: object) -> Response:
    """The page again, with what was wrong; a password is never filled in again."""
    if isinstance(error, Invalid):
        values["problems"] = problems(error)
    else:
        values["message"] = errors.message(error)
    response = page(template, title, errors.status_of(error), **values)
    return errors.retry_later(response, error)
