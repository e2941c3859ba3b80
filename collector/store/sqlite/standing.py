"""Which files stand at the store's path: somebody may take them away, or put others there."""

import os
from pathlib import Path
from typing import NamedTuple, TypeAlias

from collector.errors import Unavailable, Unreadable

HEADER = 100
"""Bytes; SQLite takes a file without them for a new one."""

Identity: TypeAlias = tuple[int, int]
"""Device and inode."""


class Files(NamedTuple):
    """A store's file, SQLite's log of it, and the memory that all who have it open share."""

    file: Identity
    log: Identity | None
    shared: Identity | None


class Standing:
    """The file at `path` and what SQLite keeps beside it, as this process last met them.

    Whoever writes or makes the file holds `lock_file`. The file is never opened but by SQLite:
    whoever closes it lets go of all locks that the process holds on it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lock_file = path.with_name(f"{path.name}.lock")
        self._log_path = path.with_name(f"{path.name}-wal")
        self._shared_path = path.with_name(f"{path.name}-shm")
        self._file: Identity | None = None
        self._log: Identity | None = None

    def is_there(self) -> bool:
        """Whether there is a file. Raises Unavailable if only its log is left."""
        if identity(self.path) is not None:
            return True
        if self.has_log:
            raise self._missing(f"there is no such file, only its log {self._log_path}")
        return False

    @property
    def has_log(self) -> bool:
        return identity(self._log_path) is not None

    def look(self) -> Files:
        """Which files stand there now.

        Raises Unavailable where there is none, or where another was put beside the log of the
        old one: SQLite would take the log for the other's. Raises Unreadable for an empty file:
        SQLite would take it for a new one, and remove its log.
        """
        found = _looked_at(self.path)
        if found is None:
            raise self._missing("there is no such file")
        if found.st_size < HEADER:
            raise Unreadable("store-damaged", path=self.path, cause="it is empty")
        file, log = (found.st_dev, found.st_ino), identity(self._log_path)
        if file != self._file:
            if self._log is not None and self._log == log:
                raise Unavailable("store-replaced", path=self.path, log=self._log_path)
            self._file = file
        return Files(file, log, identity(self._shared_path))

    def note_log(self, file: Identity) -> Files:
        """Remember the log, which is there once the file has been opened."""
        self._log = identity(self._log_path)
        return Files(file, self._log, identity(self._shared_path))

    def _missing(self, cause: str) -> Unavailable:
        return Unavailable("store-not-opened", path=self.path, cause=cause)


def identity(path: Path) -> Identity | None:
    """Which file stands at the path; None if there is none."""
    found = _looked_at(path)
    return None if found is None else (found.st_dev, found.st_ino)


def _looked_at(path: Path) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116  # Path.stat takes three times as long, at each read
    except OSError:
        return None
