"""Builds that are not served forget, too, what the live one no longer shows.

build/site.6   was live before: removed
build/plain    was made by MkDocs itself: filled anew
"""

import time

from collector import published
from collector.garden import Garden
from collector.pages import lock, shelf
from collector.pages.files import write
from collector.pages.fill import Pouring
from collector.pages.live import Live
from collector.published import PublishedData

PLAIN = "plain"
"""Where a build of MkDocs' own is noted, below `build/`."""

SETTLING = 2.0
"""Seconds after a swap in which requests may still be answered from the build before."""


def forget(garden: Garden) -> None:
    """Remove or refill them. Whoever fills the live build has done so before."""
    if garden.build.is_dir():
        with lock.waiting(garden.build / "build.lock"):
            _let_settle(garden)
            shelf.clear(garden, keep=1)
        _refill(garden, Live(garden.build / PLAIN, garden.settings))


def _let_settle(garden: Garden) -> None:
    if garden.live.is_symlink():
        age = time.time() - garden.live.lstat().st_mtime
        time.sleep(max(0.0, SETTLING - age) if age >= 0 else 0.0)


def _refill(garden: Garden, plain: Live) -> None:
    if not plain.is_whole() or not plain.public.is_dir():
        return
    for slug in plain.record["challenges"]:
        stands = published.read(plain.folder / "poured" / f"{slug}.json")
        data = published.read(garden.published / f"{slug}.json")
        if stands and data and _says_more(stands, data):
            Pouring(plain, plain.briefs, write).pour({slug: data})


def _says_more(stands: PublishedData, data: PublishedData) -> bool:
    """Whether an idea stands there that is no longer shown, or not any more like that."""
    shown = {idea.ref: idea for idea in data.ideas}
    return any(shown.get(idea.ref) != idea for idea in stands.ideas)
