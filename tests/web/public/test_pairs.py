"""Comparisons of two ideas: one post for each answer, and other two each time."""

from itertools import combinations

import pytest

from collector.acts import desk, upkeep
from collector.entries import State
from collector.garden import Garden
from collector.moderation import Move
from collector.store import Store
from tests.standing.corpus import CORPUS
from tests.standing.test_injection import evil
from tests.web.gardens import NOW
from tests.web.public.polling import plant_polls, suggest_all
from tests.web.visitor import Page, Visitor, fills

ADDRESS = "/collect/-/pairs/cakes"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_polls(tmp_path_factory.mktemp("compared") / "garden")


@pytest.fixture
def cakes(visitor: Visitor) -> list[str]:
    return suggest_all(visitor, "cakes", "Apple cake", "Plum cake", "Nut cake")


def says(visitor: Visitor, page: Page, choice: str = "left") -> Page:
    """One answer; the page with the next two."""
    return visitor.posts(ADDRESS, [*page.fields("can't decide"), ("choice", choice)])


def shown(page: Page) -> list[str]:
    return [each.text(strip=True) for each in page.parsed.css(".ig-pair h2")]


def kept(store: Store) -> list[tuple[str, str, str, str]]:
    rows = store.table("comparisons")
    return [(each["left"], each["right"], each["choice"], each["apart"]) for each in rows]


def test_two_ideas_are_shown_and_nothing_is_kept(
    visitor: Visitor, cakes: list[str], store: Store
) -> None:
    assert len({*shown(visitor.gets(ADDRESS))}) == 2
    assert kept(store) == []


def test_an_answer_is_kept_and_other_two_are_shown_until_all_were(
    visitor: Visitor, cakes: list[str], store: Store
) -> None:
    page, met = visitor.gets(ADDRESS), []
    for choice in ("left", "right", "neither"):
        met.append(frozenset(shown(page)))
        page = says(visitor, page, choice)
        assert page.status == 200
    assert len({*met}) == 3
    assert "compared all ideas" in page.text
    assert [choice for _, _, choice, _ in kept(store)] == ["left", "right", "neither"]
    assert {frozenset(pair) for *pair, _, _ in kept(store)} == {
        frozenset(pair) for pair in combinations(cakes, 2)
    }
    assert {each["voter"] for each in store.table("comparisons")} != {""}
    assert len({each["voter"] for each in store.table("comparisons")}) == 1


def test_an_answer_sent_again_is_the_same_and_may_be_changed(
    visitor: Visitor, cakes: list[str], store: Store
) -> None:
    page = visitor.gets(ADDRESS)
    for choice in ("left", "left", "right"):
        says(visitor, page, choice)
    assert [choice for _, _, choice, _ in kept(store)] == ["right"]


def test_two_tabs_with_the_same_two_ideas_keep_one_answer(visitor: Visitor, store: Store) -> None:
    suggest_all(visitor, "cakes", "Apple cake", "Plum cake")
    pages = [visitor.gets(ADDRESS) for _ in range(2)]
    for page in pages:
        says(visitor, page)
    assert len(kept(store)) == 1


def test_a_browser_that_keeps_nothing_is_counted_apart(
    visitor: Visitor, cakes: list[str], store: Store
) -> None:
    visitor.client = visitor.app.test_client(use_cookies=False)
    says(visitor, visitor.gets(ADDRESS))
    says(visitor, visitor.gets(ADDRESS))
    assert [apart for *_, apart in kept(store)] == ["no key", "no key"]
    assert len({each["voter"] for each in store.table("comparisons")}) == 2


def test_a_forged_or_expired_pair_is_refused_and_others_are_shown(
    visitor: Visitor, cakes: list[str], store: Store
) -> None:
    page = visitor.posts(ADDRESS, {"_token": "forged", "choice": "left"})
    assert (page.status, len(shown(page))) == (403, 2)
    old = visitor.gets(ADDRESS)
    visitor.clock.turn(days=2)
    late = says(visitor, old)
    assert (late.status, len(shown(late))) == (403, 2)
    wrong = says(visitor, visitor.gets(ADDRESS), "both")
    assert wrong.status == 422
    assert kept(store) == []


