"""What the lists on the site show is what published data says, in every order and of every kind."""

import itertools
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from collector import pages
from collector.entries import Progress
from collector.garden import Garden
from collector.pages.lists import LISTED, leaves, numbers
from collector.published import Order, PublishedVotes, has_tag, ordered
from tests.pages.gardens import data, idea, publish

IDEAS = tuple(
    idea(
        number,
        tags=("Süß",) if number % 2 else ("Süß", "rye & oats"),
        progress=list(Progress)[number % 6],
        votes=PublishedVotes(number, rank=200 - number, rising=number % 7),
    )
    for number in range(1, 131)
)
EVERYTHING = replace(data(*IDEAS), orders=(Order.DRAWN, Order.NEW, Order.TOP, Order.RISING))


def public(garden: Garden) -> Path:
    return garden.live.resolve() / "public/challenges/bread/ideas"


def shown(folder: Path, place: str) -> list[str]:
    """The refs of a whole list, gone through page by page as its links lead."""
    found: list[str] = []
    page = 1
    while True:
        here = folder / place / (f"page-{page}" if page > 1 else "") / "index.html"
        html = LexborHTMLParser(here.read_bytes())
        links = [node.attributes["href"] for node in html.css(".ig-card__title a")]
        for link in links:
            assert (here.parent / link).resolve().parent == folder.resolve()
            assert (here.parent / link / "index.html").is_file()
            found.append(Path(link).name)
        page += 1
        if not any(node.text() == str(page) for node in html.css(".ig-pages a")):
            return found


@pytest.fixture
def filled(built: Garden) -> Garden:
    publish(built, EVERYTHING)
    pages.fill(built, "bread")
    return built


def refs(ideas: object) -> list[str]:
    return [each.ref for each in ideas]  # type: ignore[attr-defined]


@pytest.mark.parametrize("order", EVERYTHING.orders)
def test_a_list_shows_every_idea_in_the_order_that_published_data_gives(
    filled: Garden, order: Order
) -> None:
    place = "" if order is EVERYTHING.orders[0] else order.value
    told = ordered(EVERYTHING.ideas, order, "bread", EVERYTHING.as_of)
    assert shown(public(filled), place) == refs(told)


@pytest.mark.parametrize("step", Progress)
def test_a_list_by_progress_shows_those_that_stand_there(filled: Garden, step: Progress) -> None:
    place = f"progress/{step.replace(' ', '-')}"
    held = [each.ref for each in IDEAS if each.progress is step]
    assert sorted(shown(public(filled), place)) == sorted(held)


@pytest.mark.parametrize("tag", ["suss", "rye-oats"])
def test_a_list_by_tag_shows_those_that_have_it(filled: Garden, tag: str) -> None:
    held = [each.ref for each in IDEAS if has_tag(each, tag)]
    assert sorted(shown(public(filled), f"tag/{tag}")) == sorted(held)


def test_every_link_of_every_list_leads_somewhere(filled: Garden) -> None:
    folder = public(filled)
    site = filled.live.resolve() / "public"
    for place in leaves(EVERYTHING):
        here = folder / place
        html = LexborHTMLParser((here / "index.html").read_bytes())
        for node in html.css("a[href], link[rel=stylesheet], script[src]"):
            address = node.attributes.get("href") or node.attributes.get("src") or ""
            target = address.partition("#")[0]
            if not target or ":" in target or target.startswith("/collect"):
                continue
            found = (site / target.lstrip("/")) if target[0] == "/" else (here / target)
            assert found.resolve().is_relative_to(site), (place, address)
            assert found.exists() or "feeds" in target, (place, address)


def test_the_list_that_is_read_is_marked_and_counts_stand_beside(filled: Garden) -> None:
    page = (public(filled) / "tag/suss/index.html").read_text("utf-8")
    marked = re.findall(r'<a href="([^"]+)" aria-current="page">([^<]+)</a>', page)
    assert ("../../tag/suss/", "Süß (130)") in marked
    assert "Done (22)" in page


def test_the_page_says_why_ideas_are_drawn_by_lot(filled: Garden) -> None:
    assert "drawn by lot anew each hour" in (public(filled) / "index.html").read_text("utf-8")
    challenge = public(filled).parent / "index.html"
    assert "drawn by lot anew each hour" in challenge.read_text("utf-8")


