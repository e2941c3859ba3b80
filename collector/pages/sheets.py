"""The pages of one build while they are filled: frames to pour into, files to write.

What goes through here is all that a fill changes on the site, so that it knows what it wrote.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from markupsafe import escape

from collector.brief import Brief
from collector.garden import Settings
from collector.pages.files import remove_folder, remove_served, write, write_served
from collector.pages.languages import variant
from collector.pages.live import Live, frame_path
from collector.pages.slots import Frame

Write = Callable[[Path, bytes], None]


class Sheets:
    """One build's pages. `write` puts a page and, as a rule, its compressed copy."""

    def __init__(self, site: Live, put: Write = write_served) -> None:
        self.site = site
        self.written: list[Path] = []
        self._put = put
        self._frames: dict[str, Frame] = {}

    @property
    def settings(self) -> Settings:
        return self.site.settings

    def page(self, place: str, contents: Mapping[str, str]) -> None:
        """Fill the built page at this place."""
        self.put(place, self._frame(place).pour(contents))

    def shared(self, place: str, brief: Brief, frame: str, title: str, body: str) -> None:
        """Make a page of the frame that many share, in the language of the challenge."""
        contents = {"title": str(escape(title)), "body": body}
        self.put(place, self._frame(self._spoken(frame, brief)).pour(contents))

    def put(self, place: str, content: bytes) -> None:
        """Write the file at this place of the site."""
        path = self.site.public / place
        self._put(path, content)
        self.written.append(path)

    def remove(self, place: str) -> None:
        """Take away the file or the folder at this place, if there is one."""
        path = self.site.public / place
        remove_folder(path)
        if not path.is_dir():
            remove_served(path)

    def keep(self, place: str, document: Any) -> None:
        """Note beside the site what stands in it."""
        write(self.site.folder / place, json.dumps(document, ensure_ascii=False).encode())

    def _spoken(self, frame: str, brief: Brief) -> str:
        same = brief.language == self.settings.language
        return frame if same else variant(frame, brief.language)

    def _frame(self, place: str) -> Frame:
        if place not in self._frames:
            self._frames[place] = Frame.read(frame_path(self.site.folder, place).read_bytes())
        return self._frames[place]
