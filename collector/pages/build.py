"""A build: check, stage, generate, verify, fill, swap. Until the swap nothing that is served changes."""

import base64
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from collector import form, published
from collector.brief import Brief
from collector.errors import BuildError
from collector.garden import Garden
from collector.pages import lock
from collector.pages.files import pack, remove_folder
from collector.pages.fill import Pouring
from collector.pages.generator import configuration, generate, own_configuration
from collector.pages.live import RECORD, Live
from collector.pages.slots import BEGIN
from collector.pages.sources import briefs_to_build
from collector.pages.stage import Staged, stage
from collector.pages.verify import verify
from collector.published import PublishedData

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Built:
    """What a build made: the folder that visitors get now."""

    public: Path
    challenges: int


def build(
    garden: Garden,
    *,
    now: datetime,
    briefs: Mapping[str, Brief] | None = None,
    keep_last_good: bool = False,
    progress: Progress = lambda step: None,
) -> Built:
    """Make the site and swap it in. Raises BriefError, BuildError; then the old one still stands."""
    with lock.only(garden.build / "build.lock"):
        if briefs is None:
            briefs = briefs_to_build(garden, keep_last_good=keep_last_good)
        folder = _new_folder(garden)
        try:
            site = _make(garden, folder, briefs, progress)
            _fill_and_swap(garden, site, briefs, now)
        except OSError as error:
            raise BuildError("build-failed", cause=str(error)) from error
        finally:
            _clear(garden, folder)
        return Built(garden.live / "public", len(briefs))


def _make(garden: Garden, folder: Path, briefs: Mapping[str, Brief], progress: Progress) -> Live:
    folder.mkdir(parents=True)
    staged = stage(garden, briefs)
    own = own_configuration(garden.root / "mkdocs.yml")
    told = configuration(garden, own, staged.extra, staged.pages, staged.theme, folder / "public")
    generate(folder / "mkdocs.yml", told, progress)
    verify(folder / "public", briefs, garden.settings.site.url)
    take_frames(folder)
    _keep_briefs(folder, briefs)
    record = _record(folder, briefs, staged)
    (folder / RECORD).write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    return Live(folder, garden.settings)


def take_frames(folder: Path) -> None:
    """Copy every page with slots to `frames/`; those of no address of their own go there."""
    public = folder / "public"
    for path in public.rglob("*.html"):
        content = path.read_bytes()
        if BEGIN in content:
            frame = folder / "frames" / path.relative_to(public)
            frame.parent.mkdir(parents=True, exist_ok=True)
            frame.write_bytes(content)
    remove_folder(public / "challenges" / "-")


def _keep_briefs(folder: Path, briefs: Mapping[str, Brief]) -> None:
    target = folder / "briefs"
    target.mkdir()
    for brief in briefs.values():
        shutil.copyfile(brief.path, target / f"{brief.slug}.md")
        for name in brief.files:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(brief.path.parent / name, target / name)


def _record(folder: Path, briefs: Mapping[str, Brief], staged: Staged) -> dict[str, Any]:
    return {
        "schema": 1,
        "csp": "",
        "assets": {name: f"/{place}" for name, place in staged.assets.items()},
        "challenges": {slug: _facts(brief) for slug, brief in briefs.items()},
    }


def _facts(brief: Brief) -> dict[str, Any]:
    forms = {}
    for each in brief.forms:
        definition = form.define(each)
        forms[each.name] = {
            "hash": definition.hash,
            "document": definition.to_document(),
            "labels": form.labels(each),
        }
    return {"title": brief.title, "summary": brief.summary, "forms": forms}


def _fill_and_swap(garden: Garden, site: Live, briefs: Mapping[str, Brief], now: datetime) -> None:
    told = {slug: _published(garden, brief, now) for slug, brief in briefs.items()}
    Pouring(site).pour(told)
    pack(site.public)
    with lock.waiting(garden.build / "fill.lock"):
        newest = {slug: _published(garden, brief, now) for slug, brief in briefs.items()}
        changed = {slug: data for slug, data in newest.items() if data != told[slug]}
        Pouring(site).pour(changed)
        _swap(garden, site.folder)


def _published(garden: Garden, brief: Brief, now: datetime) -> PublishedData:
    """What is published, or what there is to say of a challenge that nothing came to yet."""
    data = published.read(garden.published / f"{brief.slug}.json")
    return data or PublishedData(brief.slug, brief.title, now, brief.phase(now), brief.opens, brief.closes)


def _swap(garden: Garden, folder: Path) -> None:
    link = garden.build / ".live.new"
    link.unlink(missing_ok=True)
    link.symlink_to(folder.name)
    link.replace(garden.live)


def _new_folder(garden: Garden) -> Path:
    garden.build.mkdir(parents=True, exist_ok=True)
    numbers = [_number(each) for each in garden.build.glob("site.*")]
    return garden.build / f"site.{max(numbers, default=0) + 1}"


def _number(folder: Path) -> int:
    found = re.fullmatch(r"site\.(\d+)", folder.name)
    return int(found[1]) if found else 0


def _clear(garden: Garden, folder: Path) -> None:
    """Keep the live build and the one before it; remove what failed and what is older."""
    try:
        live = _number(Path(os.readlink(garden.live)))
    except OSError:
        live = 0
    keep = sorted(n for n in map(_number, garden.build.glob("site.*")) if n <= live)[-2:]
    for each in garden.build.glob("site.*"):
        if _number(each) not in keep:
            shutil.rmtree(each, ignore_errors=True)
