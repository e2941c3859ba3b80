"""Invitations: what a code opens, for whom, how often, and what is said where it opens nothing."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from collector.acts import invite
from collector.garden import Garden
from collector.pages import live
from collector.store import Store, reads, votes
from tests.standing.corpus import CORPUS
from tests.web.gardens import NOW, copy
from tests.web.public.ballot_box import address, suggest
from tests.web.public.invited_garden import codes, plant_invited
from tests.web.visitor import Clock, Page, Visitor

HOURS = "/collect/supply/hours"
NOON, EARLY = {"when": "noon"}, {"when": "early"}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_invited(tmp_path_factory.mktemp("invited") / "garden")


@pytest.fixture
def garden(planted: Garden, tmp_path: Path) -> Garden:
    return copy(planted, tmp_path / "garden")


@pytest.fixture
def code(visitor: Visitor) -> str:
    return codes(visitor)[0]


def anybody(app: Flask, clock: Clock, *, cookies: bool = True) -> Visitor:
    found = Visitor(app, clock)
    found.client = app.test_client(use_cookies=cookies)
    return found


def answers(
    visitor: Visitor, answer: Mapping[str, str], challenge: str = "supply", **own: str
) -> Page:
    """Both steps; the answer to the second, or to the first if it asks for more."""
    page = visitor.asks({**answer, **own}, challenge, "hours")
    return visitor.confirms(page, f"/collect/{challenge}/hours") if page.status == 200 else page


def wrong(page: Page) -> str:
    """What is said at the field for the code."""
    found = page.parsed.css_first(".ig-error")
    assert found is not None, page.html
    return " ".join(found.text().split())


class TestThePageOfAnInvitation:
    def test_tells_what_it_is_for_and_changes_nothing(
        self, visitor: Visitor, store: Store, code: str
    ) -> None:
        page = visitor.gets(f"/i/{code}")
        assert page.status == 200
        assert "What can you supply?" in page.text
        assert "suppliers" in page.text
        assert "Set-Cookie" not in page.response.headers
        assert not invite.look(store, "supply", invite.invitation_hash(code), NOW).used

    def test_nobody_learns_its_address(self, visitor: Visitor, code: str) -> None:
        for page in (visitor.gets(f"/i/{code}"), visitor.posts(f"/i/{code}", {})):
            assert page.response.headers["Referrer-Policy"] == "no-referrer"
            assert page.response.headers["Cache-Control"] == "no-store"
            assert page.response.headers["X-Robots-Tag"] == "noindex"

    def test_coming_in_lets_the_browser_keep_the_code_for_this_challenge_alone(
        self, visitor: Visitor, store: Store, code: str
    ) -> None:
        visitor.posts(f"/i/{code}", {})
        assert visitor.client.get_cookie("ig_invited_supply", path="/collect").same_site == "Lax"
        assert answers(visitor, NOON).status == 303
        assert answers(visitor, NOON, "other").status == 403
        (kept,) = reads.responses(store, "supply")
        assert kept.group == "suppliers"

    def test_without_cookies_the_code_goes_along_and_never_in_an_address(
        self, app: Flask, clock: Clock, store: Store, code: str
    ) -> None:
        visitor = anybody(app, clock, cookies=False)
        page = visitor.posts(f"/i/{code}", {})
        form = visitor.posts(HOURS, page.fields("A quick question"))
        filled = {**dict(form.fields("Send")), **NOON}
        assert filled["_invite"] == code
        sent = visitor.confirms(visitor.posts(HOURS, filled), HOURS)
        assert sent.status == 303
        assert code not in sent.response.headers["Location"]
        assert len(list(reads.responses(store, "supply"))) == 1

    def test_a_code_from_a_card_can_be_typed(self, visitor: Visitor, code: str) -> None:
        page = visitor.gets("/i/")
        assert page.status == 200
        wrong_one = visitor.posts("/i/", {"_invite": "nonsense"})
        assert "There is no such code" in wrong(wrong_one)
        assert "You are in" in visitor.posts("/i/", {"_invite": code.upper()}).text
        assert answers(visitor, NOON).status == 303

    def test_an_unknown_code_has_no_page(self, visitor: Visitor) -> None:
        page = visitor.gets("/i/abcd-efgh-jkmn-pqrs")
        assert page.status == 403
        assert "There is no such code" in page.text


class TestACodeInAForm:
    def test_is_asked_for_where_none_came_and_nothing_typed_is_lost(
        self, visitor: Visitor, store: Store
    ) -> None:
        page = answers(visitor, NOON)
        assert page.status == 403
        assert "people who were invited" in wrong(page)
        assert "supply" in page.html
        assert dict(page.fields("Send"))["when"] == "noon"
        assert not list(reads.responses(store, "supply"))

    @pytest.mark.parametrize(
        "typed",
        [
            str.upper,
            lambda code: code.replace("-", ""),
            lambda code: code.replace("-", " – "),
            lambda code: f"  {code}  ",
            lambda code: code.replace("q", "0").replace("j", "1").replace("v", "U"),
        ],
    )
    def test_is_known_however_it_is_typed(self, visitor: Visitor, code: str, typed) -> None:
        assert answers(visitor, NOON, _invite=typed(code)).status == 303

    @pytest.mark.parametrize(
        ("spoil", "said"),
        [
            ("unknown", "There is no such code"),
            ("foreign", "for another challenge"),
            ("ended", "was good until"),
            ("void", "was taken back"),
        ],
    )
    def test_that_lets_nobody_in_is_refused_by_name(
        self, visitor: Visitor, store: Store, clock: Clock, spoil: str, said: str
    ) -> None:
        code = {
            "unknown": lambda: "abcd-efgh-jkmn-pqrs",
            "foreign": lambda: codes(visitor, challenge="other")[0],
            "ended": lambda: codes(visitor, ends=NOW + timedelta(hours=1))[0],
            "void": lambda: codes(visitor)[0],
        }[spoil]()
        if spoil == "void":
            brief = live(visitor.app.extensions["garden"].garden).briefs["supply"]
            assert invite.void(store, brief, "suppliers") == 1
        clock.turn(hours=2)
        page = answers(visitor, NOON, _invite=code)
        assert page.status == 403
        assert said in wrong(page)
        assert page.parsed.css_first("input[name=_invite]").attributes["value"] == code
        assert not list(reads.responses(store, "supply"))

    def test_counts_once_for_each_form_whoever_types_it(
        self, app: Flask, visitor: Visitor, clock: Clock, store: Store, code: str
    ) -> None:
        answers(visitor, NOON, _invite=code)
        page = answers(anybody(app, clock), EARLY, _invite=code)
        assert page.status == 409
        assert "used for this already" in page.text
        assert "early" in page.text
        assert [each.answers for each in reads.responses(store, "supply")] == [NOON]
        assert invite.standings(store, live(app.extensions["garden"].garden).briefs["supply"])[
            0
        ] == invite.Standing("suppliers", made=1, used=1)

    def test_is_free_again_when_its_answer_is_withdrawn(self, visitor: Visitor, code: str) -> None:
        receipt = visitor.thanks(answers(visitor, NOON, _invite=code)).receipt()
        fields = {"code": receipt, "do": "withdraw", "_invite": code}
        assert visitor.posts("/collect/-/receipt", fields).status == 200
        assert answers(visitor, EARLY, _invite=code).status == 303

    def test_of_a_script_is_told_at_its_field(self, visitor: Visitor, code: str) -> None:
        given = visitor.client.get("/collect/-/token/supply/hours").json
        visitor.clock.turn(seconds=3)
        body = {"_token": given["token"], "_form": given["form"], "answers": NOON}
        refused = visitor.client.post(HOURS, json={**body, "_invite": "nonsense"})
        assert refused.status_code == 403
        assert refused.json["errors"]["_invite"]["reason"] == "invite-unknown"
        assert visitor.client.post(HOURS, json={**body, "_invite": code}).status_code == 201

    def test_guesses_are_limited_and_a_right_code_passes_all_the_same(
        self, visitor: Visitor, code: str
    ) -> None:
        tried = [visitor.gets(f"/i/abcd-efgh-jkmn-pq{n:02}").status for n in range(22, 56)]
        assert (tried.count(403), tried[-1]) == (30, 429)
        assert visitor.gets(f"/i/{code}").status == 200


@pytest.mark.parametrize("text", [each for each in CORPUS if each.strip() and "\0" not in each])
def test_whatever_is_typed_for_a_code_comes_back_as_text(visitor: Visitor, text: str) -> None:
    for page in (
        answers(visitor, NOON, _invite=text),
        visitor.posts("/i/", {"_invite": text}),
        visitor.posts("/collect/-/invited/none/", {"_invite": text}),
    ):
        (field,) = page.parsed.css("#content input[name=_invite]")
        assert field.attributes["value"] == text
        assert not page.parsed.css("#content script, #content img, #content iframe, #content svg")


class TestAVoteWithACode:
    def test_asks_for_one_and_goes_on_with_it(
        self, visitor: Visitor, store: Store, code: str
    ) -> None:
        ref = suggest(visitor, "supply", "Rye flour")
        page = visitor.posts(address(ref), {"value": "yes"})
        assert page.status == 403
        fields = {**dict(page.fields("Vote with this code")), "_invite": code}
        asked = visitor.posts(address(ref), fields)
        assert asked.status == 200, asked.text
        assert visitor.posts(address(ref), asked.fields("Yes")).status == 303
        (kept,) = votes.on(store, "1", [ref])
        assert (kept.group, kept.apart) == ("suppliers", "")

    def test_is_one_voter_in_every_browser(
        self, app: Flask, clock: Clock, visitor: Visitor, store: Store, code: str
    ) -> None:
        ref = suggest(visitor, "supply", "Rye flour")
        for each in (visitor, anybody(app, clock), anybody(app, clock, cookies=False)):
            asked = each.posts(address(ref), {"value": "yes", "_invite": code})
            each.posts(address(ref), asked.fields("Yes"))
        assert len(list(votes.on(store, "1", [ref]))) == 1

    def test_is_needed_only_where_the_brief_says_so(self, visitor: Visitor) -> None:
        assert answers(visitor, NOON, "mixed").status == 303
        ref = suggest(visitor, "mixed", "Rye flour")
        assert visitor.posts(address(ref), {"value": "yes"}).status == 403


class TestOnePerPerson:
    def test_is_kept_with_a_code_and_refused_without(self, visitor: Visitor) -> None:
        assert answers(visitor, NOON, "person").status == 403
        (code,) = codes(visitor, challenge="person")
        assert answers(visitor, NOON, "person", _invite=code).status == 303
        assert answers(visitor, EARLY, "person", _invite=code).status == 409
