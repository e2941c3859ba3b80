"""A build: check, stage, generate, verify, fill, swap.

Until the swap nothing that is served changes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from collector import published
from collector.brief import Brief
from collector.errors import BuildError, said_by_system
from collector.garden import Garden
from collector.pages import lock, shelf
from collector.pages.challenge import drawn_forms
from collector.pages.configuration import configuration, own_configuration, write_configuration
from collector.pages.files import pack, write_new_served
from collector.pages.fill import Pouring
from collector.pages.finish import Drawn, finish
from collector.pages.generator import generating
from collector.pages.live import Live
from collector.pages.sources import briefs_to_build
from collector.pages.stage import Staged, stage
from collector.pages.verify_seen import verify_seen
from collector.published import PublishedData
from collector.words import say

Progress = Callable[[str], None]
"""Is told each step, and each warning of the generator."""


def silent(_step: str) -> None:
    """Progress that nobody wants to hear of."""


@dataclass(frozen=True)
class Built:
    """What a build made: the folder that visitors get now, and how many challenges are in it."""

    public: Path
    challenges: int


def build(
    garden: Garden,
    *,
    now: datetime,
    briefs: Mapping[str, Brief] | None = None,
    keep_last_good: bool = False,
    progress: Progress = silent,
) -> Built:
    """Make the site from the briefs (by default the garden's, read now) and swap it in.

    Raises BriefError and BuildError; then the site that stood goes on standing.
    """
    with lock.only(garden.build / "build.lock"):
        if briefs is None:
            briefs = briefs_to_build(garden, keep_last_good=keep_last_good)
        try:
            site = _make(garden, briefs, now, progress, keep_last_good=keep_last_good)
            _fill_and_swap(garden, site, briefs, now)
        except OSError as error:
            raise BuildError("build-failed", cause=said_by_system(error)) from error
        finally:
            shelf.clear(garden)
        return Built(garden.live / "public", len(briefs))


def _make(
    garden: Garden,
    briefs: Mapping[str, Brief],
    now: datetime,
    progress: Progress,
    *,
    keep_last_good: bool,
) -> Live:
    folder = shelf.new_folder(garden)
    own = own_configuration(garden)
    staged = stage(garden, briefs, keep_last_good=keep_last_good, progress=progress)
    progress(say("told-laid-out", {"count": len(briefs)}))
    told = configuration(garden, own, staged, folder / "public")
    with generating(write_configuration(garden, "mkdocs.yml", told), progress):
        drawn = draw(garden, briefs, staged)
    progress(say("told-made"))
    return finish(garden, folder, briefs, drawn, staged, now)


def draw(garden: Garden, briefs: Mapping[str, Brief], staged: Staged) -> Drawn:
    """Every form of every challenge, open or not: filling shows it or says why not."""
    return {
        edition.name: drawn_forms(edition, garden.settings, staged.terms)
        for brief in briefs.values()
        for edition in brief.editions
    }


def _fill_and_swap(garden: Garden, site: Live, briefs: Mapping[str, Brief], now: datetime) -> None:
    """Fills go on in the live site meanwhile; only what came since then delays them."""
    stood = {slug: _stamp(garden, slug) for slug in briefs}
    Pouring(site, briefs, write_new_served).pour(newest(garden, briefs, now))
    pack(site.public)
    with lock.waiting(garden.build / "fill.lock"):
        late = {slug: each for slug, each in briefs.items() if _stamp(garden, slug) != stood[slug]}
        Pouring(site, briefs).pour(newest(garden, late, now))
        verify_seen(site, briefs)
        shelf.swap(garden, site.folder)


def _stamp(garden: Garden, slug: str) -> tuple[int, int] | None:
    """Tells whether published data was replaced: by a new file, at another time."""
    try:
        found = (garden.published / f"{slug}.json").stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns


def newest(garden: Garden, briefs: Mapping[str, Brief], now: datetime) -> dict[str, PublishedData]:
    """What is published of each challenge, in the phase that its brief is in now."""
    return {slug: _published(garden, brief, now) for slug, brief in briefs.items()}


def _published(garden: Garden, brief: Brief, now: datetime) -> PublishedData:
    data = published.read(garden.published / f"{brief.slug}.json")
    if data is None:
        data = PublishedData(
            brief.slug, brief.title, now, brief.phase(now), brief.opens, brief.closes
        )
    ends = replace(brief, closes=data.closes)  # as a quota may have ended it
    return replace(data, phase=ends.phase(now), phases=brief.phases, turned=ends.turned(now))
