"""Ballots over all ideas: in two steps without scripts, in one with them, and what is refused."""

import pytest

from collector.acts import desk, merge, upkeep
from collector.garden import Garden
from collector.moderation import Move
from collector.store import Store
from collector.voting import BURST
from tests.web.gardens import NOW
from tests.web.public.ballot_box import suggest
from tests.web.public.polling import (
    address,
    confirms,
    end_voting,
    kept,
    places,
    plant_polls,
    ranks,
    suggest_all,
)
from tests.web.visitor import Visitor

FOREIGN = "https://evil.example"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_polls(tmp_path_factory.mktemp("polled") / "garden")


@pytest.fixture
def breads(visitor: Visitor) -> list[str]:
    return suggest_all(visitor, "loaves", "Rye loaf", "Oat loaf", "Nut loaf")


@pytest.fixture
def other(visitor: Visitor) -> Visitor:
    return Visitor(visitor.app, visitor.clock)


def decide(visitor: Visitor, move: Move, ref: str) -> None:
    desk.decide(visitor.app.extensions["garden"].store, move, [ref], "ada", NOW)


def test_the_ballot_names_each_idea_that_is_shown(visitor: Visitor, breads: list[str]) -> None:
    page = visitor.gets(address())
    assert page.status == 200
    assert {name for name, _ in page.fields("Go on")} >= {f"choices__{ref}" for ref in breads}
    assert all(title in page.text for title in ("Rye loaf", "Oat loaf", "Nut loaf"))


def test_the_order_is_drawn_anew_each_hour(visitor: Visitor) -> None:
    suggest_all(visitor, "loaves", *(f"Loaf number {n}" for n in range(20)))
    orders = []
    for _ in range(3):
        names = [name for name, _ in visitor.gets(address()).fields("Go on")]
        orders.append([name for name in names if name.startswith("choices__")])
        visitor.clock.turn(hours=1)
    assert len({*map(tuple, orders)}) > 1
    assert len({*map(frozenset, orders)}) == 1


def test_the_first_step_asks_and_keeps_nothing(visitor: Visitor, breads: list[str]) -> None:
    page = visitor.posts(address(), places(breads[1], breads[0]))
    assert page.status == 200
    assert page.text.index("Oat loaf") < page.text.index("Rye loaf")
    assert "Nut loaf" not in page.text
    assert kept(visitor) == []


def test_a_ballot_is_kept_once_it_is_confirmed_and_has_a_receipt(
    visitor: Visitor, breads: list[str]
) -> None:
    thanks = ranks(visitor, breads[1], breads[0])
    assert kept(visitor) == [([breads[1], breads[0]], "")]
    shown = visitor.posts("/collect/-/receipt", {"code": thanks.receipt()})
    assert shown.text.index("Oat loaf") < shown.text.index("Rye loaf")


def test_confirming_twice_and_voting_again_keeps_one_ballot(
    visitor: Visitor, breads: list[str]
) -> None:
    asked = visitor.posts(address(), places(breads[0]))
    codes = {confirms(visitor, asked).receipt() for _ in range(2)}
    assert len(codes) == 1
    ranks(visitor, breads[2])
    assert kept(visitor) == [([breads[2]], "")]


def test_whoever_has_voted_finds_their_ballot_filled_in_and_may_take_it_back(
    visitor: Visitor, breads: list[str]
) -> None:
    ranks(visitor, breads[2], breads[0])
    page = visitor.gets(address())
    assert "your ballot until now" in page.text
    assert dict(page.fields("Go on"))[f"choices__{breads[0]}"] == "2"
    asked = visitor.posts(address(), page.fields("Take my ballot back"))
    assert kept(visitor) != []
    back = confirms(visitor, asked)
    assert "taken back" in back.text
    assert kept(visitor) == []


def test_going_back_from_the_question_keeps_what_was_chosen(
    visitor: Visitor, breads: list[str]
) -> None:
    asked = visitor.posts(address(), places(breads[2], breads[0]))
    page = visitor.posts(address(), asked.fields("Change it"))
    assert dict(page.fields("Go on"))[f"choices__{breads[2]}"] == "1"


