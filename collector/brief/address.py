"""Where a challenge's pages are seen: on the site, or at the collector by the invited alone."""

from collector.brief.challenge import Brief
from collector.brief.rules import SeenBy

HIDDEN = "/collect/-/invited/"
"""Where the collector shows what only the invited see."""


def address_of(brief: Brief, below: str = "") -> str:
    """The path under which whoever may sees the challenge's page in the brief's language, or a page
    `below` it that all its languages share.
    """
    root = HIDDEN if brief.seen_by is SeenBy.INVITED else "/challenges/"
    return f"{root}{brief.slug}/{below}" if below else f"{root}{brief.name}/"


def pictures_at(brief: Brief) -> str:
    """The path of the folder of a challenge's pictures."""
    return f"{HIDDEN}{brief.name}/-/" if brief.seen_by is SeenBy.INVITED else "/challenges/"
