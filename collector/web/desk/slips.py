"""Slips: a challenge's forms to print and lay out beside the till."""

from flask import Response, request

from collector import pages
from collector.pages import Surroundings
from collector.web.context import current
from collector.web.desk.challenges import known
from collector.web.desk.live_site import print_style
from collector.web.desk.poster import site_address


def slips(slug: str) -> Response:
    """Every form of the challenge, or the one that is asked for, in one of its languages."""
    context = current()
    brief = known(context, slug)
    language = request.args.get("language", brief.language)
    around = Surroundings(
        garden=context.garden,
        site=site_address(context),
        style=print_style(context),
    )
    return Response(pages.slips(brief.spoken(language), around, request.args.get("form", "")))
