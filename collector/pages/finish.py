"""What follows the generator: pages are verified, frames taken, and written down what they are."""

import json
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from collector import form
from collector.brief import Brief, Form
from collector.garden import Garden
from collector.pages import sources
from collector.pages.challenge import idea_form
from collector.pages.files import remove_folder
from collector.pages.live import RECORD, Live, live
from collector.pages.policy import policy
from collector.pages.sitemap import write_sitemap
from collector.pages.slots import BEGIN
from collector.pages.stage import Staged
from collector.pages.verify import verify


def finish(
    garden: Garden, folder: Path, briefs: Mapping[str, Brief], staged: Staged, now: datetime
) -> Live:
    """Make of a folder with generated `public/` pages a build that can be filled. Raises BuildError."""
    inline = verify(folder / "public", briefs, garden.settings.site.url)
    _take_frames(folder)
    write_sitemap(folder / "public", garden.settings.site.url)
    _keep_sources(garden, folder, briefs)
    record = {
        "schema": 1,
        "csp": policy(garden.settings, inline),
        "assets": dict(staged.assets),
        "challenges": _challenges(garden, briefs, now),
    }
    (folder / RECORD).write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    return Live(folder, garden.settings)


def _take_frames(folder: Path) -> None:
    """Copy every page with slots to `frames/`; those that are nothing but a frame leave the site."""
    public = folder / "public"
    for path in public.rglob("*.html"):
        content = path.read_bytes()
        if BEGIN in content:
            frame = folder / "frames" / path.relative_to(public)
            frame.parent.mkdir(parents=True, exist_ok=True)
            frame.write_bytes(content)
    remove_folder(public / "challenges" / "-")


def _keep_sources(garden: Garden, folder: Path, briefs: Mapping[str, Brief]) -> None:
    """The briefs and terms as they were, so that the collector asks what the pages ask."""
    for brief in briefs.values():
        _copy(brief.path, folder / "briefs" / f"{brief.slug}.md")
        for name in brief.files:
            _copy(brief.path.parent / name, folder / "briefs" / name)
    for place, source in sources.pages(garden).items():
        if place.startswith("terms/"):
            _copy(source, folder / place)


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
    """What fills and the collector need of a challenge without reading its brief."""
    return {
        "title": brief.title,
        "summary": brief.summary,
        "image": brief.image.file if brief.image else "",
        "opens": brief.opens.isoformat() if brief.opens else None,
        "closes": brief.closes.isoformat() if brief.closes else None,
        "since": brief.opens.isoformat() if brief.opens else since,
        "takes_ideas": idea_form(brief) is not None,
        "forms": {each.name: _defined(each) for each in brief.forms},
    }


def _defined(each: Form) -> dict[str, Any]:
    definition = form.define(each)
    document = definition.to_document()
    return {"hash": definition.hash, "document": document, "labels": form.labels(each)}
