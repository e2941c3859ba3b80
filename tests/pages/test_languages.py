"""Each challenge speaks its own language on all its pages, and runs its own way."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from collector import published
from collector.garden import Garden
from collector.pages import build, fill, live
from collector.pages.languages import variant
from collector.published import PublishedData, PublishedIdea
from tests.gardens import lay_out
from tests.pages.gardens import NOW

IDEA = """
# {title}

{title}.

## {title} {{.idea}}

### {title} * {{#title}}
____ (3–80 characters)
"""

BRIEFS = {
    "bread": "---\ncloses: never\n---\n" + IDEA.format(title="Bread"),
    "brot": "---\ncloses: never\nlanguage: de\n---\n" + IDEA.format(title="Brot"),
    "khubz": "---\ncloses: never\nlanguage: ar\n---\n" + IDEA.format(title="الخبز"),
}


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    garden = lay_out(tmp_path_factory.mktemp("languages"), BRIEFS, 'name = "Bakery"')
    build(garden, now=NOW)
    for slug in BRIEFS:
        publish(garden, slug)
    return garden


def publish(garden: Garden, slug: str) -> None:
    standing = live(garden)
    assert standing is not None
    brief = standing.briefs[slug]
    ideas = (PublishedIdea("walnut", "Walnut", NOW.date()),)
    data = PublishedData(slug, brief.title, NOW, brief.phase(NOW), None, None, ideas=ideas)
    published.write(garden.published / f"{slug}.json", data)
    fill(garden, slug)


def read(garden: Garden, place: str) -> LexborHTMLParser:
    return LexborHTMLParser((garden.live / "public" / place / "index.html").read_text("utf-8"))


def spoken(page: LexborHTMLParser) -> tuple[str | None, str | None]:
    html, body = page.css_first("html"), page.body
    assert html is not None
    assert body is not None
    return html.attributes["lang"], body.attributes["dir"]


@pytest.mark.parametrize(
    ("slug", "told", "heading"),
    [
        ("bread", ("en", "ltr"), "All ideas"),
        ("brot", ("de", "ltr"), "Alle Ideen"),
        ("khubz", ("ar", "rtl"), "All ideas"),
    ],
)
def test_a_challenge_and_its_ideas_speak_its_language(
    garden: Garden, slug: str, told: tuple[str, str], heading: str
) -> None:
    for place in ("", "ideas/", "ideas/walnut/"):
        assert spoken(read(garden, f"challenges/{slug}/{place}")) == told
    page = read(garden, f"challenges/{slug}/ideas/")
    assert heading in page.css_first("h1").text()


def test_lists_speak_the_gardens_and_mark_what_does_not(garden: Garden) -> None:
    home = read(garden, "")
    assert spoken(home) == ("en", "ltr")
    marked = {each.text(): each.attributes.get("dir") for each in home.css(".ig-card__title")}
    assert marked == {"Bread": None, "Brot": "ltr", "الخبز": "rtl"}


def test_the_collectors_pages_wear_the_frame_of_the_language(garden: Garden) -> None:
    standing = live(garden)
    assert standing is not None
    own, _ = standing.frame("en")
    german, _ = standing.frame("de")
    arabic, _ = standing.frame("ar")
    assert 'lang="de"' in german
    assert "Zum Inhalt springen" in german
    assert 'dir="rtl"' in arabic
    assert standing.frame("fr")[0] == own


def test_a_frame_stands_at_any_address(garden: Garden) -> None:
    standing = live(garden)
    assert standing is not None
    page = "".join(standing.frame("de"))
    tree = LexborHTMLParser(page)
    for node in tree.css("[href], [src]"):
        address = node.attributes.get("href") or node.attributes.get("src") or ""
        assert address.startswith(("/", "#", "https://", "http://")), address
    assert standing.assets["garden.css"] in page


def test_frames_are_served_to_nobody(garden: Garden) -> None:
    assert not (garden.live / "public" / "challenges" / "-").exists()


def test_a_shared_frame_in_another_language_stands_as_deep() -> None:
    place = "challenges/-/ideas/-/index.html"
    assert variant(place, "fr") == "challenges/-/ideas-fr/-/index.html"


def test_words_of_one_language_are_not_kept_for_the_next(garden: Garden) -> None:
    standing = live(garden)
    assert standing is not None
    before = Path(standing.public, "challenges/brot/index.html").read_text("utf-8")
    for slug in ("bread", "brot", "khubz", "brot"):
        publish(garden, slug)
    after = Path(standing.public, "challenges/brot/index.html").read_text("utf-8")
    assert before == after
    assert "Ohne Enddatum" in after
