"""A folder on the store's own disk, where a whole store is made ready aside."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from collector.garden import Garden
from collector.store.lock import locked
from collector.store.sqlite.connection import unreached


@contextmanager
def aside(garden: Garden) -> Iterator[Path]:
    """The empty folder; one at a time. It is removed afterwards, with all that is in it.

    Raises Unavailable if it can't be made.
    """
    with ExitStack() as cleared:
        yield _taken(garden, cleared)


def _taken(garden: Garden, cleared: ExitStack) -> Path:
    folder = garden.var / "aside"
    try:
        garden.var.mkdir(parents=True, exist_ok=True)
        cleared.enter_context(locked(garden.var / "aside.lock"))
        shutil.rmtree(folder, ignore_errors=True)  # of one that was killed
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise unreached(error, folder) from error
    cleared.callback(shutil.rmtree, folder, ignore_errors=True)
    return folder
