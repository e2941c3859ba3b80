"""Voting on an idea: in two steps without scripts, in one with them, and what is refused."""

import pytest

from collector.acts import desk, merge
from collector.entries import State
from collector.garden import Garden
from collector.moderation import Move
from collector.store import Store
from collector.voting import BURST
from tests.web.gardens import NOW
from tests.web.public.ballot_box import (
    address,
    asks,
    clicks,
    confirms,
    page_of,
    plant_votes,
    suggest,
    votes,
)
from tests.web.visitor import Visitor, fills

LISTED = "https://www.bakery.example"
FOREIGN = "https://evil.example"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_votes(tmp_path_factory.mktemp("voted") / "garden")


@pytest.fixture
def rye(visitor: Visitor) -> str:
    return suggest(visitor, "loaves", "Rye loaf")


def kept(store: Store) -> list[tuple[str, str]]:
    """What is kept of votes: what they say, and why they are counted apart."""
    return [(each["value"], each["apart"]) for each in store.table("votes")]


def test_the_first_step_asks_and_keeps_nothing(visitor: Visitor, store: Store, rye: str) -> None:
    page = asks(visitor, rye)
    assert page.status == 200
    assert "Rye loaf" in page.text
    assert "Vote for it" in page.text
    assert kept(store) == []


def test_a_vote_is_kept_once_it_is_confirmed_and_has_a_receipt(
    visitor: Visitor, store: Store, rye: str
) -> None:
    thanks = votes(visitor, rye)
    assert kept(store) == [("yes", "")]
    assert "one more idea" in thanks.text
    assert "1 vote" in thanks.text
    shown = visitor.posts("/collect/-/receipt", {"code": thanks.receipt()})
    assert "Rye loaf" in shown.text


def test_the_cookie_is_set_in_the_answer_to_the_second_step(visitor: Visitor, rye: str) -> None:
    asked = asks(visitor, rye)
    assert "ig_voter" not in str(asked.response.headers.getlist("Set-Cookie"))
    answer = visitor.posts(address(rye), asked.fields("Yes"))
    assert "ig_voter" in str(answer.response.headers.getlist("Set-Cookie"))


def test_confirming_twice_and_voting_twice_keeps_one_vote(
    visitor: Visitor, store: Store, rye: str
) -> None:
    asked = asks(visitor, rye)
    codes = {confirms(visitor, asked, rye).receipt() for _ in range(2)}
    assert len(codes) == 1
    votes(visitor, rye)
    assert kept(store) == [("yes", "")]


def test_who_has_voted_is_told_so_and_may_take_it_back(
    visitor: Visitor, store: Store, rye: str
) -> None:
    votes(visitor, rye)
    asked = asks(visitor, rye)
    assert "Your vote until now" in asked.text
    assert "taken back" in confirms(visitor, asked, rye, "Take my vote back").text
    assert kept(store) == []


def test_without_scripts_and_cookies_a_vote_is_counted_apart_and_told_so(
    visitor: Visitor, store: Store, rye: str
) -> None:
    asked = asks(visitor, rye)
    visitor.client = visitor.app.test_client(use_cookies=False)
    thanks = confirms(visitor, asked, rye)
    assert kept(store) == [("yes", "no key")]
    assert "Your browser keeps nothing for us, so we count it apart." in thanks.text
    code = thanks.receipt()
    shown = visitor.posts("/collect/-/receipt", {"code": code})
    gone = visitor.posts("/collect/-/receipt", [*shown.fields("Take my vote back"), ("do", "vote")])
    assert "taken back" in gone.text
    assert kept(store) == []


def test_the_first_step_may_come_from_anywhere_listed_the_second_from_our_own_page(
    visitor: Visitor, store: Store, rye: str
) -> None:
    for origin in (LISTED, "null"):
        assert asks(visitor, rye, Origin=origin).status == 200
    assert asks(visitor, rye, Origin=FOREIGN).status == 403
    fields = asks(visitor, rye).fields("Yes")
    for origin in (LISTED, FOREIGN, "null"):
        assert visitor.posts(address(rye), fields, Origin=origin).status == 403
    assert kept(store) == []


