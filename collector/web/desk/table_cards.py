"""Table cards: the poster's address, eight times on a sheet, to be cut and laid out."""

from flask import Response, request

from collector import pages
from collector.brief.address import address_of
from collector.web.context import current
from collector.web.desk.challenges import known
from collector.web.desk.live_site import print_style
from collector.web.desk.poster import address_outside
from collector.web.public.arrival import ORIGIN

FROM = "card"
"""Where visitors come from, unless it is said otherwise."""


def table_cards(slug: str) -> Response:
    """The sheet, in one of the challenge's languages."""
    context = current()
    brief = known(context, slug)
    spoken = brief.spoken(request.args.get("language", brief.language))
    asked = request.args.get("from", FROM)
    origin = asked if ORIGIN.fullmatch(asked) else FROM
    plain = address_outside(context, address_of(spoken))
    style = print_style(context)
    settings = context.garden.settings
    typed = plain.split("://", 1)[-1].rstrip("/")
    return Response(pages.table_cards(spoken, settings, f"{plain}?from={origin}", typed, style))
