"""What a search of a challenge's ideas found, as a page that the collector answers with."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from collector.brief import Brief
from collector.entries import Progress
from collector.pages.lists import LISTED, NAMED, numbers, progress_name
from collector.pages.render import render
from collector.published import PublishedIdea, filed
from collector.published.search import Asked, Index, progress_slug
from collector.words import say


@dataclass(frozen=True)
class Around:
    """Where the page stands: the address of the search, and that of the challenge on the site.

    `open` says whether ideas are taken.
    """

    search: str
    challenge: str
    open: bool


def found_page(brief: Brief, index: Index, asked: Asked, around: Around) -> Markup:
    """The page's body. Raises Unknown for a tag that no idea has."""
    found = index.find(asked)
    last = max(1, -(-len(found) // LISTED))
    page = min(asked.page, last)
    facts = {
        "title": brief.title,
        "around": around,
        "search": around.search,
        "asked": asked.words,
        "choices": list(_choices(index, asked)),
        "told": _told(asked, found),
        "shown": found[(page - 1) * LISTED : page * LISTED],
        "page": page,
        "pages": [(each, _address(asked, each)) for each in numbers(page, last)],
    }
    return Markup(render("found.html", facts))  # noqa: S704 - rendered with autoescape


def _told(asked: Asked, found: tuple[PublishedIdea, ...]) -> str:
    reason = {0: "none", 1: "one"}.get(len(found), "many")
    words = "-for" if asked.words else ""
    return say(f"lists-found-{reason}{words}", {"count": len(found), "words": asked.words})


def _choices(index: Index, asked: Asked) -> Iterator[tuple[str, str, str, list[tuple[str, str]]]]:
    """What else one may choose: a field's name, its label, what is chosen, and the choices."""
    orders = [(order.value, say(f"lists-{order}")) for order in index.data.orders]
    if len(orders) > 1:
        yield "order", say("lists-orders"), index.order(asked).value, orders
    steps = {idea.progress for idea in index.data.ideas}
    if asked.progress or steps - {Progress.OPEN}:
        named = [(progress_slug(each), progress_name(each)) for each in Progress if each in steps]
        chosen = progress_slug(asked.progress) if asked.progress else ""
        yield "progress", say("lists-steps"), chosen, [("", say("lists-any")), *named]
    tags = [(tag.name, tag.label) for tag, _ in filed(index.data.ideas)]
    if tags:
        near = [each for n, each in enumerate(tags) if n < NAMED or each[0] == asked.tag]
        yield "tag", say("lists-tags"), asked.tag, [("", say("lists-any")), *near]


def _address(asked: Asked, page: int) -> str:
    told = {
        "q": asked.words,
        "order": asked.order or "",
        "tag": asked.tag,
        "progress": progress_slug(asked.progress) if asked.progress else "",
        "page": page if page > 1 else "",
    }
    return "?" + urlencode({name: value for name, value in told.items() if value})
