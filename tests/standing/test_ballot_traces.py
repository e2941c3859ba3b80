"""What stood on ballots and was erased, or is not shown, is in no byte that tells of them."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from collector.acts import desk, upkeep
from collector.garden import Garden
from collector.jobs import rebuild
from collector.moderation import Move
from collector.store import Store
from collector.web import create_app
from tests.standing.traces import traces, works
from tests.web.gardens import NOW
from tests.web.public.ballot_box import suggest
from tests.web.public.polling import address, plant_polls, price, ranks, spends, suggest_all
from tests.web.visitor import Clock, Visitor, fills

WORDS = ("Zwieback", "Lebkuchen", "Stollen")
PAIRS = "/collect/-/pairs/cakes"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    monkeypatch.setattr(sys.modules["collector.pages.forget"], "SETTLING", 0)
    app = create_app(plant_polls(tmp_path / "garden"), clock=Clock(NOW))
    yield app
    app.extensions["garden"].store.close()


@pytest.fixture
def garden(app: Flask) -> Garden:
    return app.extensions["garden"].garden


@pytest.fixture
def store(app: Flask) -> Store:
    return app.extensions["garden"].store


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor(app, Clock(NOW))


@pytest.fixture
def voted(visitor: Visitor) -> list[str]:
    """Ideas of a word each, that people voted on in three challenges; their refs."""
    (loaf, *_) = suggest_all(visitor, "loaves", WORDS[0], "Rye loaf")
    (cake, _) = suggest_all(visitor, "cakes", WORDS[1], "Nut cake")
    oven = price(visitor, {WORDS[2]: 300, "An oven": 400})[WORDS[2]]
    ranks(visitor, loaf)
    spends(visitor, oven)
    visitor.posts(PAIRS, [*visitor.gets(PAIRS).fields("can't decide"), ("choice", "left")])
    for challenge in ("loaves", "cakes", "ovens"):
        fills(visitor, challenge)
    return [loaf, cake, oven]


def test_erased_ideas_are_in_no_byte(
    garden: Garden, store: Store, visitor: Visitor, voted: list[str]
) -> None:
    works(garden, store)
    rebuild(garden, store, NOW)
    words = [each.lower() for each in WORDS]
    assert {*words} <= set().union(*traces(garden, *words).values())
    for ref in voted:
        upkeep.erase(garden, store, ref, "ada", NOW)
    works(garden, store)
    assert traces(garden, *words) == {}


def test_what_is_not_shown_is_on_no_ballot_and_in_no_outcome(
    garden: Garden, store: Store, visitor: Visitor, voted: list[str]
) -> None:
    for challenge in ("loaves", "cakes"):
        suggest(visitor, challenge, f"Waiting {WORDS[0]}", state="waiting")
    for ref in voted:
        desk.decide(store, Move.REJECT, [ref], "ada", NOW)
    for challenge in ("loaves", "cakes", "ovens"):
        fills(visitor, challenge)
    pages = [visitor.gets(path).html for path in (address(), address("ovens"), PAIRS)]
    for challenge in ("loaves", "cakes", "ovens"):
        below = f"/challenges/{challenge}/"
        pages += [visitor.gets(f"{below}{place}").html for place in ("", "results/")]
        pages += [visitor.gets(f"{below}results/votes.csv").html]
        pages += [
            (folder / f"{challenge}.json").read_text("utf-8")
            for folder in (garden.published, garden.counted)
            if (folder / f"{challenge}.json").exists()
        ]
    assert [word for word in (*WORDS, *voted) for page in pages if word in page] == []


def test_nobody_learns_who_voted(garden: Garden, store: Store, voted: list[str]) -> None:
    keys = {each["voter"] for table in ("ballots", "comparisons") for each in store.table(table)}
    assert len(keys) == 3
    found = [place for place in traces(garden, *keys) if "garden.db" not in place]
    assert found == []
