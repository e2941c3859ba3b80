import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from collector import pages
from collector.garden import CollectorSettings, Garden
from collector.pages import Live
from tests.pages.gardens import NOW


@pytest.fixture
def standing(built: Garden) -> Live:
    live = pages.live(built)
    assert live is not None
    return live


def test_before_the_first_build_nothing_is_live(garden: Garden) -> None:
    assert pages.live(garden) is None


def test_the_live_build_is_looked_up_once_and_again_when_the_link_turns(
    built: Garden, standing: Live
) -> None:
    assert pages.live(built) is standing
    pages.build(built, now=NOW)
    after = pages.live(built)
    assert after is not None
    assert after.folder != standing.folder


def test_a_build_knows_the_briefs_it_was_made_from_whatever_became_of_the_files(
    built: Garden, standing: Live
) -> None:
    (built.challenges / "bread.md").write_text("# Broken {.pol}\n")
    (built.challenges / "tables.md").unlink()
    assert set(standing.briefs) == {"bread", "boxes", "tables"}
    assert standing.briefs["bread"].title == "What should we bake next?"
    assert standing.briefs["bread"] is standing.briefs["bread"]
    assert standing.briefs.get("nothing") is None


def test_the_collectors_frame_wears_the_site_and_says_nothing_of_missing_pages(
    standing: Live,
) -> None:
    before, after = standing.frame("collector")
    assert before.count("{title}") == 1
    assert "Corner Bakery" in before
    assert '<meta name="robots" content="noindex">' in before
    assert "canonical" not in before
    assert "<base" not in before
    assert "Page not found" not in before + after
    assert "</html>" in after
    addresses = re.findall(r'(?:href|src)="([^"]*)"', before + after)
    assert addresses
    assert [each for each in addresses if not each.startswith(("/", "#"))] == []


def test_the_links_of_a_collector_elsewhere_lead_to_the_site(built: Garden) -> None:
    away = CollectorSettings(url="https://collect.bakery.example")
    garden = replace(built, settings=replace(built.settings, collector=away))
    live = pages.live(garden)
    assert live is not None
    links = re.findall(r'<a [^>]*href="([^"#]+)"', "".join(live.frame("collector")))
    assert links
    assert [each for each in links if not each.startswith("https://ideas.bakery.example/")] == []


def test_the_policy_allows_the_scripts_that_stand_in_pages_and_no_others(standing: Live) -> None:
    scripts = {
        script
        for path in standing.public.rglob("*.html")
        for script in re.findall(r"<script>(.*?)</script>", path.read_text("utf-8"), re.DOTALL)
    }
    hashes = {f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'" for each in scripts}
    rules = dict(rule.split(" ", 1) for rule in standing.csp.split("; "))
    assert hashes
    assert set(re.findall(r"'sha256-[^']+'", rules["script-src"])) == hashes
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in standing.csp


def test_no_page_needs_a_style_that_the_policy_forbids(standing: Live) -> None:
    for path in standing.public.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "<style" not in text, path
        assert not re.search(r"<[^>]*\sstyle=", text), path


def test_assets_are_found_by_their_plain_names(standing: Live) -> None:
    address = standing.assets["garden.css"]
    assert re.search(pages.IMMUTABLE, address)
    assert (standing.public / address.lstrip("/")).is_file()
