"""What the live site has, as far as whoever asks may see it."""

from collector import pages
from collector.brief import Brief
from collector.errors import Unavailable
from collector.models import Models
from collector.web.context import Context
from collector.web.desk import door
from collector.web.desk.door import Access


def briefs_for(context: Context, access: Access) -> list[Brief]:
    """The challenges in which they may do this; none before the first build."""
    try:
        found = context.live().briefs.values()
    except Unavailable:
        return []
    return [each for each in found if door.may(access, each.slug)]


def models_of(context: Context) -> Models:
    """The site's models; none before the first build."""
    try:
        return context.live().models
    except Unavailable:
        return Models()


def print_style(context: Context) -> str:
    """The address of the styles for paper. Raises Unavailable before the first build."""
    return context.live().assets.get(pages.PRINT_STYLE, "")
