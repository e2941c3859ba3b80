"""The address that a request comes with, confirmed: sealed in the form, else in a cookie.

Only a keyed hash of the address is in it, and nothing of it is kept.
"""

import hashlib
import hmac
from collections.abc import Mapping

from flask import Response, request

from collector.brief import Brief
from collector.web import cookies
from collector.web.context import Context, current
from collector.web.tokens import Confirmed

FIELD = "_email"
COOKIE = "ig_email_"
"""With the challenge's slug."""


def key_of(context: Context, address: str) -> str:
    """What stands for an address, capitals aside."""
    purpose = hmac.digest(context.secret, b"email", hashlib.sha256)
    return hmac.digest(purpose, address.casefold().encode(), hashlib.sha256).hex()


def told(kit: Mapping[str, str], brief: Brief) -> str:
    """The key of an address confirmed for this challenge; empty without one."""
    sealed = (kit.get(FIELD, ""), request.cookies.get(COOKIE + brief.slug, ""))
    return next((key for each in sealed if each and (key := _opened(each, brief))), "")


def remember(response: Response, slug: str, sealed: str) -> None:
    """Let the browser keep it; it is sent to the collector alone."""
    cookies.keep(response, COOKIE + slug, sealed, Confirmed.life)


def _opened(sealed: str, brief: Brief) -> str:
    context = current()
    found = context.tokens.open(Confirmed, sealed)
    if found is None or found.challenge != brief.slug or found.expired(context.clock()):
        return ""
    return found.key