def test_a_token_of_another_vote_is_asked_about_again(
    visitor: Visitor, store: Store, rye: str
) -> None:
    rolls = suggest(visitor, "rolls", "Poppy rolls")
    fields = {**dict(asks(visitor, rolls, "up").fields("Yes")), "value": "down"}
    again = visitor.posts(address(rolls), fields)
    assert again.status == 403
    assert kept(store) == []
    assert confirms_from(visitor, again, rolls, store) == [("down", "")]


def confirms_from(visitor: Visitor, page, ref: str, store: Store) -> list[tuple[str, str]]:
    visitor.posts(address(ref), page.fields("Yes"))
    return kept(store)


def test_a_token_that_is_too_old_is_renewed(visitor: Visitor, store: Store, rye: str) -> None:
    asked = asks(visitor, rye)
    visitor.clock.turn(hours=3)
    again = visitor.posts(address(rye), asked.fields("Yes"))
    assert again.status == 403
    assert confirms_from(visitor, again, rye, store) == [("yes", "")]


def test_a_script_votes_in_one_step_and_is_told_how_it_stands(
    visitor: Visitor, store: Store, rye: str
) -> None:
    for _ in range(2):
        answer = clicks(visitor, rye)
        assert answer.status_code == 200
        assert answer.json["value"] == "yes"
        assert answer.json["left"] == 1
        assert answer.json["count"] == {"n": 1, "values": {"yes": 1}, "apart": 0}
        assert answer.json["counted"] == "1 vote"
    assert kept(store) == [("yes", "")]
    assert clicks(visitor, rye, "").json["value"] == ""
    assert kept(store) == []


def test_a_script_of_another_site_is_refused_and_a_listed_one_may_read(
    visitor: Visitor, rye: str
) -> None:
    assert clicks(visitor, rye, Origin=FOREIGN).status_code == 403
    answer = clicks(visitor, rye, Origin=LISTED)
    assert answer.headers["Access-Control-Allow-Origin"] == LISTED
    asked = visitor.client.options(address(rye), headers={"Origin": LISTED})
    assert "POST" in asked.headers["Access-Control-Allow-Methods"]


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{}", b'{"value": 1}', b'{"value": ["yes"]}', b"{" * 9999, b"\xff"]
)
def test_what_does_not_read_is_refused(visitor: Visitor, rye: str, body: bytes) -> None:
    answer = visitor.client.post(address(rye), data=body, content_type="application/json")
    assert answer.status_code == 400


def test_a_script_without_a_number_is_sent_to_the_button(visitor: Visitor, rye: str) -> None:
    answer = clicks(visitor, rye, voter="")
    assert answer.status_code == 400
    assert answer.json["error"]["reason"] == "vote-no-key"


@pytest.mark.parametrize("value", ["up", "YES", "yes ", "\x00", "5" * 5000])
def test_a_wrong_value_is_named(visitor: Visitor, rye: str, value: str) -> None:
    answer = clicks(visitor, rye, value)
    assert answer.status_code == 422
    assert "yes" in answer.json["errors"]["value"]["message"]
    assert asks(visitor, rye, value).status == 422


def test_before_and_after_the_voting_the_date_is_named(visitor: Visitor) -> None:
    soon, over = suggest(visitor, "pies", "Apple pie"), suggest(visitor, "tarts", "Plum tart")
    assert "1 December 2026" in clicks(visitor, soon).json["error"]["message"]
    assert "1 November 2026" in clicks(visitor, over).json["error"]["message"]
    assert asks(visitor, soon).status == asks(visitor, over).status == 409


def test_a_merged_idea_names_the_one_to_vote_for(visitor: Visitor, store: Store, rye: str) -> None:
    target = suggest(visitor, "loaves", "Dark rye")
    merge.merge(store, rye, target, merge.Merging("ada", NOW))
    page = asks(visitor, rye)
    assert page.status == 409
    assert page.parsed.css_first(f'#content a[href$="/challenges/loaves/ideas/{target}/"]')
    answer = clicks(visitor, rye)
    assert answer.status_code == 409
    assert answer.json["target"].endswith(f"/challenges/loaves/ideas/{target}/")