def test_while_votes_are_taken_the_challenge_s_own_page_is_drawn_by_lot_too(filled: Garden) -> None:
    html = LexborHTMLParser((public(filled).parent / "index.html").read_bytes())
    first = [Path(node.attributes["href"]).name for node in html.css(".ig-card__title a")]
    assert first == refs(ordered(IDEAS, Order.DRAWN, "bread", EVERYTHING.as_of))[: len(first)]


def test_a_new_hour_turns_the_lot_and_nothing_else(filled: Garden) -> None:
    later = replace(EVERYTHING, as_of=EVERYTHING.as_of + timedelta(hours=1))
    publish(filled, later)
    changed = {
        each.resolve().relative_to(public(filled)).as_posix()
        for each in pages.fill(filled, "bread")
        if each.resolve().is_relative_to(public(filled))
    }
    assert "index.html" in changed
    assert not [each for each in changed if each.startswith(("new/", "top/", "rising/", "idea"))]
    assert shown(public(filled), "") == refs(ordered(IDEAS, Order.DRAWN, "bread", later.as_of))


def test_what_changes_is_written_where_it_stands_and_nowhere_else(filled: Garden) -> None:
    voted = replace(IDEAS[70], title="Bagels", votes=PublishedVotes(999, rank=129, rising=1))
    later = replace(EVERYTHING, ideas=(*IDEAS[:70], voted, *IDEAS[71:]))
    publish(filled, later)
    folder = public(filled)
    written = [each.resolve() for each in pages.fill(filled, "bread")]
    changed = {each.relative_to(folder).as_posix() for each in written if folder in each.parents}
    showing = {f"{place}index.html" for place, leaf in leaves(later).items() if voted in leaf.shown}
    assert f"{voted.ref}/index.html" in changed
    assert showing <= changed
    moved = {each for each in changed if each.startswith(("top/", "rising/"))}
    assert changed - showing - moved == {
        f"{voted.ref}/{name}" for name in ("index.html", "feed.xml")
    }


def test_a_list_that_holds_nothing_any_more_is_gone(filled: Garden) -> None:
    few = tuple(replace(each, tags=(), progress=Progress.OPEN) for each in IDEAS[:3])
    publish(filled, replace(EVERYTHING, ideas=few, orders=(Order.NEW,)))
    pages.fill(filled, "bread")
    left = {
        each.name for each in public(filled).rglob("*") if each.is_dir() and any(each.iterdir())
    }
    assert left == set(refs(few))


def test_what_a_fill_that_broke_off_has_left_is_gone_after_the_next(
    filled: Garden, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(filled, data(*IDEAS[:2]))

    def fail(*_: object) -> None:
        raise OSError("full")

    with monkeypatch.context() as broken:
        broken.setattr("collector.pages.ideas._lists", fail)
        with pytest.raises(OSError, match="full"):
            pages.fill(filled, "bread")
    pages.fill(filled, "bread")
    left = {each.parent for each in public(filled).rglob("index.html")}
    named = (*refs(IDEAS[:2]), *leaves(data(*IDEAS[:2])))
    assert left == {public(filled) / each for each in named}


@given(st.integers(1, 200), st.integers(0, 200))
def test_of_many_pages_the_first_the_last_and_those_around_are_named(at: int, more: int) -> None:
    last = at + more
    told = numbers(at, last)
    named = [each for each in told if each]
    assert named == sorted(set(named))
    assert {1, last, at} <= set(named)
    assert len(told) <= 11
    for before, each in itertools.pairwise(told):
        assert each in (0, before + 1) or before == 0


@given(
    st.lists(st.integers(0, 129), unique=True),
    st.lists(st.sampled_from(Order), unique=True, min_size=1),
)
def test_the_pages_of_lists_hold_every_idea_once_an_order(
    chosen: list[int], orders: list[Order]
) -> None:
    ideas = tuple(IDEAS[each] for each in chosen)
    found = leaves(replace(EVERYTHING, ideas=ideas, orders=tuple(orders)))
    for order in orders:
        start = "" if order is orders[0] else f"{order}/"
        told = [each for leaf in found.values() if leaf.start == start for each in leaf.shown]
        assert sorted(refs(told)) == sorted(refs(ideas))
    assert all(len(leaf.shown) <= LISTED for leaf in found.values())
