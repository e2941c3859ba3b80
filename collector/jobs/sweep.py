"""Sweeping: what something erased has left behind on the disk is taken away.

Erased words stood in builds that are no longer served, in files that a killed process was writing,
and in pages of the database that are free again.
"""

import shutil
import time
from contextlib import suppress
from pathlib import Path

from collector import pages
from collector.garden import Garden
from collector.store import Store
from collector.store.copies.aside import aside

UNFINISHED = 3600
"""Seconds after which nobody is still writing a draft."""


def sweep(garden: Garden, store: Store) -> None:
    """Take it away; done again it finds nothing. Raises Unavailable, BuildError, OSError."""
    sweep_folders(garden)
    store.tidy()


def sweep_folders(garden: Garden) -> None:
    """The folders alone, as each day: a draft is left to whoever may still write it."""
    pages.forget(garden)
    for draft in (*garden.published.glob(".*.json.*"), *garden.var.glob(".workbook.*")):
        _remove_unfinished(draft)
    with aside(garden):
        pass  # whoever comes there clears what was left


def _remove_unfinished(draft: Path) -> None:
    with suppress(FileNotFoundError):
        if time.time() - draft.stat().st_mtime > UNFINISHED:
            if draft.is_dir():
                shutil.rmtree(draft)
            else:
                draft.unlink()
