"""Contributors stand on a page of their own while there are any, each as they wrote their name."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from collector import pages
from collector.entries import Progress
from collector.garden import Garden
from collector.published import MergedIdea, PublishedData
from tests.pages.gardens import NOW, data, idea, publish
from tests.standing.corpus import CORPUS


def fills(garden: Garden, *ideas: object, slug: str = "bread") -> None:
    publish(garden, data(*ideas, slug=slug))  # type: ignore[arg-type]
    pages.fill(garden, slug)


def public(garden: Garden) -> Path:
    return garden.live.resolve() / "public"


def told(garden: Garden) -> list[tuple[str, list[str]]]:
    """Each name with its ideas, every link followed."""
    here = public(garden) / "contributors"
    page = LexborHTMLParser((here / "index.html").read_bytes())
    found = []
    for card in page.css("h2#people ~ ul .ig-card"):
        links = card.css("a")
        assert all((here / each.attributes["href"] / "index.html").is_file() for each in links)
        found.append((card.css_first("h3").text(), [each.text() for each in links]))
    return found


def test_names_stand_in_the_order_of_the_alphabet_each_once(built: Garden) -> None:
    fills(built, idea(1, credit="omar"), idea(2, credit="Ann"), idea(3, credit="omar"), idea(4))
    fills(built, idea(7, credit="Ann"), slug="boxes")
    names = [name for name, _ in told(built)]
    assert names == ["Ann", "omar"]
    assert [len(ideas) for _, ideas in told(built)] == [2, 2]


def test_whoever_asked_for_the_same_is_named_with_it(built: Garden) -> None:
    merged = MergedIdea("m", "The same", credit="Bea"), MergedIdea("n", "Too", credit="")
    fills(built, idea(1, credit="Ann", merged=merged, progress=Progress.DONE))
    (first, _), (second, _) = told(built)
    assert (first, second) == ("Ann", "Bea")
    page = public(built) / "challenges" / "bread" / "ideas" / idea(1).ref / "index.html"
    assert "Thanks for the idea to Ann, Bea." in page.read_text("utf-8")


def test_without_anybody_there_is_no_page_and_no_way_to_it(built: Garden) -> None:
    fills(built, idea(1, credit="Ann"))
    home, feed = public(built) / "index.html", public(built) / "sitemap.xml"
    assert "contributors/" in home.read_text("utf-8")
    assert "/contributors/" in feed.read_text("utf-8")
    fills(built, idea(1))
    assert not (public(built) / "contributors").exists()
    assert "contributors/" not in home.read_text("utf-8")
    assert "/contributors/" not in feed.read_text("utf-8")


def test_a_build_keeps_them(built: Garden) -> None:
    publish(built, data(idea(1, credit="Ann", honours=("2026-11",))))
    pages.build(built, now=NOW)
    assert [name for name, _ in told(built)] == ["Ann"]
    assert "November 2026" in (public(built) / "contributors" / "index.html").read_text("utf-8")


def test_names_stay_words(built: Garden) -> None:
    wicked = [each for each in CORPUS if each.strip()]
    ideas = [
        idea(n, credit=each, progress=Progress.DONE, honours=("2026-11",))
        for n, each in enumerate(wicked)
    ]
    fills(built, *ideas)
    for place in ("contributors", "roadmap", f"challenges/bread/ideas/{idea(0).ref}"):
        page = LexborHTMLParser((public(built) / place / "index.html").read_bytes())
        assert not page.css("#content script, img, iframe")
        assert not page.css("[onerror], [onload], [onclick]")
    names = {" ".join(name.split()) for name, _ in told(built)}
    assert names == {" ".join(each.split()) for each in wicked}


@pytest.mark.parametrize("missing", ["credit", "honours"])
def test_data_that_was_published_before_is_read(missing: str) -> None:
    document = data(idea(1, credit="Ann", honours=("2026-11",))).to_document()
    del document["ideas"][0][missing]
    (found,) = PublishedData.from_document(document).ideas
    assert not getattr(found, missing)
