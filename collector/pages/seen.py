"""Who sees a challenge's pages: everybody, whoever has their address, or the invited alone.

build/site.7/public/     what everybody gets; what is `seen by: link` bears `noindex` and is in no
                         list, feed or sitemap
build/site.7/invited/    pages of what is `seen by: invited`, laid out alike: the collector shows
                         them to whoever is invited, and nobody serves this folder
"""

import re
from pathlib import Path
from typing import Any

from collector.brief import Brief, SeenBy

FOLDER = "invited"
"""Beside `public`."""
NOINDEX = '<meta name="robots" content="noindex">\n'
OF_CHALLENGE = re.compile(
    r"(?:challenges/|feeds/challenges/)(?P<slug>[a-z0-9][a-z0-9-]*)(?=[./]|$)"
)
"""A place that belongs to a challenge, or to a translation of it."""


def seen_by(record: dict[str, Any], place: str) -> SeenBy:
    """Who sees what stands at a place of the site, by the record of a build."""
    found = OF_CHALLENGE.match(place)
    facts = record["challenges"].get(found["slug"]) if found else None
    return SeenBy(facts.get("seen_by", SeenBy.EVERYONE)) if facts else SeenBy.EVERYONE


def pictures_of(brief: Brief, others: dict[str, Brief]) -> list[str]:
    """Those pictures of a challenge that no challenge needs which more people see."""
    shared = {
        name
        for each in others.values()
        if each.seen_by is not SeenBy.INVITED
        for name in each.files
    }
    return [name for name in brief.files if name not in shared]


def hide(folder: Path, briefs: dict[str, Brief]) -> None:
    """Take what only the invited see out of the public part of a build."""
    for brief in briefs.values():
        if brief.seen_by is SeenBy.INVITED:
            names = [*(each.name for each in brief.editions), *pictures_of(brief, briefs)]
            for name in names:
                _move(
                    folder / "public" / "challenges" / name, folder / FOLDER / "challenges" / name
                )


def _move(source: Path, target: Path) -> None:
    if source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)
