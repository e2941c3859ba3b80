"""The collector's and the desk's own pages wear the site's frame."""

from datetime import datetime

from flask import Flask, Response, make_response, render_template
from markupsafe import escape

from collector import draw
from collector.errors import Unavailable
from collector.pages import dates
from collector.web.context import current
from collector.words import in_days, say


def register(app: Flask) -> None:
    """Give every template its words, dates, charts and ways back to the site."""
    app.jinja_env.globals.update(
        words=say, in_days=in_days, bars=draw.bars, site=lambda path: current().site(path)
    )
    app.jinja_env.filters.update(day=dates.day, local=local)


def local(moment: datetime) -> datetime:
    """The moment in the garden's zone."""
    return moment.astimezone(current().garden.settings.zone)


def render(template: str, title: str, status: int = 200, **values: object) -> Response:
    """The page of this template within the site's frame, or a bare one before the first build.

    `template` lies in `web/templates/` and makes the body, `<h1>` included.
    """
    body = render_template(template, title=title, **values)
    try:
        before, after = current().live().frame("collector")
    except Unavailable:
        before, after = render_template("bare.html").split("<!--body-->")
    response = make_response(before.replace("{title}", escape(title)) + body + after, status)
    response.headers["Cache-Control"] = "private, no-cache"
    return response
