"""Where files lie: one folder that nobody else may look into, each under its ref.

    var/files/.draft-x7k2…      being written, or not looked through yet
    var/files/k3d9x2mf77abqq4r  looked through, and named by a row of `files`

A row is there before its file has its name, and goes before the file does. So whatever has a
name but no row was erased, and may be taken away at any time.
"""

import os
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from collector.entries import is_reference
from collector.errors import Unavailable, said_by_system
from collector.garden import Garden
from collector.store.sync import sync

DRAFT = ".draft-"


class Drafts:
    """Files that one request brings. What has not taken its place at the end is gone."""

    def __init__(self, garden: Garden) -> None:
        self._folder = garden.files
        self._paths: list[Path] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for path in self._paths:
            path.unlink(missing_ok=True)

    def begin(self) -> tuple[Path, BinaryIO]:
        """A new file and its path. Raises Unavailable."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            number, name = tempfile.mkstemp(prefix=DRAFT, dir=self._folder)
        except OSError as error:
            raise unwritten(self._folder, error) from error
        self._paths.append(Path(name))
        return Path(name), os.fdopen(number, "wb")


def path_of(garden: Garden, ref: str) -> Path:
    """Where the file of this ref lies. Raises ValueError for what is no ref."""
    if not is_reference(ref):
        raise ValueError(ref)
    return garden.files / ref


def take_place(garden: Garden, draft: Path, ref: str, now: datetime) -> None:
    """Give the draft its name, once the disk has it. Raises Unavailable.

    Its time is that of the hour, as of what it comes with: an answer may be anonymous.
    """
    place, hour = path_of(garden, ref), now.replace(minute=0, second=0, microsecond=0).timestamp()
    try:
        os.utime(draft, (hour, hour))
        sync(draft)
        draft.replace(place)
        sync(place.parent)
    except OSError as error:
        raise unwritten(place, error) from error


def stored(garden: Garden) -> list[str]:
    """The refs of all files that lie there."""
    if not garden.files.is_dir():
        return []
    return sorted(each.name for each in garden.files.iterdir() if is_reference(each.name))


def remove_drafts(garden: Garden, seconds: int) -> None:
    """Take drafts away that nobody has written to for so long. Raises OSError."""
    for draft in garden.files.glob(f"{DRAFT}*"):
        with suppress(FileNotFoundError):
            if time.time() - draft.stat().st_mtime > seconds:
                draft.unlink()


def remove(garden: Garden, refs: Iterable[str]) -> None:
    """Take files away; what is gone is gone. Raises OSError."""
    for ref in refs:
        path_of(garden, ref).unlink(missing_ok=True)


def unwritten(path: Path, error: OSError) -> Unavailable:
    """What is said where a file can't be written."""
    return Unavailable("file-unwritten", path=path, cause=said_by_system(error))
