"""What becomes of ideas stands on the roadmap: of the challenge, and of the whole garden."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from collector import pages
from collector.entries import Progress
from collector.garden import Garden
from collector.pages.roadmap import MOST
from collector.published import PublishedReply
from tests.pages.gardens import data, idea, publish

SAID = (PublishedReply("From Friday on. " * 40, date(2026, 11, 21)),)
PLANNED = idea(1, progress=Progress.PLANNED, progressed=date(2026, 11, 20), replies=SAID)
DONE = idea(2, progress=Progress.DONE, progressed=date(2026, 11, 21))
DECLINED = idea(3, progress=Progress.DECLINED)
OPEN = idea(4)


def public(garden: Garden) -> Path:
    return garden.live.resolve() / "public"


def fills(garden: Garden, *ideas: object, slug: str = "bread") -> list[Path]:
    publish(garden, data(*ideas, slug=slug))  # type: ignore[arg-type]
    return pages.fill(garden, slug)


def told(garden: Garden, place: str) -> dict[str, list[str]]:
    """The titles below each heading, every link followed."""
    here = public(garden) / place
    html = LexborHTMLParser((here / "index.html").read_bytes())
    found = {}
    for section in html.css("section[aria-labelledby^=road-]"):
        heading = section.css_first("h2")
        assert section.attributes["aria-labelledby"] == heading.attributes["id"]
        links = section.css(".ig-card__title a")
        found[heading.text()] = [each.text() for each in links]
        for each in links:
            assert (here / each.attributes["href"] / "index.html").is_file()
    return found


@pytest.mark.parametrize("place", ["challenges/bread/roadmap", "roadmap"])
def test_ideas_stand_where_they_have_come(built: Garden, place: str) -> None:
    fills(built, OPEN, PLANNED, DONE, DECLINED)
    assert told(built, place) == {
        "Planned (1)": ["Rolls number 1"],
        "In progress (0)": [],
        "Done (1)": ["Rolls number 2"],
        "Declined (1)": ["Rolls number 3"],
    }
    page = (public(built) / place / "index.html").read_text("utf-8")
    assert "From Friday on. From Friday on." in page
    assert page.count("From Friday on.") < 40
    assert "20 November 2026" in page


def test_its_links_and_assets_lead_somewhere(built: Garden) -> None:
    fills(built, PLANNED)
    for place in ("roadmap", "challenges/bread/roadmap"):
        here = public(built) / place
        html = LexborHTMLParser((here / "index.html").read_bytes())
        for node in html.css("a[href], link[rel=stylesheet], link[type], script[src]"):
            address = node.attributes.get("href") or node.attributes.get("src") or ""
            if address.startswith(("http", "#")):
                continue
            found = (here / address.partition("#")[0]).resolve()
            assert found.is_relative_to(public(built)), (place, address)
            assert found.exists(), (place, address)


def test_it_is_linked_only_while_something_stands_on_it(built: Garden) -> None:
    home, challenge = public(built) / "index.html", public(built) / "challenges/bread/index.html"
    fills(built, OPEN)
    assert not (public(built) / "roadmap").exists()
    assert not [each for each in (home, challenge) if "roadmap/" in each.read_text("utf-8")]
    fills(built, OPEN, PLANNED)
    assert "roadmap/" in home.read_text("utf-8")
    assert "roadmap/" in challenge.read_text("utf-8")
    fills(built, OPEN, replace(PLANNED, progress=Progress.OPEN, progressed=None))
    assert not [each for each in (home, challenge) if "roadmap/" in each.read_text("utf-8")]
    for place in ("roadmap", "challenges/bread/roadmap"):
        assert not (public(built) / place).exists()


def test_the_garden_s_roadmap_holds_all_challenges(built: Garden) -> None:
    fills(built, PLANNED)
    fills(built, replace(PLANNED, ref="idea0077", title="A box"), slug="boxes")
    assert sorted(told(built, "roadmap")["Planned (2)"]) == ["A box", "Rolls number 1"]
    fills(built)
    assert told(built, "roadmap")["Planned (1)"] == ["A box"]


def test_of_many_the_latest_are_named_and_the_list_tells_the_others(built: Garden) -> None:
    fills(built, *(idea(n, progress=Progress.DONE) for n in range(1, MOST + 6)))
    held = told(built, "challenges/bread/roadmap")[f"Done ({MOST + 5})"]
    assert len(held) == MOST
    assert held[0] == f"Rolls number {MOST + 5}"
    page = (public(built) / "challenges/bread/roadmap/index.html").read_text("utf-8")
    assert 'href="../ideas/progress/done/"' in page
    assert "… and 5 more" in (public(built) / "roadmap/index.html").read_text("utf-8")


def test_what_does_not_concern_it_does_not_write_it(built: Garden) -> None:
    fills(built, PLANNED)
    changed = fills(built, PLANNED, OPEN)
    assert not [each for each in changed if "roadmap" in str(each)]


def test_the_sitemap_names_lists_and_roadmaps_while_there_are_some(built: Garden) -> None:
    def named() -> set[str]:
        text = (public(built) / "sitemap.xml").read_text("utf-8")
        found = re.findall("<loc>https://ideas.bakery.example/([^<]*)</loc>", text)
        return {each for each in found if "ideas" in each or "roadmap" in each}

    fills(built, OPEN)
    assert named() == {"challenges/bread/ideas/"}
    fills(built, OPEN, PLANNED)
    assert named() == {"challenges/bread/ideas/", "challenges/bread/roadmap/", "roadmap/"}
    fills(built)
    assert named() == set()
