"""Which file stands at the store's path: somebody may take it away, or put another in its place."""

import os
from pathlib import Path
from typing import TypeAlias

from collector.errors import Unavailable

Identity: TypeAlias = tuple[int, int]
"""Device and inode."""


class Standing:
    """The file at `path` and SQLite's log beside it, as this process last met them.

    Whoever writes or makes the file holds `lock_file`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lock_file = path.with_name(f"{path.name}.lock")
        self._log_path = path.with_name(f"{path.name}-wal")
        self._file: Identity | None = None
        self._log: Identity | None = None

    def look(self) -> Identity:
        """Which file stands there now.

        Raises Unavailable where there is none, or where another was put beside the log of the
        old one: SQLite would take the log for the other's.
        """
        found = identity(self.path)
        if found is None:
            raise Unavailable("store-not-opened", path=self.path, cause="there is no such file")
        if found != self._file:
            if self._log is not None and self._log == identity(self._log_path):
                raise Unavailable("store-replaced", path=self.path, log=self._log_path)
            self._file = found
        return found

    def note_log(self) -> None:
        """Remember the log, which is there once the file has been opened."""
        self._log = identity(self._log_path)


def identity(path: Path) -> Identity | None:
    """Which file stands at the path; None if there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116  # Path.stat takes three times as long, at each read
    except OSError:
        return None
    return found.st_dev, found.st_ino
