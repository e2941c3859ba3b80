"""What follows the generator: forms take their places, pages are read back, frames are kept.

public/challenges/bread/index.html ──► frames/challenges/bread.html ──► filled, into public/ again
"""

import json
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from collector.brief import Brief, SeenBy
from collector.garden import Garden
from collector.pages.challenge import idea_form
from collector.pages.files import remove_folder, write_new
from collector.pages.languages import languages
from collector.pages.live import MODELS, RECORD, Live, frame_path, live
from collector.pages.policy import policy
from collector.pages.results import asked
from collector.pages.seen import hide
from collector.pages.sitemap import built_places
from collector.pages.slots import BEGIN, Frame
from collector.pages.stage import Staged
from collector.pages.verify import verify_page, verify_style, verify_whole

NOT_SERVED = ("challenges/-", "assets/javascripts")
"""Pages that are only frames, and Material's scripts, which no page loads."""

Drawn = Mapping[str, Mapping[str, str]]
"""The HTML of forms, by the name of the challenge's page and slot."""


def finish(
    garden: Garden,
    folder: Path,
    briefs: Mapping[str, Brief],
    drawn: Drawn,
    staged: Staged,
    now: datetime,
) -> Live:
    """Make of a folder with generated pages a build that can be filled. Raises BuildError."""
    home = garden.settings.site.url
    inline = _take_frames(folder, briefs, drawn, home)
    for path in (folder / "public").rglob("*.css"):
        place = path.relative_to(folder / "public").as_posix()
        verify_style(place, path.read_text("utf-8", "replace"), home)
    for place in NOT_SERVED:
        remove_folder(folder / "public" / place)
    hide(folder, dict(briefs))
    listed = [each for each in briefs.values() if each.seen_by is SeenBy.EVERYONE]
    unlisted = {
        each.name for brief in briefs.values() if brief not in listed for each in brief.editions
    }
    editions = (edition for brief in listed for edition in brief.editions)
    told = [f"challenges/{each.name}/results" for each in editions if asked(each)]
    built = built_places(folder / "public")
    places = [each for each in built if each.removeprefix("challenges/") not in unlisted] + told
    _keep_sources(garden, folder, briefs, staged)
    record = {
        "schema": 1,
        "day": now.astimezone(garden.settings.zone).date().isoformat(),
        "csp": policy(garden.settings, inline),
        "assets": dict(staged.assets),
        "languages": languages(garden.settings, briefs),
        "places": places,
        "challenges": _challenges(garden, briefs, now),
    }
    (folder / RECORD).write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    return Live(folder, garden.settings)


def _take_frames(
    folder: Path, briefs: Mapping[str, Brief], drawn: Drawn, home: str
) -> frozenset[str]:
    """Read every page back and copy those with slots to `frames/`. Returns the scripts in pages."""
    public, inline = folder / "public", set()
    challenges = {
        f"challenges/{edition.name}/index.html": edition
        for brief in briefs.values()
        for edition in brief.editions
    }
    places = set()
    for path in sorted(public.rglob("*.html")):
        place = path.relative_to(public).as_posix()
        places.add(place)
        content = path.read_bytes()
        brief = challenges.get(place)
        if brief is not None:
            content = Frame.read(content).prepare(drawn[brief.name])
        inline |= verify_page(place, content, home, brief)
        if BEGIN in content:
            write_new(frame_path(folder, place), content)
            if brief is None:  # it stands as it is until something is poured into it
                path.write_bytes(Frame.read(content).pour({}))
    verify_whole(places, challenges)
    return frozenset(inline)


def _keep_sources(
    garden: Garden, folder: Path, briefs: Mapping[str, Brief], staged: Staged
) -> None:
    """The briefs, terms and models as they were, so that the collector asks what the pages ask."""
    for edition in (each for brief in briefs.values() for each in brief.editions):
        _copy(edition.path, folder / "briefs" / edition.path.name)
    pictures = {name: brief.path.parent / name for brief in briefs.values() for name in brief.files}
    for name, source in pictures.items():
        _copy(source, folder / "briefs" / name)
    for each in staged.sources.models.all:
        _copy(staged.sources.files[each.place], folder / MODELS / each.place)
    for place in staged.sources.files:
        if place.startswith("terms/"):
            _copy(garden.staged / place, folder / place)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _challenges(garden: Garden, briefs: Mapping[str, Brief], now: datetime) -> dict[str, Any]:
    before = live(garden)
    known = before.record["challenges"] if before else {}
    return {
        slug: _facts(brief, known.get(slug, {}).get("since") or now.isoformat(timespec="seconds"))
        for slug, brief in briefs.items()
    }


def _facts(brief: Brief, since: str) -> dict[str, Any]:
    """What lists and feeds say of a challenge, so that a fill need not read its brief."""
    return {
        "title": brief.title,
        "language": brief.language,
        "summary": brief.summary,
        "image": brief.image.file if brief.image else "",
        "opens": brief.opens.isoformat() if brief.opens else None,
        "closes": brief.closes.isoformat() if brief.closes else None,
        "closes_after": brief.closes_after,
        "since": brief.opens.isoformat() if brief.opens else since,
        "takes_ideas": idea_form(brief) is not None,
        "seen_by": brief.seen_by.value,
    }
