import errno
import threading
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from collector import pages
from collector.brief import Phase
from collector.errors import BriefError, BuildError
from collector.garden import Garden
from tests.pages.gardens import ANSWERED, NOW, RESULT, data, idea, publish

BUILD = import_module("collector.pages.build")
"""The module; its function goes by the same name."""

Page = Callable[[str], str]


def rebuild(garden: Garden) -> None:
    pages.build(garden, now=NOW)


def public(garden: Garden) -> dict[str, bytes]:
    folder = garden.live / "public"
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


def test_every_page_stands_at_its_address(built: Garden) -> None:
    assert {place for place in public(built) if place.endswith(".html")} == {
        "404.html",
        "about/index.html",
        "challenges/boxes/index.html",
        "challenges/bread/index.html",
        "challenges/bread/results/index.html",
        "challenges/index.html",
        "challenges/tables/index.html",
        "challenges/tables/results/index.html",
        "index.html",
        "privacy/index.html",
        "terms/taking-part/index.html",
    }


def test_no_page_shows_a_marker_or_a_frame(built: Garden) -> None:
    for place, content in public(built).items():
        assert b"<!--slot" not in content, place
        assert b"<!--/slot" not in content, place
    assert not (built.live / "public/challenges/-").exists()


def test_every_link_and_picture_leads_to_a_file_that_is_there(built: Garden) -> None:
    publish(built, data(idea(1), idea(2, replies=ANSWERED)))
    pages.fill(built, "bread")
    folder = built.live / "public"
    for place, content in public(built).items():
        if not place.endswith("index.html"):
            continue
        page = LexborHTMLParser(content)
        found = [node.attributes.get("href") or "" for node in page.css("a[href], link[href]")]
        found += [node.attributes.get("src") or "" for node in page.css("[src]")]
        for address in found:
            if not address.startswith(("http", "/collect", "mailto:")):
                target = (folder / place).parent / address.partition("#")[0]
                assert target.exists(), (place, address)


def test_an_open_challenge_shows_its_forms_with_every_field(page: Page) -> None:
    forms = LexborHTMLParser(page("challenges/bread")).css("form")
    assert [each.attributes["action"] for each in forms] == [
        "/collect/bread/idea",
        "/collect/bread/hours",
    ]
    names = {each.attributes["name"] for each in forms[0].css("[name]")}
    assert {"title", "text", "role", "role_other"} <= names


def test_a_closed_challenge_says_so_instead_of_its_form(page: Page) -> None:
    text = page("challenges/tables")
    assert "<form" not in text
    assert "This closed on <strong>1 November 2026</strong>" in text


def test_a_challenge_that_has_not_begun_says_when_it_does(page: Page) -> None:
    text = page("challenges/boxes")
    assert "<form" not in text
    assert "This opens on <strong>1 December 2026</strong>" in text


def test_the_home_page_shows_what_is_open_and_what_comes(page: Page) -> None:
    cards = LexborHTMLParser(page("")).css(".ig-card--challenge")
    told = [each.text(separator=" ", strip=True) for each in cards]
    assert len(told) == 2
    assert "What should we bake next?" in told[0]
    assert "Until 15 December 2026, 18:00" in told[0]
    assert "Christmas boxes" in told[1]


def test_what_is_over_stands_apart(page: Page) -> None:
    assert "Which tables?" in page("challenges")
    assert "Which tables?" not in page("")
    assert 'href="challenges/"' in page("")


def test_a_garden_without_challenges_has_a_friendly_home_page(garden: Garden) -> None:
    for brief in garden.challenges.glob("*.md"):
        brief.unlink()
    rebuild(garden)
    text = (garden.live / "public/index.html").read_text()
    assert "Nothing is being asked just now" in text
    assert "Nothing has closed yet" in (garden.live / "public/challenges/index.html").read_text()


def test_what_is_published_stands_on_the_pages_after_a_build(garden: Garden) -> None:
    publish(garden, data(idea(title="Rye & <rolls>", replies=ANSWERED)))
    rebuild(garden)
    files = public(garden)
    assert b"Rye &amp; &lt;rolls&gt;" in files["challenges/bread/index.html"]
    assert b"We bake them on Friday." in files["challenges/bread/ideas/idea0001/index.html"]
    assert b"Rye &amp; &lt;rolls&gt;" in files["feeds/challenges/bread.xml"]


def test_a_result_stands_there_when_it_is_published(garden: Garden) -> None:
    told = replace(data(slug="tables", phase=Phase.CLOSED), results={"poll": RESULT})
    publish(garden, told)
    rebuild(garden)
    text = (garden.live / "public/challenges/tables/index.html").read_text()
    assert "Round or square?" in text
    assert "70 %" in text.replace("\u202f", " ").replace("\xa0", " ")


def test_until_then_the_page_says_when_it_will(page: Page) -> None:
    text = page("challenges/bread")
    assert "Answer to see the result; it stands here from 15 December 2026, 18:00." in text


def test_two_builds_of_the_same_sources_are_the_same_bytes(built: Garden) -> None:
    before = public(built)
    rebuild(built)
    assert public(built) == before


def test_the_build_before_is_kept_and_older_ones_are_not(built: Garden) -> None:
    first = built.live.readlink().name
    rebuild(built)
    second = built.live.readlink().name
    assert (built.build / first).is_dir()
    rebuild(built)
    assert not (built.build / first).exists()
    assert (built.build / second).is_dir()


