"""Reading the built HTML back: what is wrong here would fail visitors later."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from collector import form
from collector.brief import Brief
from collector.errors import BuildError
from collector.pages.slots import BEGIN, Frame

LOADING = {
    "script": "src",
    "img": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "track": "src",
    "iframe": "src",
    "embed": "src",
    "object": "data",
    "input": "src",
}


def foreign(page: LexborHTMLParser, home: str) -> Iterator[str]:
    """Addresses of other sites that a browser would load while showing the page."""
    wanted = [node.attributes.get(LOADING[node.tag or ""]) for node in page.css(",".join(LOADING))]
    wanted += [
        node.attributes.get("href")
        for node in page.css("link")
        if (node.attributes.get("rel") or "") not in ("canonical", "alternate", "next", "prev")
    ]
    for address in wanted:
        if address and urlsplit(address).netloc and not (home and address.startswith(home)):
            yield address


def check_challenge(place: str, page: LexborHTMLParser, brief: Brief) -> None:
    """Each form of the challenge exactly once, with exactly the fields of its definition."""
    for each in brief.forms:
        definition = form.define(each)
        drawn = [
            node
            for node in page.css("form")
            if (node.attributes.get("action") or "").endswith(f"/collect/{brief.slug}/{each.name}")
        ]
        if len(drawn) != 1:
            raise BuildError("form-count", page=place, form=each.name, count=len(drawn))
        fields = {node.attributes.get("name") or "_" for node in drawn[0].css("[name]")}
        found = {name for name in fields if not name.startswith("_")}
        if found != set(definition.columns):
            wrong = sorted(found ^ set(definition.columns))
            raise BuildError("form-fields", page=place, form=each.name, fields=", ".join(wrong))


def verify(public: Path, briefs: Mapping[str, Brief], home: str) -> None:
    """Read all pages back. Raises BuildError naming the page and the cause."""
    for path in sorted(public.rglob("*.html")):
        place = path.relative_to(public).as_posix()
        content = path.read_bytes()
        page = LexborHTMLParser(content)
        for address in foreign(page, home):
            raise BuildError("foreign-request", page=place, address=address)
        if content.count(BEGIN) != len(Frame.read(content).slots):
            raise BuildError("slot-broken", page=place)
    for brief in briefs.values():
        place = f"challenges/{brief.slug}/index.html"
        path = public / place
        if not path.exists():
            raise BuildError("page-missing", page=place)
        check_challenge(place, LexborHTMLParser(path.read_bytes()), brief)
