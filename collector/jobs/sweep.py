"""Sweeping: what something erased has left behind on the disk is taken away.

Erased words stood in builds that are no longer served, in files that a killed process was writing,
and in pages of the database that are free again.
"""

from collector import pages, published
from collector.garden import Garden
from collector.store import Store


def sweep(garden: Garden, store: Store) -> None:
    """Take it away; done again it finds nothing. Raises Unavailable, BuildError, OSError."""
    pages.forget(garden)
    published.remove_unfinished(garden.published)
    published.remove_unfinished(garden.counted)
    store.tidy()
