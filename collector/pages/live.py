"""The build that is served: where its files are and what it was made from.

build/live ──► build/site.7/
                   public/      what visitors get
                   invited/     what the collector shows to the invited alone
                   frames/      built pages with slots, and the collector's frame
                   briefs/      the briefs it was made from, with their pictures
                   terms/       the texts that people accept
                   models/      canvases, experiments and programmes, as they were written
                   poured/      what was poured last, by challenge
                   build.json   what lists say of each challenge, its languages, assets, the
                                security policy
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from collector import brief
from collector.brief import Brief, SeenBy
from collector.errors import BriefError
from collector.garden import Garden, Settings
from collector.models import Models, read_pages
from collector.pages.laid_out import laid_out
from collector.pages.languages import FRAME, variant
from collector.pages.moved import absolute
from collector.pages.seen import FOLDER, seen_by
from collector.pages.slots import Frame

RECORD = "build.json"
MODELS = "models"
"""The folder of sources that it keeps of models."""
IMMUTABLE = r"\.[0-9a-f]{8}(\.min)?\.(js|css)$"
"""Files whose name carries the hash of their content, as a regular expression."""


class Briefs(Mapping[str, Brief]):
    """The briefs of a build by slug, each read when it is first asked for."""

    def __init__(self, folder: Path, slugs: list[str], settings: Settings) -> None:
        self._folder = folder
        self._slugs = slugs
        self._settings = settings
        self._read: dict[str, Brief] = {}

    def __getitem__(self, slug: str) -> Brief:
        if slug not in self._read:
            if slug not in self._slugs:
                raise KeyError(slug)
            reading = brief.read(self._folder / f"{slug}.md", self._settings)
            if reading.brief is None:
                raise BriefError(reading.findings)
            self._read[slug] = reading.brief
        return self._read[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._slugs)

    def __len__(self) -> int:
        return len(self._slugs)


@dataclass(frozen=True)
class Live:
    """One finished build."""

    folder: Path
    settings: Settings

    @property
    def public(self) -> Path:
        return self.folder / "public"

    def path(self, place: str) -> Path:
        """Where the file at a place of the site lies: what only the invited see, apart."""
        hidden = self.seen_by(place) is SeenBy.INVITED
        return (self.folder / FOLDER if hidden else self.public) / place

    def seen_by(self, place: str) -> SeenBy:
        """Who sees what stands at a place of the site."""
        return seen_by(self.record, place)

    @cached_property
    def record(self) -> dict[str, Any]:
        """What the build wrote down about itself."""
        record: dict[str, Any] = json.loads((self.folder / RECORD).read_text("utf-8"))
        return record

    def is_whole(self) -> bool:
        """Whether its record can be read."""
        try:
            return bool(self.record)
        except (OSError, ValueError):
            return False

    @cached_property
    def briefs(self) -> Briefs:
        return Briefs(self.folder / "briefs", list(self.record["challenges"]), self.settings)

    @cached_property
    def models(self) -> Models:
        """The canvases, experiments and programmes it was made with."""
        pages = laid_out(self.folder / MODELS)
        return read_pages(pages, self.settings.language, self.record["challenges"]).models

    @property
    def csp(self) -> str:
        """The Content-Security-Policy under which every page of this build works."""
        policy: str = self.record["csp"]
        return policy

    @property
    def assets(self) -> dict[str, str]:
        """The address of each of the theme's scripts and styles, by its plain name."""
        assets: dict[str, str] = self.record["assets"]
        return assets

    def frame(self, language: str = "") -> tuple[str, str]:
        """What stands before and after the body of a page that wears the site's look.

        In the garden's language where no challenge has this one. The first part holds `{title}`
        once, for the page's title, escaped.
        """
        return self._frames[language if language in self._frames else self.settings.language]

    @cached_property
    def _frames(self) -> dict[str, tuple[str, str]]:
        """The collector's pages are poured where the 404 page says that there is nothing."""
        own = self.settings.language
        others = [each for each in self.record.get("languages", ()) if each != own]
        places = {own: "404.html"} | {each: variant(FRAME, each) for each in others}
        return {language: self._framed(place) for language, place in places.items()}

    def _framed(self, place: str) -> tuple[str, str]:
        frame = Frame.read(frame_path(self.folder, place).read_bytes())
        page = frame.pour({"title": "{title}", "body": BODY}).decode()
        if place != "404.html":  # which the generator makes so by itself
            root = urlsplit(self.settings.site.url).path.rstrip("/")
            page = absolute(page, f"{root}/{place}")
        if self.settings.collector.url and self.settings.site.url:
            page = _as_seen_from_elsewhere(page, self.settings.site.url)
        before, after = page.split(BODY)
        return before, after


def frame_path(folder: Path, place: str) -> Path:
    """Where a build keeps the frame of a page, by the page's place on the site."""
    return folder / "frames" / place.replace("/index.html", ".html")


BODY = "<!--body-->"


def _as_seen_from_elsewhere(page: str, home: str) -> str:
    """For a collector with an address of its own: the same look, its links lead to the site."""
    root = urlsplit(home)
    return re.sub(r"""(<a\b[^>]*?\shref=["']?)/(?!/)""", rf"\1{root.scheme}://{root.netloc}/", page)


_seen: dict[Path, Live] = {}


def live(garden: Garden) -> Live | None:
    """The live build of the garden; None before the first. Read anew when the link turns.

    One that was removed or damaged is none.
    """
    try:
        folder = garden.build / garden.live.readlink()
    except OSError:
        return None
    seen = _seen.get(garden.live)
    if seen is None or seen.folder != folder or seen.settings != garden.settings:
        seen = Live(folder, garden.settings)
        if not seen.is_whole():
            return None
        _seen[garden.live] = seen
    return seen
