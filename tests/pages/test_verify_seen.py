"""Proof that what only some may see stands where nobody else finds it; and forgeries of that."""

from collections.abc import Callable
from pathlib import Path

import pytest

from collector.errors import BuildError
from collector.garden import Garden
from collector.pages import live
from collector.pages.verify_seen import verify_seen
from tests.web.gardens import copy
from tests.web.public.invited_garden import plant_invited


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_invited(tmp_path_factory.mktemp("seen") / "garden")


@pytest.fixture
def garden(planted: Garden, tmp_path: Path) -> Garden:
    return copy(planted, tmp_path / "garden")


def verify(garden: Garden) -> None:
    site = live(garden)
    assert site is not None
    verify_seen(site, site.briefs)


def forge(garden: Garden, place: str, change: Callable[[str], str]) -> None:
    """Another file in the place of one of the site."""
    path = live(garden).public / place
    before = path.read_text("utf-8") if path.exists() else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_text(change(before), "utf-8")


def test_a_site_as_it_is_built_passes(garden: Garden) -> None:
    verify(garden)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("challenges/secret/index.html", "x"),
        ("challenges/oven.png", "x"),
        ("index.html", '<a href="challenges/secret/">it</a>'),
        ("index.html", "The recipe nobody knows yet"),
        ("feeds/challenges.xml", "Whisper what our secret loaf should hold."),
        ("about/data.json", "When would the secret loaf be baked?"),
        ("about/index.html", '<form action="/collect/secret/idea">'),
    ],
)
def test_a_byte_of_what_only_the_invited_see_stops_the_build(
    garden: Garden, place: str, text: str
) -> None:
    forge(garden, place, lambda before: before + text)
    with pytest.raises(BuildError) as caught:
        verify(garden)
    assert caught.value.reason == "seen-invited"
    assert caught.value.facts["challenge"] == "secret"
    assert place.startswith(str(caught.value.facts["page"]))


def test_one_of_its_ideas_does_too(garden: Garden) -> None:
    site = live(garden)
    assert site is not None
    poured = site.folder / "poured" / "secret.json"
    poured.parent.mkdir(exist_ok=True)
    poured.write_text('{"ideas": [{"ref": "k3k3k3k3k3k3k3k3"}]}', "utf-8")
    verify(garden)
    forge(garden, "feeds/challenges/bread.xml", lambda before: before + " k3k3k3k3k3k3k3k3 ")
    with pytest.raises(BuildError, match="seen-invited"):
        verify(garden)


@pytest.mark.parametrize(
    "place",
    ["index.html", "challenges/index.html", "feeds/new.xml", "sitemap.xml", "search/index.json"],
)
def test_what_is_seen_by_its_link_stands_in_no_list(garden: Garden, place: str) -> None:
    forge(garden, place, lambda before: before + '<a href="/challenges/quiet/">it</a>')
    with pytest.raises(BuildError, match="seen-listed"):
        verify(garden)


def test_and_no_search_engine_is_let_in(garden: Garden) -> None:
    forge(garden, "challenges/quiet/index.html", lambda before: before.replace("noindex", "all"))
    with pytest.raises(BuildError, match="seen-indexed"):
        verify(garden)


def test_an_owners_page_may_lead_to_what_is_seen_by_its_link(garden: Garden) -> None:
    forge(garden, "about/index.html", lambda _: '<a href="/challenges/quiet/">it</a>')
    verify(garden)
