"""Who answers, as far as a browser tells: a random number that it keeps for us.

It comes in our cookie; else in the body, from what the site's own script keeps. A browser that
brings neither is given one if it has shown that it keeps cookies, and has none otherwise.
"""

from collections.abc import Mapping
from datetime import timedelta

from flask import Response, request

from collector.web import cookies
from collector.web.tokens import (
    OFFER_COOKIE,
    PROBE_COOKIE,
    SENT_COOKIE,
    SUBMISSION,
    VOTER_COOKIE,
    new_submission,
)

FIELD = "_voter"
LASTS = timedelta(days=365)


def told(kit: Mapping[str, str]) -> str:
    """The browser's number as it came; empty if it has none. `kit` are our own fields."""
    named = (request.cookies.get(VOTER_COOKIE, ""), kit.get(FIELD, ""))
    return next((each for each in named if SUBMISSION.fullmatch(each)), "")


def given(kit: Mapping[str, str]) -> str:
    """The browser's number, a new one if cookies of ours came back; empty if it keeps nothing."""
    probed = any(each in request.cookies for each in (OFFER_COOKIE, SENT_COOKIE, PROBE_COOKIE))
    return told(kit) or (new_submission() if probed else "")


def probe(response: Response) -> None:
    """Try whether the browser keeps cookies, before there is anything to remember."""
    cookies.keep(response, PROBE_COOKIE, "1")


def remember(response: Response, voter: str) -> None:
    """Let the browser keep its number; only in the answer to a post that was kept."""
    cookies.keep(response, VOTER_COOKIE, voter, LASTS)