@pytest.mark.parametrize("state", [State.WAITING, State.REJECTED, State.SPAM, State.WITHDRAWN])
def test_what_is_not_shown_is_refused_and_not_named(
    visitor: Visitor, store: Store, state: State
) -> None:
    ref = suggest(visitor, "loaves", "Secret loaf", state=state)
    for page in (asks(visitor, ref), visitor.posts(address(ref), {"value": "yes", "_token": "x"})):
        assert page.status in (403, 409)
        assert "Secret loaf" not in page.html
    assert clicks(visitor, ref).status_code == 409
    assert kept(store) == []


@pytest.mark.parametrize("ref", ["nothing-of-this-name", "a%00b", "%F0%9F%8D%9E", "x" * 3000])
def test_an_unknown_idea_is_not_found(visitor: Visitor, ref: str) -> None:
    assert asks(visitor, ref).status == 404
    assert clicks(visitor, ref).status_code == 404


def test_the_allowance_is_told_with_what_to_do(visitor: Visitor, rye: str) -> None:
    others = [suggest(visitor, "loaves", f"Loaf {n}") for n in range(2)]
    assert [clicks(visitor, ref).json["left"] for ref in (rye, others[0])] == [1, 0]
    refused = clicks(visitor, others[1])
    assert refused.status_code == 409
    assert "Take one back" in refused.json["error"]["message"]


def test_a_burst_from_one_network_is_counted_apart(
    visitor: Visitor, store: Store, rye: str
) -> None:
    for number in range(BURST + 2):
        assert clicks(visitor, rye, voter=f"{number:032x}").status_code == 200
        visitor.client.delete_cookie("ig_voter", path="/collect")
    assert [apart for _, apart in kept(store)].count("too fast") == 2


def test_who_fills_in_the_trap_is_counted_apart(visitor: Visitor, store: Store, rye: str) -> None:
    asked = visitor.posts(address(rye), {"value": "yes", "_website": "http://spam.example"})
    confirms(visitor, asked, rye)
    assert kept(store) == [("yes", "trap")]


def test_after_so_many_votes_an_hour_a_network_waits(visitor: Visitor, rye: str) -> None:
    limits = visitor.app.extensions["garden"].limits
    limits.take("votes", "127.0.0.1", 600, NOW, cost=600)
    answer = clicks(visitor, rye)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0


def test_counts_that_wait_for_ones_vote_are_told_with_it_only(visitor: Visitor) -> None:
    rolls = suggest(visitor, "rolls", "Poppy rolls")
    assert clicks(visitor, rolls, "up").json["counted"] == "1 for, 0 against"
    assert clicks(visitor, rolls, "").json["count"] is None
    clicks(visitor, rolls, "up")
    fills(visitor, "rolls")
    assert "1 for" not in page_of(visitor, "rolls", rolls)
    assert "once you have voted" in page_of(visitor, "rolls", rolls)


def test_counts_that_wait_for_the_end_are_told_to_nobody(visitor: Visitor) -> None:
    cake = suggest(visitor, "cakes", "Poppy cake")
    assert clicks(visitor, cake, "5").json["count"] is None
    fills(visitor, "cakes")
    assert "5.0" not in page_of(visitor, "cakes", cake)


def test_the_idea_s_page_counts_and_offers_the_vote(
    visitor: Visitor, store: Store, rye: str
) -> None:
    clicks(visitor, rye)
    fills(visitor, "loaves")
    html = page_of(visitor, "loaves", rye)
    assert "1 vote" in html
    assert "Place 1 of 1" in html
    assert f'action="/collect/-/ideas/{rye}/vote"' in html
    desk.decide(store, Move.REJECT, [rye], "ada", NOW)
    fills(visitor, "loaves")
    assert visitor.gets(f"/challenges/loaves/ideas/{rye}/").status == 404
