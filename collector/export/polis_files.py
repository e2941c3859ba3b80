"""Where Polis' files go: into a folder, or packed into one `.zip`."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import tzinfo
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO
from zipfile import ZIP_DEFLATED, ZipFile

from collector.errors import ExportError
from collector.export.conversation import Conversation
from collector.export.destination import nameless, replacing
from collector.export.polis import Files

PACKED = ".zip"


def export_polis(path: Path, about: Conversation, zone: tzinfo) -> int:
    """Write them into the folder, which is made if need be, or into the `.zip`; how many votes.

    Raises ExportError; then what stood there still stands, of a folder up to the file that failed.
    """
    files = Files(about, zone)
    if path.suffix.lower() == PACKED:
        with replacing(path) as file:
            return _pack(file, files)
    if path.suffix and not path.is_dir():
        raise ExportError("polis-format", path=path)
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise ExportError("export-unwritable", path=path, cause=error.strerror) from error
    return files.write(lambda name: _replaced(path / name))


def spool_polis(folder: Path, about: Conversation, zone: tzinfo) -> BinaryIO:
    """The `.zip` as an open file without a name, for a download. Raises ExportError."""
    with nameless(folder) as file:
        _pack(file, Files(about, zone))
    return file


def _pack(file: BinaryIO, files: Files) -> int:
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        return files.write(lambda name: _packed(archive, name))


@contextmanager
def _packed(archive: ZipFile, name: str) -> Iterator[TextIO]:
    with archive.open(name, "w") as file, TextIOWrapper(file, "utf-8", newline="") as text:
        yield text


@contextmanager
def _replaced(path: Path) -> Iterator[TextIO]:
    with replacing(path) as file:
        text = TextIOWrapper(file, "utf-8", newline="")
        yield text
        text.detach()
