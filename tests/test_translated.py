"""A challenge in two languages: two pages, one form, all answers counted together."""

from pathlib import Path

import pytest
from flask import Flask
from selectolax.lexbor import LexborHTMLParser

from collector.garden import Garden
from collector.jobs import rebuild, refresh
from collector.pages import live
from collector.store import Store, reads
from collector.web import create_app
from tests.brief.test_translation import ENGLISH, GERMAN
from tests.gardens import lay_out
from tests.web.gardens import NOW
from tests.web.visitor import Clock, Visitor


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    folder = tmp_path_factory.mktemp("translated")
    english = ENGLISH.replace("{.poll #hours}", "{.poll #hours results=always}")
    german = GERMAN.replace("{.poll #hours}", "{.poll #hours results=always}")
    lay_out(folder, {"bread": english, "bread.de": german}, 'name = "Corner Bakery"\n')
    garden = Garden.find(folder)
    with Store.open(garden) as store:
        rebuild(garden, store, NOW)
    return garden


@pytest.fixture(scope="module")
def app(garden: Garden) -> Flask:
    return create_app(garden, clock=Clock(NOW))


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    clock: Clock = app.extensions["garden"].clock
    clock.turn(minutes=1)
    return Visitor(app, clock)


def page(garden: Garden, name: str) -> LexborHTMLParser:
    site = live(garden)
    assert site is not None
    place = Path("challenges") / name / "index.html"
    return LexborHTMLParser((site.public / place).read_text("utf-8"))


def test_each_page_speaks_its_language_and_links_the_other(garden):
    english, german = page(garden, "bread"), page(garden, "bread.de")
    assert english.root.attributes["lang"] == "en"
    assert german.root.attributes["lang"] == "de"
    assert german.css_first("h1").text() == "Was sollen wir backen?"
    assert "Idee senden" in german.css_first("form [type=submit]").text()
    (link,) = english.css(".ig-languages a")
    assert (link.attributes["href"], link.attributes["lang"], link.text()) == (
        "../bread.de/",
        "de",
        "Deutsch",
    )
    (back,) = german.css(".ig-languages a")
    assert (back.attributes["href"], back.text()) == ("../bread/", "English")


def test_both_pages_ask_the_same_form(garden):
    forms = [page(garden, name).css("form") for name in ("bread", "bread.de")]
    hashes = [[each.css_first("[name=_form]").attributes["value"] for each in f] for f in forms]
    assert hashes[0] == hashes[1]
    actions = [[each.attributes["action"] for each in each_page] for each_page in forms]
    assert actions[0] == actions[1]


def test_what_is_sent_in_german_is_answered_in_german(garden, app, visitor):
    fields = {"_form": visitor.form_hash(form="hours"), "_lang": "de", "when": "am"}
    wrong = visitor.posts("/collect/bread/hours", {**fields, "when": "midnight"})
    assert "Wann?" in wrong.text
    assert wrong.parsed.root.attributes["lang"] == "de"
    asked = visitor.posts("/collect/bread/hours", fields)
    assert "Morgens" in asked.text
    thanks = visitor.posts("/collect/bread/hours", asked.fields())
    assert thanks.status == 303
    told = visitor.gets(thanks.response.headers["Location"])
    assert told.parsed.root.attributes["lang"] == "de"
    store = app.extensions["garden"].store
    (response,) = reads.responses(store, "bread")
    assert response.language == "de"
    assert set(reads.labels(store, "bread", "de")) == set(reads.labels(store, "bread", "en"))


def test_a_language_that_no_page_is_written_in_is_not_kept(app, visitor):
    fields = {"_form": visitor.form_hash(form="hours"), "_lang": "fr", "when": "am"}
    asked = visitor.posts("/collect/bread/hours", fields)
    visitor.clock.turn(seconds=5)
    visitor.posts("/collect/bread/hours", asked.fields())
    *_, response = reads.responses(app.extensions["garden"].store, "bread")
    assert response.language == "en"


def test_results_stand_on_each_page_in_its_words(garden, app, visitor):
    fields = {"_form": visitor.form_hash(form="hours"), "when": "pm"}
    asked = visitor.posts("/collect/bread/hours", fields)
    visitor.clock.turn(seconds=5)
    visitor.posts("/collect/bread/hours", asked.fields())
    site = live(garden)
    assert site is not None
    refresh(garden, app.extensions["garden"].store, site.briefs["bread"], NOW)
    assert "Evening" in page(garden, "bread").css_first(".ig-result").text()
    german = page(garden, "bread.de").css_first(".ig-result").text()
    assert "Abends" in german
    assert "Wann?" in german
    assert "Evening" not in german
