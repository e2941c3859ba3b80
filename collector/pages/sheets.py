"""The pages of one build while they are filled: frames to pour into, files to write.

What goes through here is all that a fill changes on the site, so that it knows what it wrote.
"""

import json
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from markupsafe import escape

from collector.brief import SeenBy
from collector.garden import Settings
from collector.pages.files import (
    packed,
    remove_folder,
    remove_others,
    remove_served,
    stands,
    write,
    write_served,
    write_unpacked,
)
from collector.pages.languages import IDEA, LIST, variant
from collector.pages.live import Live, frame_path
from collector.pages.moved import moved
from collector.pages.seen import NOINDEX
from collector.pages.slots import Frame

Write = Callable[[Path, bytes], None]

BREATH = 0.001
"""Seconds between two of a thousand pages, in which whoever waits for an answer gets it."""


class Sheets:
    """One build's pages. `write` puts a page and, as a rule, its compressed copy."""

    def __init__(self, site: Live, put: Write = write_served) -> None:
        self.site = site
        self.written: list[Path] = []
        self._put = put
        self._put_many = _write_among_many if put is write_served else put
        self._frames: dict[str, Frame] = {}
        self._moved: dict[tuple[str, int], Frame] = {}

    @property
    def settings(self) -> Settings:
        return self.site.settings

    def page(self, place: str, contents: Mapping[str, str]) -> None:
        """Fill the built page at this place."""
        self.put(place, self._frame(place).pour(contents))

    def shared(self, place: str, language: str, contents: Mapping[str, str]) -> None:
        """Make the page at this place of the frame that many share, in this language.

        `contents` are those of `title`, plain text; `body`, HTML; `head`, what else its head holds.
        """
        self.put(place, self._filled(place, language, contents))

    def one_of_many(self, place: str, language: str, contents: Mapping[str, str]) -> None:
        """The same of a page that is known to have changed, and thousands with it.

        Its compressed copy would double the files, and each of them costs a rename.
        """
        path = self.site.path(place)
        self._put_many(path, self._filled(place, language, contents))
        self.written.append(path)

    def put(self, place: str, content: bytes) -> None:
        """Write the file at this place of the site, unless it stands there already."""
        path = self.site.path(place)
        if not stands(path, content):
            self._put(path, content)
            self.written.append(path)

    def remove(self, place: str) -> None:
        """Take away the file or the folder at this place, if there is one."""
        path = self.site.path(place)
        remove_folder(path)
        if not path.is_dir():
            remove_served(path)

    def holds(self, place: str) -> bool:
        """Whether something stands at this place."""
        return self.site.path(place).exists()

    def forget(self, place: str) -> None:
        """Take back what was noted beside the site."""
        (self.site.folder / place).unlink(missing_ok=True)

    def keep_only(self, folder: str, files: Iterable[str]) -> None:
        """Take away every file of the folder but these, whose places are below it."""
        whole = self.site.path(folder)
        kept = [whole / each for each in files]
        remove_others(whole, {*kept, *map(packed, kept)})

    def keep(self, place: str, document: Any) -> None:
        """Note beside the site what stands in it."""
        write(self.site.folder / place, json.dumps(document, ensure_ascii=False).encode())

    def kept(self, place: str) -> dict[str, Any]:
        """What was noted so; nothing if nothing ever was."""
        try:
            found: dict[str, Any] = json.loads((self.site.folder / place).read_bytes())
        except FileNotFoundError:
            return {}
        return found

    def _filled(self, place: str, language: str, contents: Mapping[str, str]) -> bytes:
        """A page of many; what not everybody sees is no search engine's."""
        filled = {**contents, "title": str(escape(contents["title"]))}
        if self.site.seen_by(place) is not SeenBy.EVERYONE:
            filled["head"] = NOINDEX + filled.get("head", "")
        return self._shared(place, language).pour(filled)

    def _shared(self, place: str, language: str) -> Frame:
        """The one of idea pages, or of their lists, whichever is made for this depth or nearest."""
        deep = place.count("/")
        frame = IDEA if deep >= IDEA.count("/") else LIST
        if language != self.settings.language:
            frame = variant(frame, language)
        if frame.count("/") == deep:
            return self._frame(frame)
        if (frame, deep) not in self._moved:
            at = (frame.removesuffix("index.html"), "-/" * deep)
            self._moved[frame, deep] = moved(self._frame(frame), *at)
        return self._moved[frame, deep]

    def _frame(self, place: str) -> Frame:
        if place not in self._frames:
            self._frames[place] = Frame.read(frame_path(self.site.folder, place).read_bytes())
        return self._frames[place]


def _write_among_many(path: Path, content: bytes) -> None:
    write_unpacked(path, content)
    time.sleep(BREATH)
