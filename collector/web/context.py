"""What a view needs beside its request: looked up once by the factory, passed to every room."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import cast

from flask import current_app, request

from collector import pages
from collector.errors import Unavailable
from collector.garden import Garden
from collector.store import Limits, Store
from collector.web.homes import Homes
from collector.web.indexes import Indexes
from collector.web.neighbours import Held
from collector.web.opening import Opening
from collector.web.tokens import Tokens
from collector.web.views import Views

LIVE = "ideagarden.live"
"""Where a request's environment holds the live build, looked up once by `site`."""


@dataclass(frozen=True)
class Context:
    """One garden as a worker sees it. `clock` gives aware times in UTC."""

    garden: Garden
    opening: Opening
    limits: Limits
    clock: Callable[[], datetime]
    secret: bytes
    tokens: Tokens
    views: Views
    neighbours: Held = field(default_factory=Held)
    indexes: Indexes = field(default_factory=Indexes)
    homes: Homes = field(default_factory=Homes)

    @property
    def store(self) -> Store:
        """What is kept. Raises Unavailable or Unreadable while it can't be opened."""
        return self.opening.open()

    def local_time(self) -> datetime:
        """Now, in the garden's zone."""
        return self.clock().astimezone(self.garden.settings.zone)

    def today(self, now: datetime) -> date:
        """The day in the garden's zone."""
        return now.astimezone(self.garden.settings.zone).date()

    def site(self, path: str) -> str:
        """The address of a page of the site, which may live elsewhere than the collector."""
        settings = self.garden.settings
        own = path.startswith("/collect/")  # what only the invited see, the collector shows
        home = settings.site.url.rstrip("/") if settings.collector.url and not own else ""
        return home + path

    @property
    def home(self) -> str:
        """Where collector and desk are reached, by the settings, else where this was asked."""
        return self.garden.settings.home or request.host_url.rstrip("/")

    def live(self) -> pages.Live:
        """The build that is served, the same for all of a request.

        Raises Unavailable before the first one.
        """
        live = cast("pages.Live | None", request.environ.get(LIVE))
        if live is None:
            raise Unavailable("no-site")
        return live


def current() -> Context:
    """The context of the request that is being answered."""
    return cast("Context", current_app.extensions["garden"])
