"""One answer a browser: what tells browsers apart, and what is said to one that answers twice."""

import pytest
from werkzeug.test import TestResponse

from collector.entries import NO_KEY, Response, State
from collector.store import Store, reads
from collector.web.tokens import VOTER_COOKIE
from tests.web.visitor import Page, Visitor, fills

HOURS = "/collect/bread/hours"
NOON, LATE = {"when": "noon"}, {"when": "late"}
KEY, OTHER = "1" * 32, "2" * 32


@pytest.fixture
def forgetful(visitor: Visitor) -> Visitor:
    """A browser that keeps no cookies."""
    visitor.client = visitor.app.test_client(use_cookies=False)
    return visitor


def answers(visitor: Visitor, answer: dict[str, str], form: str = "hours") -> Page:
    """The answer to the second step."""
    return visitor.confirms(visitor.asks(answer, form=form), f"/collect/bread/{form}")


def posts(visitor: Visitor, answer: dict[str, str], **own: str) -> TestResponse:
    """A script's post; it brings no cookies."""
    script = visitor.app.test_client(use_cookies=False)
    token = script.get("/collect/-/token/bread/hours").json
    visitor.clock.turn(seconds=3)
    body = {"_token": token["token"], "_form": token["form"], "answers": answer, **own}
    return script.post(HOURS, json=body)


def kept(store: Store) -> list[Response]:
    return list(reads.responses(store, "bread"))


class TestOnce:
    def test_the_second_answer_of_a_browser_is_not_kept_and_the_first_counts(
        self, visitor: Visitor, store: Store
    ) -> None:
        visitor.sends(NOON, form="hours")
        visitor.clock.turn(hours=3)
        page = answers(visitor, LATE)
        assert page.status == 409
        assert "what was sent first counts" in page.text
        assert "late" in page.text
        assert page.parsed.css_first("a[href='/collect/-/receipt']") is not None
        assert [each.answers for each in kept(store)] == [NOON]

    def test_it_sees_the_result_though_for_it_has_answered(self, visitor: Visitor) -> None:
        visitor.sends(NOON, form="hours")
        assert "1 answer" in answers(visitor, LATE).text

    def test_each_form_is_answered_once(self, visitor: Visitor, store: Store) -> None:
        visitor.sends(NOON, form="hours")
        visitor.sends({"taste": "sweet"}, form="taste")
        visitor.sends({"how": "4"}, form="visit")
        assert len(kept(store)) == 3

    def test_another_browser_answers_too(self, visitor: Visitor, store: Store) -> None:
        visitor.sends(NOON, form="hours")
        Visitor(visitor.app, visitor.clock).sends(NOON, form="hours")
        assert len(kept(store)) == 2

    def test_ideas_are_taken_as_often_as_somebody_has_one(
        self, visitor: Visitor, store: Store
    ) -> None:
        for title in ("Rye", "Oats"):
            visitor.sends({"title": title, "text": "Dark.", "role": "staff"})
        assert len(list(reads.ideas(store, "bread"))) == 2
        assert visitor.client.get_cookie(VOTER_COOKIE, path="/collect") is None

    def test_where_the_brief_wants_no_limit_there_is_none(
        self, visitor: Visitor, store: Store
    ) -> None:
        brief = visitor.app.extensions["garden"].garden.challenges / "bread.md"
        brief.write_text(brief.read_text("utf-8").replace("---\n", "---\none per: none\n", 1))
        visitor.builds()
        visitor.sends(NOON, form="hours")
        visitor.sends(LATE, form="hours")
        assert [each.flags for each in kept(store)] == [(), ()]

    def test_the_same_post_again_is_the_same_answer(self, visitor: Visitor, store: Store) -> None:
        page = visitor.asks(NOON, form="hours")
        codes = {visitor.thanks(visitor.confirms(page, HOURS)).receipt() for _ in range(3)}
        assert len(codes) == 1
        assert len(kept(store)) == 1

    def test_a_correction_takes_the_place_of_what_it_corrects(
        self, visitor: Visitor, store: Store
    ) -> None:
        sid = {"_sid": "a" * 32}
        visitor.sends(NOON | sid, form="hours")
        asked = answers(visitor, LATE | sid)
        assert asked.status == 409
        fields = asked.fields("It corrects")
        visitor.clock.turn(seconds=3)
        visitor.thanks(visitor.posts(HOURS, fields))
        assert [each.state for each in kept(store)] == [State.WITHDRAWN, State.APPROVED]
        assert answers(visitor, NOON).status == 409


