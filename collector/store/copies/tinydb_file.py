"""A file as stock TinyDB writes it, read a document at a time: never all of it is in memory.

    {"table": {"1": {…}, "2": {…}}, …}

Each value is read by the json module itself, so whatever that takes for JSON is taken here.
"""

import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from collector.errors import Unreadable, said_by_system

PIECE = 1 << 16
"""Characters that are read at a time."""

LONGEST = 1 << 26
"""Characters of a document; a file that is no JSON must not be read to its end to find out."""

BLANK = " \t\n\r"
NUMBER = re.compile(r"[0-9+.eE-]*")
"""The signs of which a number is made: `0` may go on as `0.5`, read only to its point."""
DECODER = json.JSONDecoder()

Documents: TypeAlias = Iterator[tuple[str, Any]]
Progress: TypeAlias = Callable[[int], None]
"""Told how many bytes have been read."""


def tables(path: Path, progress: Progress) -> Iterator[tuple[str, Documents]]:
    """Each table's name with its documents by their ids, which are read before the next table is.

    Raises Unreadable with the place where the file is not as TinyDB writes it.
    """
    try:
        with path.open("rb") as file:
            text = _Text(path, file, progress)
            for name in text.members():
                yield name, ((row, text.value()) for row in text.members())
            text.end()
    except OSError as error:
        raise Unreadable("load-unreadable", path=path, cause=said_by_system(error)) from error


class _Text:
    """The text of a file, of which a piece is held."""

    def __init__(self, path: Path, file: io.BufferedReader, progress: Progress) -> None:
        self._path = path
        self._file = file
        self._text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        self._progress = progress
        self._held = ""
        self._at = 0
        self._before = 0
        self._is_ended = False

    def members(self) -> Iterator[str]:
        """The names of an object's members; after each its value has to be read."""
        self._expect("{")
        if self._next() == "}":
            self._at += 1
            return
        while True:
            if self._next() != '"':
                raise self._fault("a name in quotes is missing")
            name: str = self.value()
            self._expect(":")
            yield name
            if self._next() == "}":
                self._at += 1
                return
            self._expect(",")

    def value(self) -> Any:
        """The next value, whatever it is."""
        self._next()
        while True:
            try:
                found, end = DECODER.raw_decode(self._held, self._at)
            except json.JSONDecodeError as error:
                if self._is_ended or len(self._held) - self._at > LONGEST:
                    raise self._fault(error.msg) from error
            except (ValueError, RecursionError) as error:
                raise self._fault(str(error)) from error
            else:
                if self._is_ended or not self._may_go_on(end):
                    self._at = end
                    return found
            self._read_on()

    def _may_go_on(self, end: int) -> bool:
        """Whether what is held ends with, or within, what may be one number."""
        found = NUMBER.match(self._held, end)
        return found is not None and found.end() == len(self._held)

    def end(self) -> None:
        """Nothing may follow."""
        if self._next():
            raise self._fault("something follows the end")

    def _expect(self, sign: str) -> None:
        if self._next() != sign:
            raise self._fault(f"{sign!r} is missing")
        self._at += 1

    def _next(self) -> str:
        """The next sign that is not blank; empty at the end."""
        while True:
            while self._at < len(self._held) and self._held[self._at] in BLANK:
                self._at += 1
            if self._at < len(self._held):
                return self._held[self._at]
            if self._is_ended:
                return ""
            self._read_on()

    def _read_on(self) -> None:
        """Let go of what was read, and hold at least twice what is left."""
        left = self._held[self._at :]
        try:
            more = self._text.read(max(PIECE, len(left)))
        except UnicodeDecodeError as error:
            raise self._fault(str(error)) from error
        self._before += self._at
        self._held, self._at = left + more, 0
        self._is_ended = not more
        self._progress(self._file.tell())

    def _fault(self, cause: str) -> Unreadable:
        place = self._before + self._at
        return Unreadable("load-syntax", path=self._path, cause=cause, place=f"at sign {place}")
