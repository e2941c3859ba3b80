"""The static site, in front of the collector: what is not /collect or /desk is a built file.

Pages are opened as they are asked for, so that a fill may replace them one by one; the theme's
assets never change within a build and are served by a WhiteNoise of their own. Which build is
live is looked up at each request: when the link turns, the next request gets the new site.
"""

import os
import threading
from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from wsgiref.headers import Headers

from whitenoise import WhiteNoise  # type: ignore[import-untyped]

from collector import pages
from collector.garden import Garden
from collector.pages import IMMUTABLE, Live
from collector.web.context import LIVE
from collector.web.file import BuiltFile, canonical, find
from collector.web.views import Views

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

COLLECTOR = ("/collect/", "/desk/", "/i/", "/w/")
"""What every address begins with that is not the site's."""

ASSETS = "assets"
"""The folder of the built site that a fill never touches."""


class Site:
    """WSGI middleware: serves the live build, hands everything else on."""

    def __init__(self, garden: Garden, collector: "WSGIApplication", views: Views) -> None:
        self._garden = garden
        self._views = views
        self._collector = collector
        self._link = str(garden.live)
        self._live: tuple[str, Live | None] = ("", None)
        self._assets: tuple[Path, WhiteNoise] | None = None
        self._turn = threading.Lock()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace") or "/"
        environ[LIVE] = live = self._standing()
        if live is None or f"{path}/".startswith(COLLECTOR):
            return self._collector(environ, start_response)
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            start_response("405 Method Not Allowed", [("Allow", "GET, HEAD"), *_protected(live)])
            return []
        if path.startswith(f"/{ASSETS}/"):
            return self._asset(live, environ, start_response)
        return self._page(live, path, environ, start_response)

    def _page(
        self, live: Live, path: str, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        if not canonical(path):
            return _missing(live, environ, start_response)
        place = live.public / path.lstrip("/")
        found = find(place / "index.html" if path.endswith("/") else place, environ)
        if found is not None:
            if environ["REQUEST_METHOD"] == "GET":
                self._views.note(path, live.record["challenges"])
            return _send(live, HTTPStatus.OK, found, environ, start_response)
        if not path.endswith("/") and (place / "index.html").is_file():
            return _redirect(live, path + "/", environ, start_response)
        return _missing(live, environ, start_response)

    def _standing(self) -> Live | None:
        """The live build; the link is read each time, the build only when the link has turned."""
        try:
            target = os.readlink(self._link)  # noqa: PTH115 - a Path at every request is slow
        except OSError:
            return None
        known, live = self._live
        if live is None or known != target:
            live = pages.live(self._garden)
            self._live = (target, live)
        return live

    def _asset(
        self, live: Live, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        assets: WSGIApplication = self._assets_of(live)
        try:
            return assets(environ, start_response)
        except FileNotFoundError:  # of the build before, which is gone by now
            return _missing(live, environ, start_response)

    def _assets_of(self, live: Live) -> WhiteNoise:
        """The WhiteNoise of this build, made when its first asset is asked for."""
        served = self._assets
        if served is None or served[0] != live.folder:
            with self._turn:
                if self._assets is None or self._assets[0] != live.folder:
                    self._assets = (live.folder, _whitenoise(live, self._assets))
                served = self._assets
        return served[1]


def _whitenoise(live: Live, before: tuple[Path, WhiteNoise] | None) -> WhiteNoise:
    """Behind it stands the build before: a page that was read then still finds its assets."""

    def missing(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        return _missing(live, environ, start_response)

    if before is not None:
        before[1].application = missing
    assets = WhiteNoise(
        before[1] if before and before[0].exists() else missing,
        add_headers_function=_protect_asset,
        allow_all_origins=False,
        immutable_file_test=IMMUTABLE,
    )
    assets.add_files(live.public / ASSETS, ASSETS)
    return assets


def _protect_asset(headers: Headers, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"


def _send(
    live: Live,
    status: HTTPStatus,
    found: BuiltFile,
    environ: "WSGIEnvironment",
    start_response: "StartResponse",
) -> Iterable[bytes]:
    if status is HTTPStatus.OK and found.is_known_to(environ.get("HTTP_IF_NONE_MATCH", "")):
        start_response("304 Not Modified", [("ETag", found.etag), *_protected(live)])
        return []
    start_response(f"{status.value} {status.phrase}", [*found.headers, *_protected(live)])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [found.content]


def _missing(
    live: Live, environ: "WSGIEnvironment", start_response: "StartResponse"
) -> Iterable[bytes]:
    page = find(live.public / "404.html", environ)
    if page is not None:
        return _send(live, HTTPStatus.NOT_FOUND, page, environ, start_response)
    start_response("404 Not Found", [("Content-Type", "text/plain"), *_protected(live)])
    return [b"There is no such page."]


def _redirect(
    live: Live, path: str, environ: "WSGIEnvironment", start_response: "StartResponse"
) -> Iterable[bytes]:
    query = environ.get("QUERY_STRING", "")
    location = quote(path) + (f"?{query}" if query else "")
    start_response("302 Found", [("Location", location), *_protected(live)])
    return []


def _protected(live: Live) -> list[tuple[str, str]]:
    """What every answer of the site carries; pages are asked for again each time, by their ETag."""
    return [
        ("Content-Security-Policy", live.csp),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cache-Control", "no-cache"),
        ("Vary", "Accept-Encoding"),
    ]
