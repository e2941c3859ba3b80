"""The receipt: seen by whoever types its code, and taken back."""

import pytest
from werkzeug.test import TestResponse

from collector.acts import desk, retention
from collector.entries import JobKind, Promise, State
from collector.moderation import Move
from collector.store import Store, reads
from tests.web.visitor import Page, Visitor

IDEA = {"title": "Walnut loaf", "text": "With honey.", "role": "staff", "email": "me@home.example"}
RECEIPT = "/collect/-/receipt"


def opens(visitor: Visitor, code: str, **more: str) -> Page:
    return visitor.posts(RECEIPT, {"code": code, **more})


def ref_of(store: Store) -> str:
    (idea,) = reads.ideas(store, "bread")
    return idea.ref


def test_the_code_shows_what_was_sent_and_how_it_stands(visitor: Visitor) -> None:
    page = opens(visitor, visitor.sends(IDEA))
    assert page.status == 200
    for told in ("Walnut loaf", "me@home.example", "waiting"):
        assert told in page.text


@pytest.mark.parametrize("typed", [str.upper, lambda code: code.replace("-", " "), "  {} ".format])
def test_the_code_may_be_typed_as_people_type(visitor: Visitor, typed) -> None:
    assert opens(visitor, typed(visitor.sends(IDEA))).status == 200


@pytest.mark.parametrize("code", ["", "k3d9-x2mf-77ab-qq4r", "x" * 5000, "'; drop", "\x00", "ä"])
def test_a_code_that_nobody_has_is_unknown(visitor: Visitor, code: str) -> None:
    visitor.sends(IDEA)
    page = opens(visitor, code)
    assert page.status == 404
    assert "no receipt" in page.text


def test_decisions_and_answers_are_told(visitor: Visitor, store: Store) -> None:
    code = visitor.sends(IDEA)
    now = visitor.clock.now
    desk.decide(store, Move.APPROVE, [ref_of(store)], by="anna", now=now)
    desk.reply(store, ref_of(store), "We bake it on <Friday>.", by="anna", now=now)
    page = opens(visitor, code)
    assert "accepted" in page.text
    assert "We bake it on <Friday>." in page.text


def test_taking_back_is_asked_about_first(visitor: Visitor, store: Store) -> None:
    code = visitor.sends(IDEA)
    page = opens(visitor, code, do="ask-withdraw")
    assert "take this back?" in page.text
    assert next(reads.ideas(store, "bread")).state is State.WAITING


def test_what_is_taken_back_is_gone_from_the_site_and_stays_so(
    visitor: Visitor, store: Store
) -> None:
    code = visitor.sends(IDEA)
    for _ in range(2):
        page = opens(visitor, code, do="withdraw")
        assert "took it back" in page.text
    (idea,) = reads.ideas(store, "bread")
    assert idea.state is State.WITHDRAWN
    (decision,) = reads.decisions(store, about=idea.ref)
    assert (decision.move, decision.by, decision.before) == ("withdraw", "author", "waiting")
    assert JobKind.FILL in {job.kind for job in reads.jobs(store) if job.subject == "bread"}
    assert "Take it back" not in page.text


def test_a_response_can_be_taken_back_too(visitor: Visitor, store: Store) -> None:
    opens(visitor, visitor.sends({"when": "noon"}, form="hours"), do="withdraw")
    (response,) = reads.responses(store, "bread")
    assert response.state is State.WITHDRAWN


def test_after_taking_back_the_same_can_be_sent_again(visitor: Visitor, store: Store) -> None:
    opens(visitor, visitor.sends(IDEA), do="withdraw")
    visitor.sends(IDEA)
    assert [each.state for each in reads.ideas(store, "bread")] == [
        State.WITHDRAWN,
        State.WAITING,
    ]


def test_the_code_is_never_in_an_address(visitor: Visitor) -> None:
    code = visitor.sends(IDEA)
    page = opens(visitor, code)
    plain = code.replace("-", "")
    links = [each.attributes.get("href") or "" for each in page.parsed.css("[href]")]
    actions = [each.attributes["action"] for each in page.parsed.css("form")]
    sent = [each.partition("#")[0] for each in [*links, *actions]]  # no browser sends the rest
    assert not any(code in each or plain in each for each in sent)
    asked = visitor.gets(f"{RECEIPT}?code={code}")
    assert "Walnut loaf" not in asked.text


def test_looking_by_address_changes_nothing(visitor: Visitor, store: Store) -> None:
    code = visitor.sends(IDEA)
    visitor.gets(f"{RECEIPT}?code={code}&do=withdraw")
    assert next(reads.ideas(store, "bread")).state is State.WAITING


def protected(response: TestResponse) -> bool:
    headers = response.headers
    return (headers["Referrer-Policy"], headers["Cache-Control"]) == ("no-referrer", "no-store")


def test_receipts_are_kept_by_no_cache_and_named_to_nobody(visitor: Visitor) -> None:
    code = visitor.sends(IDEA)
    assert protected(visitor.gets(RECEIPT).response)
    assert protected(opens(visitor, code).response)
    assert protected(opens(visitor, "unknown").response)