def test_what_is_not_shown_any_more_takes_no_answer(
    visitor: Visitor, cakes: list[str], store: Store
) -> None:
    page = visitor.gets(ADDRESS)
    for ref in cakes:
        desk.decide(store, Move.REJECT, [ref], "ada", NOW)
    assert says(visitor, page).status == 409
    assert kept(store) == []


def test_another_site_may_not_answer(visitor: Visitor, cakes: list[str], store: Store) -> None:
    fields = [*visitor.gets(ADDRESS).fields("can't decide"), ("choice", "left")]
    for origin in ("https://evil.example", "null"):
        assert visitor.posts(ADDRESS, fields, Origin=origin).status == 403
    assert kept(store) == []


def test_one_idea_is_nothing_to_compare(visitor: Visitor) -> None:
    suggest_all(visitor, "cakes", "Apple cake")
    page = visitor.gets(ADDRESS)
    assert page.status == 200
    assert "not two ideas" in page.text


def test_other_challenges_compare_nothing(visitor: Visitor) -> None:
    assert visitor.gets("/collect/-/pairs/loaves").status == 409
    assert visitor.gets("/collect/-/pairs/bread").status == 409
    assert visitor.gets("/collect/-/pairs/nothing").status == 404


def test_the_pages_tell_the_shares_with_how_often_each_was_shown(
    visitor: Visitor, cakes: list[str]
) -> None:
    page = visitor.gets(ADDRESS)
    assert "Which is better?" in visitor.gets("/challenges/cakes/").text
    first = shown(page)[0]
    says(visitor, page, "left")
    fills(visitor, "cakes")
    assert f"First: {first}" in visitor.gets("/challenges/cakes/").text
    told = visitor.gets("/challenges/cakes/results/")
    assert "67" in told.text
    assert "Shown" in told.text
    table = visitor.gets("/challenges/cakes/results/votes.csv").html
    assert f"{first},0.6666666666666666," in table


def test_late_ideas_are_shown_sooner(visitor: Visitor, store: Store) -> None:
    suggest_all(visitor, "cakes", "Apple cake", "Plum cake")
    for n in range(30):
        other = Visitor(visitor.app, visitor.clock)
        says(other, other.gets(ADDRESS), ("left", "right")[n % 2])
    suggest_all(visitor, "cakes", "Late cake")
    met = sum("Late cake" in shown(visitor.gets(ADDRESS)) for _ in range(30))
    assert met >= 25


def test_answers_are_erased_by_whoever_gave_them(
    visitor: Visitor, cakes: list[str], store: Store
) -> None:
    page = says(visitor, visitor.gets(ADDRESS))
    asked = visitor.posts(ADDRESS, [*page.fields("Erase my answers"), ("do", "ask-forget")])
    assert kept(store) != []
    gone = visitor.posts(ADDRESS, [*asked.fields("Yes, erase"), ("do", "forget")])
    assert "It is erased" in gone.text
    assert kept(store) == []


def test_an_erased_idea_takes_its_comparisons_along(
    visitor: Visitor, garden: Garden, store: Store
) -> None:
    first, _ = suggest_all(visitor, "cakes", "Apple cake", "Plum cake")
    says(visitor, visitor.gets(ADDRESS))
    upkeep.erase(garden, store, first, "ada", NOW)
    assert kept(store) == []


def test_what_waits_is_never_shown(visitor: Visitor, cakes: list[str], store: Store) -> None:
    (row,) = store.table("ideas").find(ref=cakes[0])
    store.table("ideas").update({"state": State.WAITING.value}, doc_ids=[row.doc_id])
    fills(visitor, "cakes")
    assert "Apple cake" not in {title for _ in range(20) for title in shown(visitor.gets(ADDRESS))}


@pytest.mark.parametrize("text", CORPUS)
def test_titles_stay_words(visitor: Visitor, text: str) -> None:
    suggest_all(visitor, "cakes", f"{text} cake", f"{text} pie")
    page = visitor.gets(ADDRESS)
    assert len(shown(page)) == 2
    assert evil(page.html) == []
