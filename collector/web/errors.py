"""The one place where what went wrong becomes an HTTP status and a page or JSON."""

from collections.abc import Mapping
from datetime import datetime

from flask import Flask, Response, current_app, jsonify, make_response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge

from collector.errors import (
    Closed,
    Conflict,
    Forbidden,
    GardenError,
    Invalid,
    Refused,
    StoreError,
    TooLarge,
    TooMany,
    Unavailable,
    Unknown,
    Unproven,
    Unreadable,
)
from collector.pages import dates
from collector.web.context import current
from collector.web.frame import render
from collector.words import say

STATUS: Mapping[type[GardenError], int] = {
    Forbidden: 403,
    Unknown: 404,
    Closed: 409,
    Conflict: 409,
    TooLarge: 413,
    Invalid: 422,
    TooMany: 429,
    Unavailable: 503,
    Unreadable: 503,
    Refused: 400,
}
RETRY_SECONDS = 10
"""When to come back after the store could not be reached."""


SITE_REASONS = frozenset({"no-site", "not-published-yet"})
"""Why something can't be had for a while that visitors may know."""

SCRIPTED = frozenset(
    {
        "public.files",
        "public.token",
        "public.token_on_idea",
        "public.results",
        "public.published",
        "public.similar",
        "public.health",
    }
)
"""What only scripts ask for."""


def status_of(error: GardenError) -> int:
    """The first in the error's own order of classes that has a status; 500 for our own faults."""
    return next((STATUS[each] for each in type(error).__mro__ if each in STATUS), 500)


def sentence(reason: str, facts: Mapping[str, object]) -> str:
    """What is said to the visitor; times are told in the garden's zone, waits in minutes."""
    return say(reason, {name: _spoken(name, fact) for name, fact in facts.items()})


def message(error: GardenError) -> str:
    """What is said to a visitor. What is wrong with our files is for the log, not for them."""
    if isinstance(error, StoreError) and error.reason not in SITE_REASONS:
        current_app.logger.error("%s", error)
        return say("try-again")
    return sentence(error.reason, error.facts)


def wants_json() -> bool:
    """Whether a script asks: it sends JSON, or would rather have it than a page."""
    if request.is_json or request.endpoint in SCRIPTED:
        return True
    accepted = request.accept_mimetypes
    return accepted["application/json"] > accepted["text/html"]


def answer(error: GardenError, **more: object) -> Response:
    """The error as JSON, with whatever `more` helps a script, or as a page of the site."""
    status = status_of(error)
    said = message(error)
    if wants_json():
        told = {"error": {"reason": error.reason, "message": said}, **_problems(error), **more}
        response = make_response(jsonify(told), status)
    else:
        response = render("error.html", say(f"title-{status}"), status, message=said)
    return retry_later(response, error)


def _problems(error: GardenError) -> dict[str, object]:
    if not isinstance(error, Invalid | Unproven):
        return {}
    problems = {
        column: {"reason": each.reason, "message": sentence(each.reason, each.facts)}
        for column, each in error.problems.items()
    }
    return {"errors": problems}


def retry_later(response: Response, error: GardenError) -> Response:
    """Say when to come back, where coming back helps."""
    if isinstance(error, TooMany):
        response.headers["Retry-After"] = str(error.wait)
    elif isinstance(error, Unavailable | Unreadable):
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def register(app: Flask) -> None:
    """Let every error that leaves a view come here."""
    app.register_error_handler(GardenError, _expected)
    app.register_error_handler(HTTPException, _refused_by_flask)
    app.register_error_handler(Exception, _unexpected)


def _expected(error: GardenError) -> Response:
    if status_of(error) == 500:
        current_app.logger.error("%s", error)
        return answer(GardenError("our-fault"))
    return answer(error)


def _refused_by_flask(error: HTTPException) -> Response:
    if isinstance(error, RequestEntityTooLarge):
        return answer(TooLarge("too-large", limit="1 MB"))
    if error.code == 404:
        return answer(_nothing_here())
    response = answer(Refused("bad-request"))
    response.status_code = error.code or 400
    if isinstance(error, MethodNotAllowed):
        response.allow.update(error.valid_methods or ())
    return response


def _nothing_here() -> GardenError:
    """Before the first build every address is still to come."""
    try:
        current().live()
    except Unavailable as error:
        return error
    return Unknown("no-page")


def _unexpected(_error: Exception) -> Response:
    current_app.logger.exception("%s %s", request.method, request.endpoint)
    return answer(GardenError("our-fault"))


def _spoken(name: str, fact: object) -> object:
    if name == "wait" and isinstance(fact, int):
        minutes = -(-fact // 60)
        return say("minute" if minutes == 1 else "minutes", {"minutes": minutes})
    if isinstance(fact, datetime):
        tell = dates.ends if name == "closes" else dates.begins
        return tell(fact, current().garden.settings.zone)
    return fact