def test_only_the_codes_hash_is_kept(visitor: Visitor, store: Store) -> None:
    code = visitor.sends(IDEA)
    (kept,) = store.table("receipts").all()
    assert code not in str(kept)
    assert code.replace("-", "") not in str(kept)


def test_guessing_is_limited(visitor: Visitor) -> None:
    for _ in range(1000):
        page = opens(visitor, "guess")
    assert page.status == 404
    page = opens(visitor, "guess")
    assert page.status == 429
    assert int(page.response.headers["Retry-After"]) > 0


def test_an_entry_whose_challenge_is_gone_can_still_be_seen_and_taken_back(
    visitor: Visitor, store: Store
) -> None:
    code = visitor.sends(IDEA)
    garden = visitor.app.extensions["garden"].garden
    (garden.challenges / "bread.md").unlink()
    visitor.builds()
    page = opens(visitor, code, do="withdraw")
    assert page.status == 200
    assert "Walnut loaf" in page.text
    assert next(reads.ideas(store, "bread")).state is State.WITHDRAWN


class TestErasing:
    def test_it_is_asked_about_first(self, visitor: Visitor, store: Store) -> None:
        page = opens(visitor, visitor.sends(IDEA), do="ask-erase")
        assert "erase this for good?" in page.text
        assert ("do", "look") in [
            (each.attributes["name"], each.attributes["value"])
            for each in page.parsed.css("form button")
        ]
        assert [each.state for each in reads.ideas(store, "bread")] == [State.WAITING]

    def test_what_is_erased_is_known_to_nobody_any_more(
        self, visitor: Visitor, store: Store
    ) -> None:
        code = visitor.sends(IDEA)
        page = opens(visitor, code, do="erase")
        assert page.status == 200
        assert "It is erased" in page.text
        assert "another 14 days" in page.text
        (idea,) = reads.ideas(store, "bread")
        assert (idea.state, idea.answers) == (State.ERASED, {})
        assert opens(visitor, code).status == 404
        (decision,) = reads.decisions(store, about=idea.ref)
        assert (decision.move, decision.by) == ("erase", "author")

    def test_a_second_click_is_answered_like_the_first(
        self, visitor: Visitor, store: Store
    ) -> None:
        code = visitor.sends(IDEA)
        once, twice = (opens(visitor, code, do="erase") for _ in range(2))
        assert (twice.status, twice.text) == (once.status, once.text)
        assert len(reads.decisions(store)) == 1

    def test_what_was_taken_back_can_be_erased_still(self, visitor: Visitor, store: Store) -> None:
        code = visitor.sends(IDEA)
        page = opens(visitor, code, do="withdraw")
        assert "Take it back" not in page.text
        assert "Erase it" in page.text
        opens(visitor, code, do="erase")
        assert [each.state for each in reads.ideas(store, "bread")] == [State.ERASED]

    def test_a_response_is_erased_too(self, visitor: Visitor, store: Store) -> None:
        opens(visitor, visitor.sends({"when": "noon"}, form="hours"), do="erase")
        (response,) = reads.responses(store, "bread")
        assert (response.state, response.answers) == (State.ERASED, {})

    def test_the_code_is_in_the_body_only(self, visitor: Visitor, store: Store) -> None:
        code = visitor.sends(IDEA)
        visitor.gets(f"{RECEIPT}?code={code}&do=erase")
        assert [each.state for each in reads.ideas(store, "bread")] == [State.WAITING]
        page = opens(visitor, code, do="erase")
        assert code not in page.html
        assert protected(page.response)

    def test_afterwards_the_same_can_be_sent_again(self, visitor: Visitor, store: Store) -> None:
        opens(visitor, visitor.sends(IDEA), do="erase")
        visitor.sends(IDEA)
        assert [each.state for each in reads.ideas(store, "bread")] == [
            State.ERASED,
            State.WAITING,
        ]

    def test_the_page_that_thanked_knows_nothing_any_more(self, visitor: Visitor) -> None:
        thanks = visitor.confirms(visitor.asks(IDEA)).response.headers["Location"]
        code = visitor.gets(thanks).receipt()
        opens(visitor, code, do="erase")
        page = visitor.gets(thanks)
        assert page.status == 404
        assert "no receipt" in page.text
        assert "Walnut" not in page.text

    def test_where_the_list_can_not_be_written_nothing_is_done(
        self, visitor: Visitor, store: Store
    ) -> None:
        code = visitor.sends(IDEA)
        (visitor.app.extensions["garden"].garden.backups / "erased.txt").mkdir(parents=True)
        page = opens(visitor, code, do="erase")
        assert page.status == 503
        assert int(page.response.headers["Retry-After"]) > 0
        assert [each.state for each in reads.ideas(store, "bread")] == [State.WAITING]

    def test_of_what_went_with_time_the_receipt_tells_when(
        self, visitor: Visitor, store: Store
    ) -> None:
        code = visitor.sends(IDEA)
        promise = Promise(challenge="bread", closes=None, days=30)
        visitor.clock.turn(days=30)
        for _ in retention.clear(store, promise, visitor.clock.now):
            pass
        page = opens(visitor, code)
        assert "erased on 20 December 2026" in page.text
        assert "me@home.example" not in page.text
        assert "Walnut loaf" in page.text
