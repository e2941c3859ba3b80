"""The collector's and the desk's own pages wear the site's frame."""

from flask import Response, make_response, render_template
from markupsafe import escape

from collector.errors import Unavailable
from collector.web.context import current


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
