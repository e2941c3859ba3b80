"""Staging lays out everything the generator needs, as ordinary Markdown and HTML: another
generator can finish it. Files are written only when their bytes change."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from collector.brief import Brief
from collector.errors import BuildError
from collector.garden import Garden, Settings
from collector.pages import languages, models, sources
from collector.pages.challenge import HEADING, challenge_page
from collector.pages.files import remove_others, write_changed
from collector.pages.owner import Owner
from collector.pages.theme import stage_theme
from collector.words import say, speaking

BELOW = ("index.md", "privacy.md", "404.md")
"""Pages that do not stand in the menu."""


@dataclass(frozen=True)
class Staged:
    """What lies ready: two folders, what the theme's templates are told, its hashed files by plain
    name, and the titles of the terms by theirs."""

    pages: Path
    theme: Path
    extra: Mapping[str, Any]
    assets: Mapping[str, str]
    terms: Mapping[str, str]
    sources: sources.Pages
    """What was laid out beside the challenges."""


def stage(
    garden: Garden,
    briefs: Mapping[str, Brief],
    *,
    keep_last_good: bool = False,
    progress: Callable[[str], None] = lambda _finding: None,
) -> Staged:
    """Stage the site into `build/pages` and `build/theme`.

    Raises BuildError if pages clash, BriefError for canvases, experiments and programmes with
    faults; with `keep_last_good` those are taken from the live build, and `progress` is told.
    """
    with speaking(garden.settings.language):
        told = sources.pages_to_build(garden, keep_last_good=keep_last_good, progress=progress)
        asked = {garden.settings.terms, *(each.terms for each in briefs.values())}
        return _stage(garden, briefs, sources.without_idle_terms(told, asked))


def _stage(garden: Garden, briefs: Mapping[str, Brief], told: sources.Pages) -> Staged:
    others = told.files
    titles = {name: title_of(others[f"terms/{name}.md"]) for name in sources.terms_among(others)}
    written: set[Path] = set()
    for place, content in _contents(garden, briefs, told):
        path = garden.staged / place
        if path in written:
            raise BuildError("page-twice", place=place)
        written.add(path)
        write_changed(path, content)
    remove_others(garden.staged, written)
    theme = garden.build / "theme"
    assets = stage_theme(garden, theme)
    spoken = languages.languages(garden.settings, briefs)
    extra = {
        "menu": [*_menu(told), *models.menu(told.models)],
        "foot": _foot(garden.settings, titles),
        "assets": assets,
        "language": garden.settings.language,
        "words": languages.theme_words(spoken),
    }
    addresses = {name: f"/{place}" for name, place in assets.items()}
    return Staged(garden.staged, theme, extra, addresses, titles, told)


def _contents(
    garden: Garden, briefs: Mapping[str, Brief], told: sources.Pages
) -> Iterator[tuple[str, bytes]]:
    owner, others = Owner(garden.settings, briefs), told.files
    drawn = dict(models.model_pages(told.models))
    for place, source in others.items():
        yield place, owner.speak(drawn[place]).encode() if place in drawn else _page(source, owner)
    shared = {place: owner.speak(_text(others[place])) for place in languages.SHARED}
    _, *more = languages.languages(garden.settings, briefs)
    for place, text in languages.frames(more, shared):
        yield place, text.encode()
    for brief in briefs.values():
        for edition in brief.editions:
            yield f"challenges/{edition.name}.md", challenge_page(edition, brief.editions).encode()
    pictures = {name: brief.path.parent / name for brief in briefs.values() for name in brief.files}
    for name, source in pictures.items():
        yield f"challenges/{name}", source.read_bytes()


def _page(source: Path, owner: Owner) -> bytes:
    return owner.speak(_text(source)).encode() if source.suffix == ".md" else source.read_bytes()


def _text(page: Path) -> str:
    try:
        return page.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise BuildError("page-encoding", path=page) from None


def title_of(page: Path) -> str:
    """What a page is called: its first heading, else the name of its file."""
    heading = HEADING.search(_text(page))
    return heading["title"] if heading else page.stem.replace("-", " ").capitalize()


def _menu(told: sources.Pages) -> list[dict[str, str]]:
    """The pages at the top of every page: the challenges, then the owner's own."""
    drawn = {each.place for each in told.models.all}
    own = [
        {"title": title_of(path), "url": f"{path.stem}/"}
        for place, path in told.files.items()
        if "/" not in place and path.suffix == ".md" and place not in (*BELOW, *drawn)
    ]
    return [{"title": say("site-challenges"), "url": "./"}, *own]


def _foot(settings: Settings, titles: Mapping[str, str]) -> list[dict[str, str]]:
    name = settings.terms
    terms = [{"title": titles[name], "url": f"terms/{name}/"}] if name in titles else []
    return [{"title": say("site-privacy"), "url": "privacy/"}, *terms]
