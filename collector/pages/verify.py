"""Reading the built HTML back: what is wrong here would fail visitors later."""

import re
from collections.abc import Container, Iterable, Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from collector import form
from collector.brief import Brief
from collector.errors import BuildError
from collector.pages.challenge import form_slot
from collector.pages.slots import BEGIN, Frame

LOADING = "script,img,source,video,audio,track,iframe,embed,object,input[type=image]"
NOT_LOADED = {"canonical", "alternate", "next", "prev", "author", "license", "me"}
INLINE = "script:not([src]):not([type='application/json'])"
STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?(?P<address>[^"')\s]+)""")

FRAMES = "challenges/-/"
FRAMED = ("title", "body")
SLOTS = {
    "index.html": ("challenges",),
    "challenges/index.html": ("closed",),
    "challenges/-/ideas/index.html": FRAMED,
    "challenges/-/ideas/-/index.html": FRAMED,
    "404.html": FRAMED,
}
"""What the kit pours into, by page; an owner's own version of it needs the same."""


def verify_page(place: str, content: bytes, home: str, brief: Brief | None = None) -> set[str]:
    """Read one page back; its forms stand in it, and its slots are still marked.

    `home` is the site's own address, if it is known; `brief` says what a challenge's page must
    hold. Returns the scripts that stand in the page. Raises BuildError naming page and cause.
    """
    page = LexborHTMLParser(content)
    for address in _loaded(page):
        if _is_foreign(address, home):
            raise BuildError("foreign-request", page=place, address=address)
    _verify_slots(place, content, brief)
    if brief is not None:
        _verify_forms(place, page, brief)
    return {node.text(strip=False) for node in page.css(INLINE)}


def verify_whole(places: Container[str], challenges: Iterable[str]) -> None:
    """Raise BuildError if a page that the kit needs was not made."""
    for place in (*SLOTS, *challenges):
        if place not in places:
            raise BuildError("page-missing", page=place)


def verify_style(place: str, style: str, home: str) -> None:
    """Raise BuildError if a style sheet loads something from another site."""
    for found in STYLE.finditer(style):
        if _is_foreign(found["address"], home):
            raise BuildError("foreign-request", page=place, address=found["address"])


def _verify_slots(place: str, content: bytes, brief: Brief | None) -> None:
    names = Frame.read(content).names
    wanted = FRAMED if place.startswith(FRAMES) else SLOTS.get(place, ())
    if brief is not None:
        wanted = ("phase", *map(form_slot, brief.forms))
    for name in wanted:
        if names.count(name) != 1:
            raise BuildError("slot-count", page=place, slot=name, count=names.count(name))
    if content.count(BEGIN) != len(names):
        raise BuildError("slot-broken", page=place)


def _verify_forms(place: str, page: LexborHTMLParser, brief: Brief) -> None:
    """Each form of the challenge exactly once, with exactly the fields of its definition."""
    for each in brief.forms:
        end = f"/collect/{brief.slug}/{each.name}"
        drawn = [
            node
            for node in page.css("form[action]")
            if (node.attributes["action"] or "").endswith(end)
        ]
        if len(drawn) != 1:
            raise BuildError("form-count", page=place, form=each.name, count=len(drawn))
        names = {node.attributes["name"] or "" for node in drawn[0].css("[name]")}
        fields = {name for name in names if not name.startswith("_")}
        asked = {column for question in each.questions for column in form.columns(question)}
        if wrong := fields ^ asked:
            raise BuildError(
                "form-fields", page=place, form=each.name, fields=", ".join(sorted(wrong))
            )


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
    return bool(urlsplit(address.strip()).netloc) and _origin(address.strip()) != _origin(home)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
