"""Canvases, experiments and programmes on the site: pages, ideas in them, lists, and both ways."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from collector import pages
from collector.brief import set_setting
from collector.entries import Progress
from collector.errors import BriefError
from collector.garden import Garden
from collector.published import MergedIdea
from tests.models.garden import CANVAS, EXPERIMENT, PROGRAMME
from tests.models.test_canvas import STRATEGY
from tests.pages.gardens import NOW, data, idea, publish

LATER = CANVAS.replace("canvas: business model", "canvas: business model\nfollows: work").replace(
    "- The mill", "- The mill\n- The *dairy*"
)
TAGGED = idea(1, tags=("Partners", "rye"), progress=Progress.DONE)
TRIED = idea(2, tags=("late rolls",))
NAMED = idea(3)
OTHER = idea(4, tags=("rye",))
PAGES = {
    "plans/work.md": CANVAS,
    "plans/later.md": LATER,
    "plans/late-rolls.md": set_setting(EXPERIMENT, "ideas", NAMED.ref),
    "plans/afternoons.md": PROGRAMME,
}


@pytest.fixture
def modelled(garden: Garden) -> Garden:
    """Built with models in it, before anything is published."""
    for place, text in PAGES.items():
        write(garden, place, text)
    pages.build(garden, now=NOW)
    return garden


def write(garden: Garden, place: str, text: str) -> Path:
    path = garden.own_pages / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def public(garden: Garden) -> Path:
    return garden.live.resolve() / "public"


def parsed(garden: Garden, place: str) -> LexborHTMLParser:
    return LexborHTMLParser((public(garden) / place / "index.html").read_bytes())


def links(garden: Garden, place: str, chosen: str) -> list[str]:
    """What the links say; every one leads somewhere."""
    here = public(garden) / place
    found = parsed(garden, place).css(chosen)
    for each in found:
        assert (here / str(each.attributes["href"]) / "index.html").is_file(), each.html
    return [each.text() for each in found]


@pytest.fixture
def filled(modelled: Garden) -> Garden:
    publish(modelled, data(TAGGED, TRIED, NAMED, OTHER))
    pages.fill(modelled, "bread")
    return modelled


def test_a_canvas_shows_every_block_with_its_markdown(modelled: Garden) -> None:
    blocks = parsed(modelled, "plans/later").css(".ig-canvas > section.ig-block")
    assert len(blocks) == 9
    partners = blocks[0]
    heading = partners.css_first("h2")
    assert heading.text() == "Key partners"
    assert partners.attributes["aria-labelledby"] == heading.attributes["id"]
    assert [each.html for each in partners.css("li")] == [
        "<li>The mill</li>",
        "<li>The <em>dairy</em></li>",
    ]
    assert "Nothing yet." in blocks[-1].text()


def test_an_idea_stands_in_the_block_whose_code_is_its_tag(filled: Garden) -> None:
    assert links(filled, "plans/work", ".ig-block--partners a") == ["Rolls number 1"]
    assert links(filled, "plans/work", ".ig-block a") == ["Rolls number 1"]


def test_an_idea_that_is_no_longer_shown_leaves_its_block(filled: Garden) -> None:
    publish(filled, data(OTHER))
    pages.fill(filled, "bread")
    assert links(filled, "plans/work", ".ig-block a") == []


def test_a_canvas_of_one_challenge_takes_ideas_of_no_other(garden: Garden) -> None:
    write(garden, "plans/work.md", set_setting(CANVAS, "challenges", "boxes"))
    pages.build(garden, now=NOW)
    publish(garden, data(TAGGED))
    pages.fill(garden, "bread")
    assert links(garden, "plans/work", ".ig-block a") == []


def test_ideas_of_a_challenge_in_no_list_stand_in_no_canvas(garden: Garden) -> None:
    brief = garden.challenges / "bread.md"
    brief.write_text(set_setting(brief.read_text("utf-8"), "seen by", "link"), encoding="utf-8")
    for place, text in PAGES.items():
        write(garden, place, text)
    pages.build(garden, now=NOW)
    publish(garden, data(TAGGED))
    pages.fill(garden, "bread")
    assert "Rolls" not in (public(garden) / "plans" / "work" / "index.html").read_text("utf-8")
    plan = (public(garden) / "plans/afternoons/index.html").read_text("utf-8")
    assert "What should we bake next?" not in plan


def test_versions_stand_side_by_side_with_what_is_new(filled: Garden) -> None:
    page = parsed(filled, "plans/later")
    (beside,) = page.css(".ig-beside")
    before, after = beside.css("div > ul")
    assert "new" not in before.text()
    assert [each.text() for each in after.css(".ig-badge")] == ["new"]
    assert links(filled, "plans/later", "nav.ig-pages--named a") == ["How we work"] * 2
    assert not parsed(filled, "plans/work").css(".ig-beside")


def test_an_experiment_and_its_ideas_name_each_other(filled: Garden) -> None:
    there = links(filled, "plans/late-rolls", ".ig-model-ideas a")
    assert there == ["Rolls number 2", "Rolls number 3"]
    for each in (TRIED, NAMED):
        place = f"challenges/bread/ideas/{each.ref}"
        assert links(filled, place, "[aria-labelledby=experiments] a") == ["Late rolls"]
    other = parsed(filled, f"challenges/bread/ideas/{OTHER.ref}")
    assert not other.css("[aria-labelledby=experiments]")


def test_an_experiment_goes_on_naming_an_idea_that_was_merged(filled: Garden) -> None:
    publish(filled, data(idea(9, merged=(MergedIdea(NAMED.ref, NAMED.title),))))
    pages.fill(filled, "bread")
    assert links(filled, "plans/late-rolls", ".ig-model-ideas a") == ["Rolls number 9"]
    place = "challenges/bread/ideas/idea0009"
    assert links(filled, place, "[aria-labelledby=experiments] a") == ["Late rolls"]


def test_the_lists_stand_in_the_menu_once_there_is_something(filled: Garden) -> None:
    menu = [each.text() for each in parsed(filled, "about").css(".ig-menu a")]
    assert menu[-3:] == ["Canvases", "Experiments", "Programmes"]
    assert links(filled, "experiments", ".ig-rows a") == ["Late rolls"]
    assert [each.text() for each in parsed(filled, "experiments").css("h2")] == ["To be decided"]
    assert links(filled, "canvases", ".ig-rows a") == ["How we work"]
    sitemap = (public(filled) / "sitemap.xml").read_text("utf-8")
    assert "https://ideas.bakery.example/experiments/" in sitemap
    address = "https://ideas.bakery.example/plans/work"
    assert f"{address}/" in sitemap


def test_where_the_owner_wrote_the_list_that_page_stands(garden: Garden) -> None:
    write(garden, "plans/late-rolls.md", EXPERIMENT)
    write(garden, "experiments/index.md", "# What we try\n\nAsk Mara.\n")
    pages.build(garden, now=NOW)
    assert "Ask Mara." in (public(garden) / "experiments/index.html").read_text("utf-8")


def test_a_programme_says_where_each_thing_stands(filled: Garden) -> None:
    assert links(filled, "plans/afternoons", ".ig-rows a") == [
        "What should we bake next?",
        "Late rolls",
        "How we work",
    ]
    rows = [
        " ".join(each.text().split()) for each in parsed(filled, "plans/afternoons").css("li p")
    ]
    assert "Challenge Open Ideas: 4, done: 1" in rows
    assert "Experiment To be decided" in rows


def test_an_experiment_is_due_when_its_last_day_is_over(garden: Garden) -> None:
    text = set_setting(EXPERIMENT, "ends", "2026-11-21")
    write(garden, "plans/late-rolls.md", text)
    pages.build(garden, now=NOW)
    assert parsed(garden, "plans/late-rolls").css_first(".ig-pill").text() == "Running"
    told = data()
    later = type(told)(**{**vars(told), "as_of": NOW.replace(day=22)})
    publish(garden, later)
    pages.fill(garden, "bread")
    assert parsed(garden, "plans/late-rolls").css_first(".ig-pill").text() == "To be decided"


def test_an_experiment_stands_in_a_garden_that_asks_nothing_yet(garden: Garden) -> None:
    for brief in garden.challenges.glob("*.md"):
        brief.unlink()
    write(garden, "plans/late-rolls.md", set_setting(EXPERIMENT, "ends", "2026-11-21"))
    pages.build(garden, now=NOW)
    assert parsed(garden, "plans/late-rolls").css_first(".ig-pill").text() == "Running"


def test_the_same_published_data_writes_nothing(filled: Garden) -> None:
    assert pages.fill(filled, "bread") == []


def test_a_fault_stops_a_build_and_leaves_what_stood(filled: Garden) -> None:
    write(filled, "plans/afternoons.md", PROGRAMME.replace("late-rolls", "early-rolls"))
    with pytest.raises(BriefError) as stopped:
        pages.build(filled, now=NOW)
    (finding,) = stopped.value.findings
    assert finding.path.name == "afternoons.md"
    assert "What should we bake next?" in parsed(filled, "plans/afternoons").body.text()  # type: ignore[union-attr]


def test_under_serve_a_faulty_page_keeps_its_last_good_version(filled: Garden) -> None:
    write(filled, "plans/late-rolls.md", EXPERIMENT.replace("threshold", "treshold"))
    write(filled, "plans/new.md", CANVAS.replace("Key partners", "Nonsense"))
    told: list[str] = []
    pages.build(filled, now=NOW, keep_last_good=True, progress=told.append)
    assert any("late-rolls.md:4:1: error" in each for each in told)
    assert "at least 20 a day" in parsed(filled, "plans/late-rolls").body.text()  # type: ignore[union-attr]
    assert not (public(filled) / "plans" / "new").exists()
    pages.build(filled, now=NOW, keep_last_good=True)
    assert "at least 20 a day" in parsed(filled, "plans/late-rolls").body.text()  # type: ignore[union-attr]


def test_a_strategy_canvas_is_drawn_with_its_table(garden: Garden) -> None:
    write(garden, "plans/us.md", STRATEGY)
    pages.build(garden, now=NOW)
    page = parsed(garden, "plans/us")
    assert page.css_first("svg.ig-curves title").text() == "What each offers, from 0 to 10"
    cells = [each.text() for each in page.css("table td")]
    assert cells == ["6", "2.5", "4", "9"]


def test_nothing_of_models_is_in_a_garden_without_them(once_built: Garden) -> None:
    assert not (public(once_built) / "experiments").exists()
    assert "Canvases" not in parsed(once_built, "about").body.text()  # type: ignore[union-attr]
    assert not (once_built.live.resolve() / "models.json").exists()


def test_what_an_idea_is_called_can_not_break_out_of_a_canvas(modelled: Garden) -> None:
    publish(modelled, data(idea(1, title="<script>alert(1)</script>", tags=("partners",))))
    pages.fill(modelled, "bread")
    assert not parsed(modelled, "plans/work").css(".ig-block script")
    assert links(modelled, "plans/work", ".ig-block a") == ["<script>alert(1)</script>"]


def test_two_versions_of_curves_stand_below_each_other_under_ids_of_their_own(
    garden: Garden,
) -> None:
    write(garden, "plans/us.md", STRATEGY)
    later = set_setting(STRATEGY, "follows", "us").replace("| Price | 6 |", "| Price | 8 |")
    write(garden, "plans/us-later.md", later)
    pages.build(garden, now=NOW)
    page = parsed(garden, "plans/us-later")
    assert len(page.css("svg.ig-curves")) == 2
    ids = [each.attributes["id"] for each in page.css("article [id]")]
    assert len(ids) == len({*ids})
    assert [each.text() for each in page.css("table td")][::4] == ["8", "6"]
