"""The checksum beside a file: sha256, as `sha256sum -c` reads it."""

import hashlib
from pathlib import Path

from collector.errors import Unreadable
from collector.store.sync import sync


def sum_of(path: Path) -> Path:
    """The file that holds its checksum."""
    return path.with_name(f"{path.name}.sha256")


def note_sum(draft: Path, path: Path) -> None:
    """Write the checksum of the draft of what will stand at the path. Raises OSError."""
    noted = sum_of(path)
    aside = draft.with_name(noted.name)
    aside.write_text(f"{_digest(draft)}  {path.name}\n", encoding="utf-8")
    sync(aside)
    aside.replace(noted)


def compare(path: Path, copy: Path | None = None) -> bool:
    """Whether the file, or a copy of it, has a checksum, which it meets.

    Raises Unreadable if it does not meet it, OSError where it can't be read.
    """
    noted = sum_of(path)
    if not noted.exists():
        return False
    told = noted.read_bytes().split()[:1]
    if told != [_digest(copy or path).encode()]:
        raise Unreadable("backup-checksum", path=path, noted=noted)
    return True


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
