"""Search without scripts, in what is published and nothing else.

GET /collect/-/ideas/<challenge>?q=&order=&tag=&progress=&page=
"""

from flask import Response, request

from collector import pages
from collector.brief import Act, Brief, address_of
from collector.errors import Unavailable, Unknown
from collector.published.search import Asked
from collector.web.context import Context, current
from collector.web.frame import render
from collector.words import say


def search(challenge: str) -> Response:
    """The ideas that fit, on a page with the search above them."""
    context = current()
    brief = context.live().briefs.get(challenge)
    if brief is None:
        raise Unknown("no-challenge", challenge=challenge)
    index = context.indexes.of(context.garden.published / f"{challenge}.json")
    if index is None:
        raise Unavailable("not-published-yet")
    asked = Asked.read(request.args)
    found = pages.found_page(brief, index, asked, _around(context, brief))
    title = say("lists-title", {"heading": say("lists-search"), "title": brief.title})
    return render("public/found.html", title, found=found)


def _around(context: Context, brief: Brief) -> pages.Around:
    open_now = brief.standing(Act.SUBMIT, context.clock()).allowed
    home = context.site(address_of(brief))
    return pages.Around(request.path, home, open_now)