def test_what_is_wrong_stands_at_its_place_and_nothing_is_lost(
    visitor: Visitor, breads: list[str]
) -> None:
    twice = visitor.posts(address(), {f"choices__{ref}": "1" for ref in breads[:2]})
    assert twice.status == 422
    assert dict(twice.fields("Go on"))[f"choices__{breads[1]}"] == "1"
    assert visitor.posts(address(), places(*breads)).status == 422
    empty = visitor.posts(address(), places())
    assert (empty.status, "at least one idea" in empty.text) == (422, True)
    assert kept(visitor) == []


def test_what_became_of_ideas_meanwhile_is_told_and_the_rest_is_kept(
    visitor: Visitor, breads: list[str]
) -> None:
    decide(visitor, Move.REJECT, breads[0])
    page = visitor.posts(address(), places(breads[0], breads[1]))
    assert "not shown any more" in page.text
    assert "Rye loaf" not in page.text
    confirms(visitor, page)
    assert kept(visitor) == [([breads[1]], "")]


def test_a_merged_idea_is_told_and_counts_as_what_it_was_merged_into(
    visitor: Visitor, breads: list[str], store: Store
) -> None:
    merge.merge(store, breads[0], breads[2], merge.Merging("ada", NOW))
    page = visitor.posts(address(), places(breads[0], breads[1]))
    assert "“Rye loaf” was merged into “Nut loaf”" in page.text
    confirms(visitor, page)
    assert kept(visitor) == [([breads[2], breads[1]], "")]


def test_where_nothing_is_left_nothing_is_kept(visitor: Visitor, breads: list[str]) -> None:
    asked = visitor.posts(address(), places(breads[0]))
    decide(visitor, Move.REJECT, breads[0])
    refused = visitor.posts(address(), asked.fields("Yes"))
    assert refused.status == 409
    assert "None of these ideas" in refused.text
    assert kept(visitor) == []


def test_an_unknown_idea_is_refused(visitor: Visitor, breads: list[str]) -> None:
    assert visitor.posts(address(), places("2" * 16)).status == 404
    elsewhere = suggest(visitor, "rolls", "A roll")
    assert visitor.posts(address(), places(elsewhere)).status == 404


@pytest.mark.parametrize(("challenge", "told"), [("pies", "December"), ("tarts", "November")])
def test_before_and_after_the_voting_the_day_is_named(
    visitor: Visitor, challenge: str, told: str
) -> None:
    ref = suggest(visitor, challenge, "An idea")
    for page in (
        visitor.gets(address(challenge)),
        visitor.posts(address(challenge), places(ref)),
    ):
        assert page.status == 409
        assert told in page.text


def test_other_challenges_have_no_ballot(visitor: Visitor) -> None:
    assert visitor.gets(address("cakes")).status == 409
    assert visitor.gets(address("bread")).status == 409
    assert visitor.gets(address("nothing")).status == 404


def test_a_browser_that_keeps_nothing_is_counted_apart_and_changes_by_receipt(
    visitor: Visitor, breads: list[str]
) -> None:
    visitor.client = visitor.app.test_client(use_cookies=False)
    thanks = ranks(visitor, breads[0])
    assert "count it apart" in thanks.text
    assert kept(visitor) == [([breads[0]], "no key")]
    code = thanks.receipt()
    page = visitor.posts("/collect/-/receipt", {"code": code, "do": "change"})
    fields = {**dict(page.fields("Go on")), f"choices__{breads[0]}": "", **places(breads[2])}
    changed = confirms(visitor, visitor.posts(address(), fields))
    assert changed.receipt() == code
    assert kept(visitor) == [([breads[2]], "no key")]
    visitor.posts("/collect/-/receipt", {"code": code, "do": "back"})
    assert kept(visitor) == []


def test_a_receipt_changes_only_its_own_ballot(
    visitor: Visitor, other: Visitor, breads: list[str]
) -> None:
    ranks(visitor, breads[0])
    fields = places(breads[1]) | {"_receipt": "XXXX-XXXX-XXXX-XXXX"}
    refused = confirms(other, other.posts(address(), fields))
    assert refused.status == 404
    assert kept(visitor) == [([breads[0]], "")]


