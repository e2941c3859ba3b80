"""What ballots or comparisons say, as the collector tells it to whoever has voted."""

from datetime import datetime

from collector import pages, published
from collector.brief import Brief
from collector.published import Counted
from collector.web.context import Context


def for_voter(context: Context, brief: Brief, now: datetime) -> str:
    """HTML of the outcome as it was counted last; empty where the brief keeps it back."""
    if not published.votes_told(brief, now, voted=True):
        return ""
    counted = Counted.read(context.garden.counted / f"{brief.slug}.json")
    if counted is None or counted.outcome is None:
        return ""
    return pages.draw_outcome(counted.outcome)