class TestKeys:
    def test_the_cookie_comes_with_the_answer_to_the_second_step_only(
        self, visitor: Visitor
    ) -> None:
        asked = visitor.asks(NOON, form="hours")
        assert VOTER_COOKIE not in str(asked.response.headers.getlist("Set-Cookie"))
        (cookie,) = (
            each
            for each in visitor.confirms(asked, HOURS).response.headers.getlist("Set-Cookie")
            if each.startswith(VOTER_COOKIE)
        )
        for part in ("HttpOnly", "Path=/collect", "SameSite=Lax"):
            assert part in cookie

    def test_what_the_sites_script_keeps_is_written_to_the_cookie(
        self, visitor: Visitor, store: Store
    ) -> None:
        visitor.sends(NOON | {"_voter": KEY}, form="hours")
        cookie = visitor.client.get_cookie(VOTER_COOKIE, path="/collect")
        assert cookie is not None
        assert cookie.value == KEY
        assert posts(visitor, LATE, _voter=KEY).status_code == 409
        assert len(kept(store)) == 1

    def test_the_cookie_goes_before_the_body(self, visitor: Visitor) -> None:
        visitor.sends(NOON | {"_voter": KEY}, form="hours")
        assert answers(visitor, LATE | {"_voter": OTHER}).status == 409

    def test_a_script_that_answers_twice_is_told_so(self, visitor: Visitor, store: Store) -> None:
        assert posts(visitor, NOON, _voter=KEY).status_code == 201
        refused = posts(visitor, LATE, _voter=KEY)
        assert (refused.status_code, refused.json["error"]["reason"]) == (409, "answered-before")
        assert posts(visitor, LATE, _voter=OTHER).status_code == 201
        assert [each.flags for each in kept(store)] == [(), ()]

    @pytest.mark.parametrize("told", ["", "x", "1" * 31, "1" * 33, "G" * 32, "１" * 32])
    def test_what_is_no_key_of_ours_is_none(
        self, visitor: Visitor, store: Store, told: str
    ) -> None:
        posts(visitor, NOON, _voter=told)
        assert [each.flags for each in kept(store)] == [(NO_KEY,)]

    def test_a_claim_tells_neither_voter_nor_answer_nor_time(
        self, visitor: Visitor, store: Store
    ) -> None:
        for _ in range(5):
            Visitor(visitor.app, visitor.clock).sends(NOON, form="hours")
        claims = list(store.table("claims"))
        assert [set(each) for each in claims] == [{"hash"}] * 5
        assert [each["hash"] for each in claims] == sorted(each["hash"] for each in claims)
        told = str([*store.table("responses"), *store.table("receipts"), *store.table("jobs")])
        assert not [each for each in claims if each["hash"][:13] in told]


class TestAnew:
    def test_what_is_taken_back_in_the_same_browser_can_be_answered_anew(
        self, visitor: Visitor, store: Store
    ) -> None:
        for do in ("withdraw", "erase"):
            code = visitor.sends(NOON, form="hours")
            visitor.posts("/collect/-/receipt", {"code": code, "do": do})
        visitor.sends(LATE, form="hours")
        ends = [State.WITHDRAWN, State.ERASED, State.APPROVED]
        assert [each.state for each in kept(store)] == ends
        assert len(list(store.table("claims"))) == 1

    def test_once_taken_back_it_frees_no_second_time(self, visitor: Visitor) -> None:
        code = visitor.sends(NOON, form="hours")
        visitor.posts("/collect/-/receipt", {"code": code, "do": "withdraw"})
        visitor.sends(LATE, form="hours")
        for do in ("withdraw", "erase"):
            visitor.posts("/collect/-/receipt", {"code": code, "do": do})
        assert answers(visitor, {"when": "early"}).status == 409

    def test_one_without_a_key_frees_nothing(self, visitor: Visitor, store: Store) -> None:
        code = posts(visitor, NOON).json["receipt"]
        visitor.sends(LATE, form="hours")
        visitor.posts("/collect/-/receipt", {"code": code, "do": "withdraw"})
        assert answers(visitor, NOON).status == 409
        assert len(list(store.table("claims"))) == 1

    def test_in_another_browser_it_stays_claimed(self, visitor: Visitor) -> None:
        code = visitor.sends(NOON, form="hours")
        other = Visitor(visitor.app, visitor.clock)
        other.posts("/collect/-/receipt", {"code": code, "do": "withdraw"})
        assert answers(visitor, LATE).status == 409

    def test_a_script_s_key_frees_as_well(self, visitor: Visitor) -> None:
        code = posts(visitor, NOON, _voter=KEY).json["receipt"]
        visitor.posts("/collect/-/receipt", {"code": code, "do": "withdraw", "_voter": KEY})
        assert posts(visitor, LATE, _voter=KEY).status_code == 201


class TestNoKey:
    def test_without_a_key_every_answer_is_kept_and_counted_apart(
        self, forgetful: Visitor, store: Store
    ) -> None:
        for answer in (NOON, LATE):
            page = forgetful.thanks(answers(forgetful, answer))
            assert "Your browser keeps nothing for us, so we count it apart." in page.text
        assert [(each.state, each.flags) for each in kept(store)] == [
            (State.APPROVED, (NO_KEY,)),
            (State.APPROVED, (NO_KEY,)),
        ]
        assert list(store.table("claims")) == []

    def test_it_is_in_no_count_but_in_one_of_its_own(self, forgetful: Visitor) -> None:
        forgetful.sends({"taste": "sweet"}, form="taste")
        Visitor(forgetful.app, forgetful.clock).sends({"taste": "salty"}, form="taste")
        fills(forgetful)
        told = forgetful.gets("/collect/-/published/bread.json", buffered=True).response.json
        result = told["results"]["taste"]
        assert (result["n"], result["apart"]) == (1, 1)
        assert [row["count"] for row in result["questions"][0]["rows"]] == [0, 1]
        assert told["counts"]["responses"]["taste"] == 1
