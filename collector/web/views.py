"""Counts how often the pages of challenges and ideas are asked for, and nothing of who asks.

A worker counts in memory and adds to what is kept every few seconds, behind the requests' back.
What it has counted since is lost if it ends meanwhile.
"""

import threading
from collections import Counter
from collections.abc import Callable, Container
from datetime import datetime

from collector.entries import is_reference
from collector.errors import StoreError
from collector.garden import Garden
from collector.store import views
from collector.store.views import Viewed
from collector.web.opening import Opening

WAIT = 5.0
"""Seconds until what is counted is kept: the most that is ever lost."""


def viewed(path: str, challenges: Container[str]) -> str | None:
    """The challenge whose page, or one of whose ideas' pages, stands at this address of the site.

    Lists, results and files are none.
    """
    match path.split("/"):
        case ["", "challenges", name, ""]:
            pass
        case ["", "challenges", name, "ideas", ref, ""] if is_reference(ref):
            pass
        case _:
            return None
    slug = name.partition(".")[0]  # a translation is a page of its challenge
    return slug if slug in challenges else None


class Views:
    """What one worker has counted of a garden. `clock` gives aware times in UTC."""

    def __init__(self, garden: Garden, opening: Opening, clock: Callable[[], datetime]) -> None:
        self._settings = garden.settings
        self._opening = opening
        self._clock = clock
        self._counts: Counter[Viewed] = Counter()
        self._turn = threading.Lock()
        self._timer: threading.Timer | None = None

    def note(self, path: str, challenges: Container[str]) -> None:
        """The page at this address of the site was read. Where the site stands elsewhere, its
        visitors are not seen here, and nothing is counted.
        """
        challenge = viewed(path, challenges)
        if challenge is not None and not self._settings.is_split:
            self._count(challenge)

    def _count(self, challenge: str) -> None:
        day = self._clock().astimezone(self._settings.zone).date()
        with self._turn:
            self._counts[challenge, day] += 1
            if self._timer is None:
                self._timer = threading.Timer(WAIT, self.keep)
                self._timer.daemon = True
                self._timer.start()

    def close(self) -> None:
        """Keep what was counted, now."""
        with self._turn:
            if self._timer is not None:
                self._timer.cancel()
        self.keep()

    def keep(self) -> None:
        """Keep what was counted; where that can't be now, it is tried again with the next page."""
        with self._turn:
            counts, self._counts, self._timer = self._counts, Counter(), None
        try:
            views.add(self._opening.open(), counts)
        except StoreError:
            with self._turn:
                self._counts.update(counts)
