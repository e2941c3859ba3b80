"""Reading the built HTML back: what is wrong here would fail visitors later."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from collector import form
from collector.brief import Brief
from collector.errors import BuildError
from collector.pages.slots import BEGIN, Frame

LOADING = "script,img,source,video,audio,track,iframe,embed,object,input[type=image]"
NOT_LOADED = {"canonical", "alternate", "next", "prev", "author", "license", "me"}
INLINE = "script:not([src]):not([type='application/json'])"
STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?(?P<address>[^"')\s]+)""")
SLOTS = {
    "index.html": ("challenges",),
    "challenges/index.html": ("closed",),
    "challenges/-/ideas/index.html": ("title", "body"),
    "challenges/-/ideas/-/index.html": ("title", "body"),
    "404.html": ("title", "body"),
}
"""What the kit pours into, by page; an owner's own version of it needs the same."""


def verify(public: Path, briefs: Mapping[str, Brief], home: str) -> frozenset[str]:
    """Read all pages back. Returns the scripts that stand in them.

    `home` is the site's own address, if it is known. Raises BuildError naming the page and the
    cause.
    """
    inline: set[str] = set()
    challenges = {f"challenges/{slug}/index.html": brief for slug, brief in briefs.items()}
    for path in sorted(public.rglob("*.html")):
        place = path.relative_to(public).as_posix()
        content = path.read_bytes()
        page = LexborHTMLParser(content)
        _check_page(place, content, page, home)
        if place in challenges:
            _check_challenge(place, content, page, challenges.pop(place))
        inline |= {node.text(strip=False) for node in page.css(INLINE)}
    for place in challenges:
        raise BuildError("page-missing", page=place)
    for path in public.rglob("*.css"):
        _check_style(path.relative_to(public).as_posix(), path.read_text("utf-8"), home)
    return frozenset(inline)


def _check_page(place: str, content: bytes, page: LexborHTMLParser, home: str) -> None:
    for address in _loaded(page):
        if _is_foreign(address, home):
            raise BuildError("foreign-request", page=place, address=address)
    frame = Frame.read(content)
    for name in SLOTS.get(place, ()):
        if frame.names.count(name) != 1:
            raise BuildError("slot-count", page=place, slot=name, count=frame.names.count(name))
    if content.count(BEGIN) != len(frame.slots):
        raise BuildError("slot-broken", page=place)


def _check_challenge(place: str, content: bytes, page: LexborHTMLParser, brief: Brief) -> None:
    """Each form of the challenge exactly once, with exactly the fields of its definition."""
    for each in brief.forms:
        drawn = [
            node
            for node in page.css("form[action]")
            if (node.attributes["action"] or "").endswith(f"/collect/{brief.slug}/{each.name}")
        ]
        if len(drawn) != 1:
            raise BuildError("form-count", page=place, form=each.name, count=len(drawn))
        fields = {node.attributes["name"] or "" for node in drawn[0].css("[name]")}
        asked = set(form.define(each).columns)
        if wrong := asked ^ {name for name in fields if not name.startswith("_")}:
            raise BuildError("form-fields", page=place, form=each.name, fields=", ".join(sorted(wrong)))
    names = Frame.read(content).names
    for name in ("phase", *(f"form:{each.name}" for each in brief.forms)):
        if names.count(name) != 1:
            raise BuildError("slot-count", page=place, slot=name, count=names.count(name))


def _check_style(place: str, style: str, home: str) -> None:
    for found in STYLE.finditer(style):
        if _is_foreign(found["address"], home):
            raise BuildError("foreign-request", page=place, address=found["address"])


def _loaded(page: LexborHTMLParser) -> Iterator[str]:
    """Every address that a browser asks for while it shows the page."""
    for node in page.css(LOADING):
        yield from (node.attributes.get(name) or "" for name in ("src", "data", "poster"))
        for each in (node.attributes.get("srcset") or "").split(","):
            yield each.strip().split(" ")[0]
    for node in page.css("link[href]"):
        if not NOT_LOADED & set((node.attributes.get("rel") or "").split()):
            yield node.attributes["href"] or ""


def _is_foreign(address: str, home: str) -> bool:
    parts = urlsplit(address.strip())
    return bool(parts.netloc) and f"{parts.scheme}://{parts.netloc}" != _origin(home)


def _origin(home: str) -> str:
    parts = urlsplit(home)
    return f"{parts.scheme}://{parts.netloc}"
