"""Who may post from where, and the headers that every answer carries.

CORS does not stop a form post, it only hides the answer. Hence: what stores nothing may come from
a listed site, from no origin or a hidden one (`null`); what stores, from the collector itself or
with no origin named; a script's post, from the collector or a listed site.
"""

from functools import lru_cache
from urllib.parse import urlsplit

from flask import Flask, Response, request

from collector.errors import Forbidden, Unavailable
from collector.garden import Settings
from collector.web.context import current

BARE_POLICY = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
"""The Content-Security-Policy of pages without the site's frame."""

SCRIPTED = frozenset(
    {
        "public.submit",
        "public.files",
        "public.token",
        "public.results",
        "public.published",
        "public.similar",
        "public.vote",
        "public.cast_ballot",
        "public.deal",
    }
)
"""What scripts of listed sites may read."""


@lru_cache(maxsize=64)
def origin_of(url: str) -> str:
    """`https://a.example/b` → `https://a.example`; empty for anything else."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower() if parts.scheme and parts.netloc else ""


def own_origins(settings: Settings) -> set[str]:
    """The address this was asked at, and the collector's own by the settings."""
    here = f"{request.scheme}://{request.host}".lower()
    return {here, origin_of(settings.collector.url or settings.site.url)}


def listed_origins(settings: Settings) -> set[str]:
    """The site's own, and those that the owner named."""
    return {origin_of(each) for each in (settings.site.url, *settings.collector.origins)}


def allow_asking() -> None:
    """For what stores nothing. Raises Forbidden for a site that is not listed."""
    origin = _origin()
    if origin not in ("", "null") and origin not in _own() | _listed():
        raise _forbidden(origin)


def allow_storing() -> None:
    """For the step that stores. Raises Forbidden unless it comes from our own page."""
    origin = _origin()
    if origin and origin not in _own():
        raise _forbidden(origin)


def allow_script() -> None:
    """For a script's post. Raises Forbidden unless our own or a listed site sends it."""
    origin = _origin()
    if origin and origin not in _own() | _listed():
        raise _forbidden(origin)


def _origin() -> str:
    return request.headers.get("Origin", "").lower()


def _own() -> set[str]:
    return own_origins(current().garden.settings)


def _listed() -> set[str]:
    return listed_origins(current().garden.settings)


def _forbidden(origin: str) -> Forbidden:
    return Forbidden("origin", origin=origin[:100])


def register(app: Flask) -> None:
    """Give every answer its headers."""
    app.after_request(_protect)
    app.after_request(_share)


def _protect(response: Response) -> Response:
    try:
        policy = current().live().csp
    except Unavailable:
        policy = BARE_POLICY
    if "Referrer-Policy" not in response.headers:
        response.headers.add("Referrer-Policy", "same-origin")
    if "Content-Security-Policy" not in response.headers:
        response.headers.add("Content-Security-Policy", policy)
    response.headers.add("X-Content-Type-Options", "nosniff")
    return response


def _share(response: Response) -> Response:
    """Let scripts of listed sites read the answer, without credentials."""
    if request.endpoint not in SCRIPTED:
        return response
    response.headers.add("Vary", "Origin")
    origin = request.headers.get("Origin", "").lower()
    if origin and origin in _listed():
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Expose-Headers"] = "Retry-After"
        if request.method == "OPTIONS":
            response.headers["Access-Control-Allow-Methods"] = "GET, POST"
            response.headers["Access-Control-Allow-Headers"] = "Content-Type"
            response.headers["Access-Control-Max-Age"] = "600"
    return response
