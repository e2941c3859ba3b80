"""The factory: a garden becomes a WSGI application. Nothing happens on import."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from collector import store
from collector.errors import GardenError, StoreError
from collector.garden import Garden
from collector.web import desk, errors, frame, guard, language, public
from collector.web.context import Context
from collector.web.opening import Opening
from collector.web.site import Site
from collector.web.tokens import Tokens
from collector.web.views import Views

BODY_LIMIT = 1024 * 1024
"""The largest post that is read, in bytes."""


def utc_now() -> datetime:
    """What the clock on the wall says."""
    return datetime.now(UTC)


def create_app(garden: Garden, *, clock: Callable[[], datetime] = utc_now) -> Flask:
    """The site, the collector and the desk of one garden. `clock` gives aware times in UTC."""
    app = Flask("collector.web", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = BODY_LIMIT
    secret, opening = store.secret(garden), Opening(garden)
    context = Context(
        garden=garden,
        opening=opening,
        limits=store.Limits.open(garden),
        clock=clock,
        secret=secret,
        tokens=Tokens(secret),
        views=Views(garden, opening, clock),
    )
    app.extensions["garden"] = context
    language.register(app)
    frame.register(app)
    errors.register(app)
    guard.register(app)
    app.register_blueprint(public.blueprint())
    app.register_blueprint(public.door())
    app.register_blueprint(public.room())
    app.register_blueprint(desk.blueprint())
    app.wsgi_app = Site(garden, app.wsgi_app, context.views)  # type: ignore[method-assign]  # Flask's own way
    if garden.settings.serve.proxies:
        hops = garden.settings.serve.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def application(on_trouble: Callable[[GardenError], None]) -> Flask:
    """What a server calls in each worker; the environment names the garden's folder.

    Opens the store; `on_trouble` is told why that can't be done yet.
    """
    app = create_app(Garden.find(Path(os.environ["IDEAGARDEN_GARDEN"])))
    try:
        app.extensions["garden"].opening.open()
    except StoreError as error:
        on_trouble(error)
    return app
