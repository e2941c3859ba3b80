"""Reading a filled site back: nothing of what only some may see stands where others find it.

invited   not one of its pages, addresses, pictures, words, ideas in any public file
link      in no list, feed, sitemap, search index; each of its pages says `noindex`
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import escape

from collector.brief import Brief, Prose, SeenBy
from collector.errors import BuildError
from collector.pages.live import Live
from collector.pages.seen import NOINDEX, pictures_of

TEXTS = (".html", ".xml", ".json", ".txt", ".csv", ".js", ".css", ".md", ".svg")
LEAST = 12
"""Signs of a text that is looked for: shorter ones stand in other pages by chance."""
REFERENCE = re.compile(rb"\b[2-9a-hjkmnp-tv-z]{16}\b")
LISTS = ("index.html", "challenges/index.html", "roadmap/index.html", "privacy/index.html")
"""Pages that name challenges, besides all feeds and indexes."""


def verify_seen(site: Live, briefs: Mapping[str, Brief]) -> None:
    """Raise BuildError, naming the file and the challenge, where others would find it."""
    invited = [each for each in briefs.values() if each.seen_by is SeenBy.INVITED]
    linked = [each for each in briefs.values() if each.seen_by is SeenBy.LINK]
    if invited:
        _verify_invited(site, invited, dict(briefs))
    if linked:
        _verify_linked(site, linked)


def _verify_invited(site: Live, invited: list[Brief], briefs: dict[str, Brief]) -> None:
    names = {
        f"challenges/{name}": brief
        for brief in invited
        for name in (*(each.name for each in brief.editions), *pictures_of(brief, briefs))
    }
    for place, brief in names.items():
        if (site.public / place).exists():
            raise BuildError("seen-invited", page=place, challenge=brief.slug)
    marks = {mark: brief for brief in invited for mark in _marks(brief, _open_words(briefs))}
    refs = {ref.encode(): brief for brief in invited for ref in _refs(site, brief)}
    for path in _texts(site.public):
        content = path.read_bytes()
        found = [brief for mark, brief in marks.items() if mark in content]
        found += [refs[each] for each in {*REFERENCE.findall(content)} & refs.keys()]
        if found:
            place = path.relative_to(site.public).as_posix()
            raise BuildError("seen-invited", page=place, challenge=found[0].slug)


def _verify_linked(site: Live, linked: list[Brief]) -> None:
    for path in _texts(site.public):
        place = path.relative_to(site.public).as_posix()
        content = path.read_bytes()
        for brief in linked:
            own = any(place.startswith(f"challenges/{each.name}/") for each in brief.editions)
            if own and place.endswith(".html") and NOINDEX.strip().encode() not in content:
                raise BuildError("seen-indexed", page=place, challenge=brief.slug)
            if _lists_challenges(place) and _mentions(content, brief):
                raise BuildError("seen-listed", page=place, challenge=brief.slug)


def _lists_challenges(place: str) -> bool:
    return place in LISTS or place.startswith(("feeds/", "search/", "sitemap"))


def _mentions(content: bytes, brief: Brief) -> bool:
    return any(
        f"challenges/{each.name}{end}".encode() in content
        for each in brief.editions
        for end in "/."
    )


def _texts(public: Path) -> Iterator[Path]:
    return (each for each in sorted(public.rglob("*")) if each.suffix in TEXTS and each.is_file())


def _marks(brief: Brief, open_words: frozenset[str]) -> Iterator[bytes]:
    """What betrays the challenge: its addresses, and what it says that no open one says too."""
    for edition in brief.editions:
        yield f"challenges/{edition.name}/".encode()
        for text in _words(edition):
            if len(text) >= LEAST and text not in open_words:
                yield text.encode()
                yield str(escape(text)).encode()
                yield json.dumps(text)[1:-1].encode()
    yield f"/collect/{brief.slug}/".encode()


def _open_words(briefs: dict[str, Brief]) -> frozenset[str]:
    shown = (each for each in briefs.values() if each.seen_by is not SeenBy.INVITED)
    return frozenset(text for brief in shown for each in brief.editions for text in _words(each))


def _words(brief: Brief) -> Iterator[str]:
    """Its title, what it says, and what it asks, line by line."""
    yield from (brief.title, brief.summary, brief.objective)
    for section in brief.sections:
        if isinstance(section, Prose):
            yield from (line.strip() for line in section.text.splitlines())
    for form in brief.forms:
        yield from (question.label for question in form.questions)


def _refs(site: Live, brief: Brief) -> Iterator[str]:
    """The names of its ideas, as they were poured."""
    try:
        poured: dict[str, Any] = json.loads(
            (site.folder / "poured" / f"{brief.slug}.json").read_bytes()
        )
    except FileNotFoundError:
        return
    for idea in poured["ideas"]:
        yield idea["ref"]
        yield from (each["ref"] for each in idea.get("merged", ()))
