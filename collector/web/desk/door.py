"""The door: who may come to which address of the desk, and how a post proves that it is ours.

An address that declares no access is refused, for owners too. A post carries a token: the
session's own, or before a log-in that of a cookie made for this.
"""

import hmac
import secrets
from collections.abc import Mapping
from enum import StrEnum
from typing import cast

from flask import Response, current_app, g, redirect, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import people
from collector.acts.people import LogIn
from collector.entries import Role
from collector.errors import Forbidden
from collector.web import guard
from collector.web.context import current

COOKIE = "ig_desk"
BEFORE = "ig_desk_before"
"""Holds the token of posts that come before a log-in."""


class Access(StrEnum):
    """Who may come."""

    ANYONE = "anyone"
    DESK = "owners and moderators"
    OWNER = "owners"


class Door:
    """Stands before every address of the desk. `declared` is who may come, by endpoint."""

    def __init__(self, declared: Mapping[str, Access]) -> None:
        self._declared = declared

    def let_in(self) -> AnyResponse | None:
        """Nothing if all is well; else the way to the log-in. Raises Forbidden."""
        access = self._declared.get(request.endpoint or "")
        if access is None:
            raise Forbidden("desk-undeclared")
        context = current()
        token = request.cookies.get(COOKIE, "")
        g.log_in = people.whoever(context.store, token, context.clock()) if token else None
        if access is not Access.ANYONE and g.log_in is None:
            return redirect(_to_log_in(), 303)
        if access is Access.OWNER and not may(access):
            raise Forbidden("desk-owners-only")
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            _check_token()
        return None

    def close(self, response: Response) -> Response:
        """What every answer of the desk carries."""
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        if "before" in g:
            set_cookie(response, BEFORE, g.before)
        return response


def someone() -> LogIn | None:
    """Who is logged in, if anybody."""
    return cast("LogIn | None", g.get("log_in"))


def may(access: Access) -> bool:
    """Whether whoever asks may come where this is declared."""
    found = someone()
    if access is Access.ANYONE or found is None:
        return access is Access.ANYONE
    return access is Access.DESK or found.account.role is Role.OWNER


def me() -> LogIn:
    """Who is logged in, where the door lets nobody else pass. Raises Forbidden for nobody."""
    found = someone()
    if found is None:
        raise Forbidden("desk-log-in")
    return found


def token() -> str:
    """What every form of the desk has to send back."""
    found = someone()
    if found is not None:
        return found.session.csrf
    if "before" not in g:
        g.before = request.cookies.get(BEFORE) or secrets.token_urlsafe(24)
    return cast("str", g.before)


def set_cookie(response: AnyResponse, name: str, value: str) -> None:
    """A cookie of the desk: for no script, no other site, and until the browser is closed."""
    response.set_cookie(
        name, value, path="/desk", httponly=True, samesite="Lax", secure=request.is_secure
    )


def way_back(wanted: str) -> str:
    """The address to go on to: `wanted` if it is a page of the desk, else the queue."""
    try:
        endpoint, _ = current_app.url_map.bind("").match(wanted, method="GET")
    except HTTPException:
        endpoint = ""
    return wanted if endpoint.startswith("desk.") else url_for("desk.queue")


def _to_log_in() -> str:
    """The log-in's address, that of the wanted page with it."""
    return url_for("desk.log_in_page", next=request.path if request.method == "GET" else None)


def _check_token() -> None:
    guard.allow_storing()
    found = someone()
    expected = found.session.csrf if found else request.cookies.get(BEFORE, "")
    given = request.form.get("_csrf", "")
    if not expected or not hmac.compare_digest(given.encode(), expected.encode()):
        raise Forbidden("desk-token")
