"""What a workshop prints: a card for each table, and paper for a room without a network."""

from flask import Response

from collector import pages
from collector.acts import workshop as acts
from collector.web.context import current
from collector.web.desk.challenges import known
from collector.web.desk.live_site import print_style


def workshop_cards(slug: str, workshop: str) -> Response:
    """A card for each table."""
    context = current()
    brief, found = known(context, slug), acts.known(context.store, workshop, slug)
    style = print_style(context)
    return Response(
        pages.workshop_cards(brief.spoken(found.language), found, context.garden.settings, style)
    )


def workshop_paper(slug: str, workshop: str) -> Response:
    """Sheets to write on, a sheet for dots, and the plan."""
    context = current()
    brief, found = known(context, slug), acts.known(context.store, workshop, slug)
    style = print_style(context)
    return Response(
        pages.worksheet(brief.spoken(found.language), found, context.garden.settings, style)
    )
