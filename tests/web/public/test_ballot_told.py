"""What is told of ballots: a budget's sums while one fills it in, and how it stands, to whom."""

import pytest

from collector.garden import Garden
from collector.pages import live
from collector.store import Store
from tests.standing.corpus import CORPUS
from tests.standing.test_injection import evil
from tests.web.public.polling import (
    address,
    confirms,
    end_voting,
    kept,
    places,
    plant_polls,
    price,
    published,
    ranks,
    results,
    spends,
    suggest_all,
)
from tests.web.visitor import Visitor, fills


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_polls(tmp_path_factory.mktemp("polled") / "garden")


@pytest.fixture
def breads(visitor: Visitor) -> list[str]:
    return suggest_all(visitor, "loaves", "Rye loaf", "Oat loaf", "Nut loaf")


def test_more_than_the_budget_is_told_by_how_much(visitor: Visitor) -> None:
    refs = price(visitor, {"An oven": 3000, "A bench": 2500.5, "A lamp": 100})
    page = visitor.posts(address("ovens"), {"choices": [refs["An oven"], refs["A bench"]]})
    assert page.status == 422
    assert "500.5 €" in page.text
    assert "checked" in page.html
    thanks = spends(visitor, refs["An oven"], refs["A lamp"])
    assert "3100 € of 5000 €" in thanks.text
    assert sorted(kept(visitor, "ovens")[0][0]) == sorted([refs["An oven"], refs["A lamp"]])


def test_ideas_without_a_cost_are_named_and_can_not_be_paid_for(visitor: Visitor) -> None:
    refs = price(visitor, {"An oven": 3000, "A dream": None, "A gift": -5})
    page = visitor.gets(address("ovens"))
    assert "No money can go to these" in page.text
    options = [each.attributes["value"] for each in page.parsed.css("[name=choices]")]
    assert options == [refs["An oven"]]
    for title in ("A dream", "A gift"):
        asked = visitor.posts(address("ovens"), {"choices": [refs[title]]})
        assert (asked.status, "has no cost" in asked.text) == (422, True)


def test_a_cost_that_rose_meanwhile_is_told(visitor: Visitor, store: Store) -> None:
    refs = price(visitor, {"An oven": 3000, "A bench": 2000})
    asked = visitor.posts(address("ovens"), {"choices": [*refs.values()]})
    (row,) = store.table("ideas").find(ref=refs["A bench"])
    store.table("ideas").update({"answers": {**row["answers"], "cost": 2600}}, doc_ids=[row.doc_id])
    refused = visitor.posts(address("ovens"), asked.fields("Yes"))
    assert (refused.status, "600 €" in refused.text) == (422, True)
    assert kept(visitor, "ovens") == []


def test_the_pages_call_to_the_ballot_and_tell_how_it_stands(
    visitor: Visitor, breads: list[str]
) -> None:
    assert "Rank the ideas" in visitor.gets("/challenges/loaves/").text
    ranks(visitor, breads[1], breads[0])
    fills(visitor, "loaves")
    for path in ("", f"ideas/{breads[0]}/", "ideas/"):
        page = visitor.gets(f"/challenges/loaves/{path}")
        assert '/collect/-/ballots/loaves"' in page.html, path
    assert "First: Oat loaf" in visitor.gets("/challenges/loaves/").text
    assert "Oat loaf: wins" in results(visitor, "loaves")
    assert published(visitor, "loaves")["outcome"]["runoff"]["winner"] == breads[1]
    assert f"place,,{breads[1]},Oat loaf,1" in results(visitor, "loaves", "votes.csv")


def test_counts_after_vote_are_told_to_whoever_voted_and_nobody_else(visitor: Visitor) -> None:
    rolls = suggest_all(visitor, "rolls", "A rye roll", "An oat roll")
    thanks = ranks(visitor, *rolls, challenge="rolls")
    fills(visitor, "rolls")
    assert published(visitor, "rolls")["outcome"] is None
    assert "wins" not in results(visitor, "rolls")
    shown = visitor.posts("/collect/-/receipt", {"code": thanks.receipt()})
    assert "A rye roll: wins" in shown.html


def test_counts_after_close_are_told_to_nobody_before(visitor: Visitor) -> None:
    refs = price(visitor, {"An oven": 3000})
    thanks = spends(visitor, refs["An oven"])
    fills(visitor, "ovens")
    shown = visitor.posts("/collect/-/receipt", {"code": thanks.receipt()})
    assert "paid for" not in shown.html
    assert published(visitor, "ovens")["outcome"] is None
    end_voting(visitor, "ovens")
    assert "An oven: 3000\N{NO-BREAK SPACE}€, paid for" in results(visitor, "ovens")


def test_before_anybody_voted_the_page_says_so(visitor: Visitor, breads: list[str]) -> None:
    assert "No ballot yet" in visitor.gets("/challenges/loaves/").text
    assert "No ballot yet" in results(visitor, "loaves")


@pytest.mark.parametrize("text", CORPUS)
def test_titles_stay_words_on_ballots(visitor: Visitor, text: str) -> None:
    title = f"{text} rye"
    (ref,) = suggest_all(visitor, "loaves", title)
    page = visitor.gets(address())
    label = page.parsed.css_first(f"label[for$='choices__{ref}']")
    assert label is not None
    assert " ".join(label.text().split()) == " ".join(title.split())
    asked = visitor.posts(address(), places(ref))
    pages = [page, asked, confirms(visitor, asked)]
    fills(visitor, "loaves")
    site = live(visitor.app.extensions["garden"].garden)
    assert site is not None
    whole = [each.html for each in pages] + [results(visitor, "loaves")]
    assert [evil(html) for html in whole] == [[]] * len(whole)
