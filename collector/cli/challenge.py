"""The challenge that a command is about."""

from collector import pages
from collector.brief import Brief
from collector.errors import Unknown
from collector.garden import Garden


def brief_of(garden: Garden, slug: str) -> Brief:
    """Its brief, as it is written now. Raises Unknown where there is none, or it has faults."""
    found = next((each.brief for each in pages.check(garden) if each.path.stem == slug), None)
    if found is None:
        raise Unknown("unknown-challenge", slug=slug)
    return found
