"""A built file as one request reads it: whole, with the length and the tag of what was read."""

import gzip
import posixpath
import re
from dataclasses import dataclass
from os import fstat
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from whitenoise.media_types import MediaTypes  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

MEDIA_TYPES = MediaTypes(extra_types={".atom": "application/atom+xml", ".csv": "text/csv"})
GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")
QUICKLY = 4
"""Of nine levels: three quarters of the time of the sixth, and hardly larger."""
LONGEST_NAME = 255
"""Bytes of a file's name that file systems take."""


@dataclass(frozen=True)
class BuiltFile:
    """One representation of a file of the site."""

    content: bytes
    media_type: str
    etag: str
    packed: bool

    @property
    def headers(self) -> list[tuple[str, str]]:
        is_text = self.media_type.startswith("text/")
        headers = [
            ("Content-Type", self.media_type + ("; charset=utf-8" if is_text else "")),
            ("Content-Length", str(len(self.content))),
            ("ETag", self.etag),
        ]
        return [*headers, ("Content-Encoding", "gzip")] if self.packed else headers

    def is_known_to(self, tags: str) -> bool:
        """Whether `If-None-Match` names it."""
        return self.etag in {each.strip().removeprefix("W/") for each in tags.split(",")}


def canonical(path: str) -> bool:
    """Whether an address is written plainly, stays in its folder and names no hidden file."""
    parts = path.split("/")[1:]
    return (
        path.startswith("/")
        and not any(sign in path for sign in ("\\", "\0", "//"))
        and posixpath.normpath(path) == (path.rstrip("/") or "/")
        and not any(part.startswith(".") or len(part.encode()) > LONGEST_NAME for part in parts)
    )


def find(path: Path, environ: "WSGIEnvironment") -> BuiltFile | None:
    """The file as this request accepts it; None if there is no such file."""
    packed = path.with_name(path.name + ".gz")
    try:
        with path.open("rb") as plain:
            if GZIP.search(environ.get("HTTP_ACCEPT_ENCODING", "")):
                return _packed(path, packed, plain) or _pack(_read(path, plain))
            return _read(path, plain)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None


def _packed(path: Path, packed: Path, plain: BinaryIO) -> BuiltFile | None:
    """The compressed copy, unless the page was replaced after it."""
    try:
        with packed.open("rb") as file:
            if fstat(file.fileno()).st_mtime_ns < fstat(plain.fileno()).st_mtime_ns:
                return None
            return _read(path, file, packed=True)
    except FileNotFoundError:
        return None


def _pack(file: BuiltFile) -> BuiltFile:
    """Compressed now: of pages that change with every vote no copy is kept."""
    if not file.media_type.startswith("text/html"):
        return file
    content = gzip.compress(file.content, QUICKLY, mtime=0)
    return BuiltFile(content, file.media_type, f'{file.etag[:-1]}-gz"', packed=True)


def _read(path: Path, file: BinaryIO, *, packed: bool = False) -> BuiltFile:
    content, told = file.read(), fstat(file.fileno())
    etag = f'"{told.st_mtime_ns:x}-{len(content):x}{"-gz" if packed else ""}"'
    return BuiltFile(content, MEDIA_TYPES.get_type(str(path)), etag, packed)
