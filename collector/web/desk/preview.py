"""The preview of a challenge that is being written, and its pictures.

A brief may hold raw HTML, and somebody else may have written it. So the page is shown in a frame
without an origin: it runs no script, sends no form, and never gets the desk's cookie. That is why
a picture in it has an address of its own, which is good for some hours.
"""

import re
from datetime import UTC
from mimetypes import guess_type

from flask import Response, make_response, render_template, request, send_file, url_for
from markupsafe import escape

from collector import pages
from collector.acts import challenge_file
from collector.brief import Brief
from collector.errors import Severity, Unavailable, Unknown
from collector.web.context import Context, current
from collector.web.desk.sheet import read
from collector.web.tokens import PictureLink, seconds
from collector.words import language, say

POLICY = (
    "sandbox; default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
SCRIPT = re.compile(r"<script\b.*?</script>", re.S)
"""The site's own, which would only be refused; what keeps a brief's from running is the policy."""
PICTURES = ("jpg", "jpeg", "png", "webp", "gif", "svg", "avif")


def preview(slug: str) -> Response:
    """The page as visitors would see it. Nothing is stored."""
    context, typed = current(), request.form
    challenge_file.path_of(context.garden, slug)
    text = challenge_file.cleaned(typed.get("text", ""))
    reading = read(context, slug, text)
    if reading.brief is None:
        errors = [each for each in reading.findings if each.severity is Severity.ERROR]
        body = render_template("desk/write_unseen.html", findings=errors)
    else:
        line = typed.get("line", 0, type=int)
        body = pages.preview(context.garden, reading.brief, _address, context.clock(), line)
    return _framed(context, reading.brief, body)


def picture(sealed: str) -> Response:
    """A picture beside a brief, by the address that a preview gave it. Raises Unknown."""
    context = current()
    link = context.tokens.open(PictureLink, sealed)
    if link is None or link.expired(context.clock().astimezone(UTC)):
        raise Unknown("no-picture", file="")
    path = context.garden.challenges / link.name
    if path.parent != context.garden.challenges or path.is_symlink() or not path.is_file():
        raise Unknown("no-picture", file=link.name)
    response = send_file(path, guess_type(link.name)[0], max_age=0)
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _address(name: str) -> str:
    """Where the preview finds the picture; nowhere for other files."""
    if name.rpartition(".")[2].lower() not in PICTURES:
        return "#"
    context = current()
    link = PictureLink(name, seconds(context.clock()))
    return url_for("desk.picture", sealed=context.tokens.seal(link))


def _framed(context: Context, brief: Brief | None, body: str) -> Response:
    """In the frame that the challenge's page will have, with a policy of its own."""
    try:
        before, after = context.live().frame(brief.language if brief else language())
    except Unavailable:
        before, after = render_template("bare.html").split("<!--body-->")
    title = str(escape(brief.title if brief else say("write-preview")))
    before, after = (SCRIPT.sub("", each) for each in (before, after))
    response = make_response(before.replace("{title}", title) + body + after)
    response.headers["Content-Security-Policy"] = POLICY
    return response
