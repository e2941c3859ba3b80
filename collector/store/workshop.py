"""The workshop: a folder on the store's own disk, where a whole store is made ready aside."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from collector.garden import Garden
from collector.store.lock import locked
from collector.store.sqlite.connection import unreached


@contextmanager
def workshop(garden: Garden) -> Iterator[Path]:
    """The empty folder; one at a time. It is removed afterwards, with all that is in it.

    Raises Unavailable if it can't be made.
    """
    folder = garden.var / "workshop"
    try:
        garden.var.mkdir(parents=True, exist_ok=True)
        with locked(garden.var / "workshop.lock"):
            shutil.rmtree(folder, ignore_errors=True)  # of one that was killed
            folder.mkdir(mode=0o700)
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise unreached(error, folder) from error
