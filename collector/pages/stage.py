"""Staging lays out everything the generator needs, as ordinary Markdown and HTML: another
generator can finish it. Files are written only when their bytes change."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from collector.brief import Brief
from collector.errors import BuildError
from collector.garden import Garden, Settings
from collector.pages import sources
from collector.pages.challenge import HEADING, challenge_page
from collector.pages.files import remove_others, write_changed
from collector.pages.theme import stage_theme

GARDEN = re.compile(r"<!--garden:(name|contact)-->")
FOOT = ("privacy.md",)


@dataclass(frozen=True)
class Staged:
    """What lies ready: two folders, and what the theme's templates are told."""

    pages: Path
    theme: Path
    extra: Mapping[str, Any]
    assets: Mapping[str, str]


def stage(garden: Garden, briefs: Mapping[str, Brief]) -> Staged:
    """Stage the site into `build/pages` and `build/theme`. Raises BuildError for pages that clash."""
    others = sources.pages(garden)
    written: set[Path] = set()

    def put(place: str, content: bytes) -> None:
        path = garden.staged / place
        if path in written:
            raise BuildError("page-twice", place=place)
        written.add(path)
        write_changed(path, content)

    for place, source in others.items():
        put(place, _page(source, garden.settings))
    titles = {name: _title(others[f"terms/{name}.md"]) for name in sources.terms(garden)}
    for brief in briefs.values():
        put(f"challenges/{brief.slug}.md", challenge_page(brief, garden.settings, titles).encode())
    for place, source in _pictures(briefs).items():
        put(place, source.read_bytes())
    remove_others(garden.staged, written)
    theme = garden.build / "theme"
    assets = stage_theme(garden, theme)
    extra = {"menu": _menu(others), "foot": _foot(garden, titles), "assets": assets}
    return Staged(garden.staged, theme, extra, assets)


def _page(source: Path, settings: Settings) -> bytes:
    if source.suffix != ".md":
        return source.read_bytes()
    facts = {"name": settings.name, "contact": settings.contact or "us"}
    text = source.read_text("utf-8-sig")
    return GARDEN.sub(lambda found: escape(facts[found[1]]), text).encode()


def _pictures(briefs: Mapping[str, Brief]) -> dict[str, Path]:
    return {
        f"challenges/{name}": brief.path.parent / name
        for brief in briefs.values()
        for name in brief.files
    }


def _title(page: Path) -> str:
    heading = HEADING.search(page.read_text("utf-8-sig"))
    return heading["title"] if heading else page.stem.replace("-", " ").capitalize()


def _menu(pages: Mapping[str, Path]) -> list[dict[str, str]]:
    """The pages at the top of every page: the challenges, then the owner's own."""
    own = [
        {"title": _title(path), "url": f"{path.stem}/"}
        for place, path in pages.items()
        if "/" not in place and path.suffix == ".md" and place not in (*FOOT, "index.md")
    ]
    return [{"title": "Challenges", "url": "./"}, *own]


def _foot(garden: Garden, terms: Mapping[str, str]) -> list[dict[str, str]]:
    name = garden.settings.terms
    below = [{"title": "Privacy", "url": "privacy/"}]
    return below + ([{"title": terms[name], "url": f"terms/{name}/"}] if name in terms else [])