def test_erasing_deletes_the_ballot_and_afterwards_only_whose_it_was(
    visitor: Visitor, other: Visitor, breads: list[str], store: Store
) -> None:
    code = ranks(visitor, breads[0]).receipt()
    visitor.posts("/collect/-/receipt", {"code": code, "do": "erase"})
    assert kept(visitor) == []
    assert visitor.posts("/collect/-/receipt", {"code": code}).status == 404
    late = ranks(other, breads[0]).receipt()
    (voter,) = [each["voter"] for each in store.table("ballots")]
    end_voting(visitor, "loaves")
    asked = other.posts("/collect/-/receipt", {"code": late, "do": "ask-erase"})
    assert "it still counts" in asked.text
    other.posts("/collect/-/receipt", {"code": late, "do": "erase"})
    assert kept(visitor) == [([breads[0]], "")]
    assert [each["voter"] for each in store.table("ballots")] != [voter]


def test_an_erased_idea_stands_on_no_ballot(
    visitor: Visitor, garden: Garden, breads: list[str], store: Store
) -> None:
    ranks(visitor, breads[0], breads[1])
    upkeep.erase(garden, store, breads[0], "ada", NOW)
    assert kept(visitor) == [([breads[1]], "")]
    upkeep.erase(garden, store, breads[1], "ada", NOW)
    assert kept(visitor) == []


def test_another_site_may_not_store(visitor: Visitor, breads: list[str]) -> None:
    asked = visitor.posts(address(), places(breads[0]))
    refused = visitor.posts(address(), asked.fields("Yes"), Origin=FOREIGN)
    assert refused.status == 403
    assert visitor.posts(address(), places(breads[0]), Origin=FOREIGN).status == 403
    assert kept(visitor) == []


def test_what_was_confirmed_is_what_is_kept(visitor: Visitor, breads: list[str]) -> None:
    asked = visitor.posts(address(), places(breads[0]))
    fields = dict(asked.fields("Yes")) | {"_choices": breads[1]}
    assert visitor.posts(address(), fields).status == 403
    assert kept(visitor) == []


def test_an_expired_question_is_asked_again(visitor: Visitor, breads: list[str]) -> None:
    asked = visitor.posts(address(), places(breads[0]))
    visitor.clock.turn(hours=3)
    again = visitor.posts(address(), asked.fields("Yes"))
    assert again.status == 403
    assert kept(visitor) == []
    assert visitor.posts(address(), again.fields("Yes")).status == 303
    assert kept(visitor) == [([breads[0]], "")]


def test_a_script_fills_in_a_ballot_in_one_step(visitor: Visitor, breads: list[str]) -> None:
    body = {"choices": breads[:2], "_voter": "a" * 32}
    for _ in range(2):
        answer = visitor.client.post(address(), json=body)
        assert answer.status_code == 200
    assert answer.json["choices"] == breads[:2]
    assert kept(visitor) == [(breads[:2], "")]
    visitor.client.post(address(), json={"choices": [], "_voter": "a" * 32})
    assert kept(visitor) == []


@pytest.mark.parametrize(
    "body", [[], {}, {"choices": "x"}, {"choices": [1]}, {"choices": [], "a": 1}]
)
def test_a_script_that_sends_something_else_is_told_so(visitor: Visitor, body: object) -> None:
    assert visitor.client.post(address(), json=body).status_code == 400


def test_a_script_learns_what_is_wrong(visitor: Visitor, breads: list[str]) -> None:
    body = {"choices": breads, "_voter": "a" * 32}
    answer = visitor.client.post(address(), json=body)
    assert answer.status_code == 422
    assert answer.json["errors"]["choices"]["reason"] == "ballot-most"
    assert visitor.client.post(address(), json={"choices": breads[:1]}).status_code == 400


def test_many_ballots_at_once_are_counted_apart(visitor: Visitor, breads: list[str]) -> None:
    for n in range(BURST + 2):
        visitor.client = visitor.app.test_client()
        body = {"choices": breads[:1], "_voter": f"{n:032x}"}
        assert visitor.client.post(address(), json=body).status_code == 200
    assert [apart for _, apart in kept(visitor)].count("too fast") == 2
