"""Orders, tables, shares and pictures go the whole way, without scripts."""

import shutil
from pathlib import Path

import pytest

from collector import kit
from collector.garden import Garden
from collector.store import Store, reads
from tests.web.gardens import plant
from tests.web.visitor import Page, Visitor

PATH = "/collect/what-matters/matters"
GOOD = {
    "town": "linden",
    "order__taste": "1",
    "order__near": "2",
    "order__price": "3",
    "rating__staff": "great",
    "when__bread": ["early", "late"],
    "shape": "round",
    "without": ["none"],
    "money__oven": "60",
    "money__prices": "40",
    "price": "6",
    "eaten__work__loaves": "2",
}
BAD = {
    "order__taste": "1",
    "order__near": "1",
    "order__price": "3",
    "rating__staff": "superb",
    "without": ["none", "nuts"],
    "money__oven": "60",
    "price": "99",
}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    folder = tmp_path_factory.mktemp("parts") / "garden"
    bakery = kit.DEMO / "challenges"
    (folder / "challenges").mkdir(parents=True)
    for each in (*bakery.glob("what-matters*"), *bakery.glob("loaf-*")):
        shutil.copy(each, folder / "challenges")
    return plant(folder)


def fills_in(visitor: Visitor, answers: dict[str, str | list[str]]) -> Page:
    return visitor.asks(answers, "what-matters", "matters")


def test_every_part_is_confirmed_in_words_and_kept(visitor: Visitor, store: Store) -> None:
    page = fills_in(visitor, GOOD)
    for words in (
        "1. How it tastes 2. That it is near 3. What it costs",
        "Our staff: Very good",
        "Bread: Before 10, After 15",
        "I eat everything",
        "A new oven that needs less gas: 60 points",
        "More seats by the window: 0 points",
        "6 €",
    ):
        assert words in page.text
    visitor.thanks(visitor.confirms(page, PATH))
    (kept,) = reads.responses(store, "what-matters")
    assert kept.answers["order__near"] == 2
    assert kept.answers["when__bread"] == ("early", "late")
    assert kept.answers["money__seats"] == 0
    assert kept.answers["price"] == 6


def test_what_is_wrong_is_told_where_it_is_and_nothing_is_lost(
    visitor: Visitor, store: Store
) -> None:
    page = fills_in(visitor, BAD)
    assert page.status == 422
    for said in (
        "The place 1 is given twice.",
        "This is not one of the answers.",
        "either the answer that rules the others out, or the others",
        "Together these are 60, so 40 are left to share out.",
        "from 2 to 12",
    ):
        assert said in page.text
    values = {each.attributes["name"]: each.attributes for each in page.parsed.css("input[name]")}
    assert values["money__oven"]["value"] == "60"
    assert values["order__near"]["aria-invalid"] == "true"
    links = [each.attributes["href"] or "" for each in page.parsed.css(".ig-summary a")]
    assert len(links) == 5
    assert all(page.parsed.css_first(f"[id='{each[1:]}']") for each in links)
    assert list(reads.responses(store, "what-matters")) == []


def test_pictures_are_found_from_the_site_and_from_the_collector_s_own_pages(
    visitor: Visitor,
) -> None:
    site = visitor.gets("/challenges/what-matters/")
    again = fills_in(visitor, BAD)
    found = [
        [each.attributes["src"] or "" for each in page.parsed.css(".ig-option__picture")]
        for page in (site, again)
    ]
    assert found[0] == ["../loaf-round.svg", "../loaf-long.svg", "../loaf-tin.svg"]
    assert found[1] == [each.replace("..", "/challenges") for each in found[0]]
    for address in found[1]:
        assert visitor.gets(address).response.mimetype == "image/svg+xml"


def test_an_answer_of_an_older_list_of_towns_is_told_and_the_rest_stays(
    visitor: Visitor, garden: Garden
) -> None:
    """The file beside the brief changed while somebody filled in the form."""
    older = visitor.form_hash("what-matters", "matters")
    towns = garden.challenges / "what-matters-towns.csv"
    rest = [line for line in towns.read_text("utf-8").splitlines() if "linden" not in line]
    towns.write_text("\n".join(rest), "utf-8")
    visitor.builds()
    assert visitor.form_hash("what-matters", "matters") != older
    sent = {"_form": "unheard-of", **GOOD}
    page = visitor.posts(PATH, sent)
    assert page.status in (409, 422)
    values = {
        each.attributes["name"]: each.attributes.get("value")
        for each in page.parsed.css("input[name]")
    }
    assert values["money__oven"] == "60"


def test_a_script_is_told_problems_by_column_and_by_question(visitor: Visitor) -> None:
    token = visitor.client.get("/collect/-/token/what-matters/matters").json["token"]
    visitor.clock.turn(seconds=3)
    sent = {"_form": visitor.form_hash("what-matters", "matters"), "_token": token}
    told = visitor.client.post(PATH, json={**sent, "answers": {**BAD, "order__near": "2"}})
    assert told.status_code == 422
    assert {"rating__staff", "without", "money", "price"} == {*told.json["errors"]}


def test_an_older_definition_is_kept_and_read(
    visitor: Visitor, store: Store, garden: Garden
) -> None:
    """An answer that was asked for by the older list of towns is checked by it."""
    page = fills_in(visitor, GOOD)
    towns: Path = garden.challenges / "what-matters-towns.csv"
    towns.write_text("a,A\nb,B\n", "utf-8")
    visitor.builds()
    visitor.thanks(visitor.confirms(page, PATH))
    (kept,) = reads.responses(store, "what-matters")
    assert kept.answers["town"] == "linden"
