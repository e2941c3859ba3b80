"""The door: who may come to which address of the desk, and how a post proves that it is ours.

An address that declares no access is refused, for owners too. What an address is about, by its
`slug` or `ref`, belongs to a challenge, and rights in another say nothing of it: to whoever may
not see it, it is not there. An address about no challenge asks for rights in the whole garden,
unless it is declared to narrow what it shows by itself. A post carries a token: the session's
own, or before a log-in that of a cookie made for this.
"""

import hmac
import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from enum import StrEnum
from typing import cast
from urllib.parse import parse_qsl, urlencode

from flask import Response, current_app, g, redirect, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import people
from collector.acts.people import LogIn
from collector.entries import Role
from collector.errors import Forbidden, Unknown
from collector.store import reads
from collector.web import cookies, guard
from collector.web.context import current

COOKIE = "ig_desk"
BEFORE = "ig_desk_before"
"""Holds the token of posts that come before a log-in."""


class Access(StrEnum):
    """Who may come."""

    ANYONE = "anyone"
    ACCOUNT = "whoever has an account"
    JUROR = "jurors and all below"
    VIEWER = "viewers and all below"
    DESK = "moderators and owners"
    OWNER = "owners"


ASKED: Mapping[Access, Role] = {
    Access.JUROR: Role.JUROR,
    Access.VIEWER: Role.VIEWER,
    Access.DESK: Role.MODERATOR,
    Access.OWNER: Role.OWNER,
}
"""The least role that may come."""


class Door:
    """Stands before every address of the desk.

    `declared` is who may come, by endpoint; `narrowing` names those addresses about no challenge
    whose views show, and change, only what belongs to the challenges of whoever asks.
    """

    def __init__(self, declared: Mapping[str, Access], narrowing: Collection[str] = ()) -> None:
        self._declared = declared
        self._narrowing = narrowing

    def let_in(self) -> AnyResponse | None:
        """Nothing if all is well; else the way to the log-in. Raises Forbidden."""
        access = self._declared.get(request.endpoint or "")
        if access is None:
            raise Forbidden("desk-undeclared")
        context = current()
        token = request.cookies.get(COOKIE, "")
        g.log_in = people.whoever(context.store, token, context.clock()) if token else None
        g.door = self
        if access is not Access.ANYONE and g.log_in is None:
            return redirect(_to_log_in(), 303)
        self._ensure(access)
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            _check_token()
        return None

    def opens(self, endpoint: str) -> bool:
        """Whether whoever asks may come to this address, which is about no challenge."""
        access = self._declared[endpoint]
        return bool(may(access) or (endpoint in self._narrowing and may_somewhere(access)))

    def _ensure(self, access: Access) -> None:
        endpoint, about = request.endpoint or "", _about()
        if about is not None:
            ensure(access, about)
        elif not self.opens(endpoint):
            raise Forbidden(_refusal(access))

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


def may(access: Access, challenge: str | None = None) -> bool:
    """Whether whoever asks may do this in a challenge; without one, in the whole garden."""
    found = someone()
    if found is None or access not in ASKED:
        return access is Access.ANYONE or found is not None
    return found.account.may(ASKED[access], challenge)


def may_somewhere(access: Access) -> bool:
    """Whether whoever asks may do this in the garden or in any challenge."""
    found = someone()
    if found is None or access not in ASKED:
        return may(access)
    return found.account.may_somewhere(ASKED[access])


def where(access: Access) -> frozenset[str] | None:
    """The challenges in which whoever asks may do this; None: in all."""
    return me().account.where(ASKED[access])


def ensure(access: Access, challenge: str) -> None:
    """Raises Unknown for a challenge that whoever asks may not see, else Forbidden."""
    if not may(Access.JUROR, challenge):
        raise Unknown("desk-not-there")
    if not may(access, challenge):
        raise Forbidden(_refusal(access))


def ensure_about(access: Access, refs: Iterable[str]) -> None:
    """The same for entries, files and whatever else has a name of its own."""
    if not may(access):
        for ref in refs:
            ensure(access, _challenge_of(ref))


def opens(endpoint: str) -> bool:
    """Whether whoever asks may come to this address of the desk, which is about no challenge."""
    return cast("Door", g.door).opens(f"desk.{endpoint}")


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


def set_cookie(
    response: AnyResponse, name: str, value: str, lasts: timedelta | None = None
) -> None:
    """A cookie of the desk: for no script, no other site, and until the browser is closed, unless
    it `lasts`."""
    cookies.keep(response, name, value, lasts, path="/desk")


def way_back(wanted: str, otherwise: str = "week", **more: Sequence[str]) -> str:
    """The address to go on to: `wanted` if it is a page of the desk, with what it asks for and
    `more`; else that of the page `otherwise`.
    """
    path, _, query = wanted.partition("?")
    try:
        endpoint, _ = current_app.url_map.bind("").match(path, method="GET")
    except HTTPException:
        endpoint = ""
    if not endpoint.startswith("desk."):
        path, query = url_for(f"desk.{otherwise}"), ""
    asked = [pair for pair in parse_qsl(query) if pair[0] not in more]
    asked += [(name, each) for name, several in more.items() for each in several]
    return f"{path}?{urlencode(asked)}" if asked else path


def _about() -> str | None:
    """The challenge that the address is about; empty for one of no known challenge."""
    named = request.view_args or {}
    if "slug" in named:
        return str(named["slug"]).partition(".")[0]  # a translation belongs to its challenge
    return _challenge_of(str(named["ref"])) if "ref" in named else None


def _challenge_of(ref: str) -> str:
    return reads.challenge_of(current().store, ref) or ""


def _refusal(access: Access) -> str:
    return "desk-owners-only" if access is Access.OWNER else "desk-not-yours"


def _to_log_in() -> str:
    """The log-in's address, that of the wanted page with it."""
    wanted = request.full_path.rstrip("?") if request.method == "GET" else None
    return url_for("desk.log_in_page", next=wanted)


def _check_token() -> None:
    guard.allow_storing()
    found = someone()
    expected = found.session.csrf if found else request.cookies.get(BEFORE, "")
    given = request.form.get("_csrf", "")
    if not expected or not hmac.compare_digest(given.encode(), expected.encode()):
        raise Forbidden("desk-token")
