"""What the live site has, as far as whoever asks may see it; before the first build, nothing."""

from collector.brief import Brief
from collector.errors import Unavailable
from collector.models import Models
from collector.web.context import Context
from collector.web.desk import door
from collector.web.desk.door import Access


def briefs_for(context: Context, access: Access) -> list[Brief]:
    """The challenges in which they may do this."""
    try:
        found = context.live().briefs.values()
    except Unavailable:
        return []
    return [each for each in found if door.may(access, each.slug)]


def models_of(context: Context) -> Models:
    """The site's models."""
    try:
        return context.live().models
    except Unavailable:
        return Models()