def test_a_broken_brief_stops_a_build(built: Garden) -> None:
    (built.challenges / "bread.md").write_text("# Bread\n\n## Poll {.pol}\n")
    before = built.live.readlink()
    with pytest.raises(BriefError):
        rebuild(built)
    assert built.live.readlink() == before


def test_while_serving_a_broken_brief_keeps_its_last_good_version(built: Garden) -> None:
    (built.challenges / "bread.md").write_text("# Bread\n\n## Poll {.pol}\n")
    (built.challenges / "new.md").write_text("# New\n\n## Poll {.pol}\n")
    (built.own_pages / "about.md").write_text("# About us\n\nChanged.\n")
    for _turn in range(2):
        pages.build(built, now=NOW, keep_last_good=True)
    files = public(built)
    assert b"What should we bake next?" in files["challenges/bread/index.html"]
    assert files["challenges/oven.svg"]
    assert "challenges/new/index.html" not in files
    assert b"Changed." in files["about/index.html"]


def failing(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("place", ["build.stage", "build.finish", "fill.render", "shelf.swap"])
def test_when_the_disk_is_full_the_site_that_stood_still_stands(
    built: Garden, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, link = public(built), built.live.readlink()
    module, name = place.split(".")
    monkeypatch.setattr(import_module(f"collector.pages.{module}"), name, failing)
    with pytest.raises(BuildError) as refused:
        rebuild(built)
    assert refused.value.reason == "build-failed"
    assert "No space left" in str(refused.value.facts["cause"])
    assert (public(built), built.live.readlink()) == (before, link)
    assert [each.name for each in built.build.glob("site.*")] == [link.name]


def test_a_generator_that_fails_half_way_is_quoted_and_changes_nothing(built: Garden) -> None:
    before = public(built)
    (built.root / "mkdocs.yml").write_text("site_name: x\nmarkdown_extensions: [no_such_thing]\n")
    with pytest.raises(BuildError) as refused:
        rebuild(built)
    assert refused.value.reason == "generator-failed"
    assert "no_such_thing" in str(refused.value.facts["said"])
    assert public(built) == before


def test_a_second_build_at_the_same_time_is_refused(
    built: Garden, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    stage = BUILD.stage

    def slowly(*arguments: object, **wishes: object) -> object:
        begun.set()
        assert go_on.wait(30)
        return stage(*arguments, **wishes)

    monkeypatch.setattr(BUILD, "stage", slowly)
    first = threading.Thread(target=rebuild, args=(built,))
    first.start()
    assert begun.wait(30)
    with pytest.raises(BuildError) as refused:
        rebuild(built)
    go_on.set()
    first.join()
    assert refused.value.reason == "build-running"


def test_a_picture_from_another_site_is_refused_by_page_and_address(built: Garden) -> None:
    (built.own_pages / "about.md").write_text("# About\n\n![us](https://cdn.example/us.jpg)\n")
    with pytest.raises(BuildError) as refused:
        rebuild(built)
    assert refused.value.facts == {
        "page": "about/index.html",
        "address": "https://cdn.example/us.jpg",
    }


def test_a_home_page_of_the_owners_needs_room_for_the_challenges(built: Garden) -> None:
    (built.own_pages / "index.md").write_text("# Welcome\n")
    with pytest.raises(BuildError) as refused:
        rebuild(built)
    assert (refused.value.reason, refused.value.facts["slot"]) == ("slot-count", "challenges")


def test_scripts_of_the_owners_are_loaded_and_materials_are_not(built: Garden) -> None:
    (built.own_pages / "ours.js").write_text("document.title += '!';\n")
    (built.root / "mkdocs.yml").write_text("site_name: x\nextra_javascript: [ours.js]\n")
    rebuild(built)
    files = public(built)
    scripts = LexborHTMLParser(files["challenges/bread/index.html"]).css("script[src]")
    names = [(each.attributes["src"] or "").rpartition("/")[2].split(".")[0] for each in scripts]
    assert names == ["garden", "ours"]
    assert "ours.js" in files
    assert not [place for place in files if "javascripts" in place]


def test_the_sitemap_lists_pages_and_no_frames(built: Garden) -> None:
    root = ElementTree.fromstring((built.live / "public/sitemap.xml").read_bytes())
    addresses = [each.text or "" for each in root.findall(".//{*}loc")]
    assert "https://ideas.bakery.example/" in addresses
    assert "https://ideas.bakery.example/challenges/bread/" in addresses
    assert not [each for each in addresses if "/-/" in each or "404" in each]


def test_without_a_public_address_there_is_no_sitemap(garden: Garden) -> None:
    (garden.root / "ideagarden.toml").write_text('name = "Bakery"\n')
    rebuild(Garden.find(garden.root))
    assert not (garden.live / "public/sitemap.xml").exists()


def test_a_warning_of_the_generator_is_passed_on(garden: Garden) -> None:
    (garden.own_pages / "about.md").write_text("# About\n\n[gone](nowhere.md)\n")
    told: list[str] = []
    pages.build(garden, now=NOW, progress=told.append)
    assert any("nowhere.md" in line for line in told)


def test_what_is_published_while_a_build_runs_is_on_the_new_site(
    built: Garden, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = BUILD.pack

    def meanwhile(folder: Path) -> None:
        publish(built, data(idea(title="Came late")))
        pack(folder)

    monkeypatch.setattr(BUILD, "pack", meanwhile)
    rebuild(built)
    assert b"Came late" in public(built)["challenges/bread/index.html"]
    assert "challenges/bread/ideas/idea0001/index.html" in public(built)
