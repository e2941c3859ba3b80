"""The collector's and the desk's own pages wear the site's frame."""

from datetime import datetime

from flask import Flask, Response, make_response, render_template
from markupsafe import Markup, escape

from collector import draw, words
from collector.errors import Unavailable
from collector.web.context import current


def register(app: Flask) -> None:
    """Give every template its words, dates, charts and ways back to the site."""
    app.jinja_env.globals.update(
        drawn=draw.question,
        drawn_trial=draw.trial,
        direction=words.direction,
        in_code=in_code,
        in_days=words.in_days,
        language=words.language,
        marked=words.marked,
        site=lambda path: current().site(path),
        words=words.say,
    )
    app.jinja_env.filters.update(
        clock=words.clock, coded=coded, day=words.day, local=local, month=words.named_month
    )


def in_code(text: str) -> Markup:
    """What is typed exactly so: a key, a file, a command."""
    return Markup("<code>{}</code>").format(text)


def coded(text: str) -> Markup:
    """A sentence in which what stands between backticks is typed exactly so."""
    parts = enumerate(text.split("`"))
    return Markup().join(in_code(part) if index % 2 else escape(part) for index, part in parts)


def local(moment: datetime) -> datetime:
    """The moment in the garden's zone."""
    return moment.astimezone(current().garden.settings.zone)


def render(template: str, title: str, status: int = 200, **values: object) -> Response:
    """The page of this template in the site's frame of the language spoken; a bare one without.

    `template` lies in `web/templates/` and makes the body, `<h1>` included.
    """
    body = render_template(template, title=title, **values)
    try:
        before, after = current().live().frame(words.language())
    except Unavailable:
        before, after = render_template("bare.html").split("<!--body-->")
    response = make_response(before.replace("{title}", escape(title)) + body + after, status)
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def unreferred(response: Response) -> Response:
    """Its address or content is told to nobody, and no cache keeps it."""
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    return response


def unlisted(response: Response) -> Response:
    """The same of a page that no search engine lists either."""
    response.headers["X-Robots-Tag"] = "noindex"
    return unreferred(response)
