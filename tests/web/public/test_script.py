"""A script's post: a token, then one post as JSON."""

import json

import pytest
from werkzeug.test import TestResponse

from collector.entries import State
from collector.store import Store, reads
from tests.web.visitor import Visitor

IDEA = {"title": ["Walnut loaf"], "text": ["With honey."], "role": ["customer"]}
LISTED = "https://www.bakery.example"
FOREIGN = "https://evil.example"
PATH = "/collect/bread/idea"


def begins(visitor: Visitor, form: str = "bread/idea", **headers: str) -> dict[str, str]:
    response = visitor.client.get(f"/collect/-/token/{form}", headers=headers)
    assert response.status_code == 200, response.text
    visitor.clock.turn(seconds=3)
    told: dict[str, str] = response.json
    return told


def sends(
    visitor: Visitor, token: dict[str, str], answers: object = IDEA, **headers: str
) -> TestResponse:
    body = {"_token": token["token"], "_form": token["form"], "answers": answers}
    return visitor.client.post(PATH, json=body, headers=headers)


def test_an_idea_is_kept_and_the_receipt_answered(visitor: Visitor, store: Store) -> None:
    reply = sends(visitor, begins(visitor))
    assert reply.status_code == 201
    (idea,) = reads.ideas(store, "bread")
    assert idea.answers["title"] == "Walnut loaf"
    thanks = visitor.gets(reply.json["thanks"])
    assert thanks.receipt() == reply.json["receipt"]


def test_a_token_is_for_one_submission_and_for_no_cache(visitor: Visitor) -> None:
    one, other = begins(visitor), begins(visitor)
    assert one["submission"] != other["submission"]
    assert visitor.client.get("/collect/-/token/bread/idea").headers["Cache-Control"] == "no-store"


def test_sending_again_after_a_lost_answer_keeps_one(visitor: Visitor, store: Store) -> None:
    token = begins(visitor)
    codes = {sends(visitor, token).json["receipt"] for _ in range(3)}
    assert len(codes) == 1
    assert len(list(reads.ideas(store, "bread"))) == 1


def test_the_receipt_is_the_same_by_script_and_by_form(visitor: Visitor, store: Store) -> None:
    token = begins(visitor)
    code = sends(visitor, token).json["receipt"]
    plain = {name: texts[0] for name, texts in IDEA.items()}
    assert visitor.sends(plain | {"_sid": token["submission"]}) == code
    assert len(list(reads.ideas(store, "bread"))) == 1


def test_mistakes_are_told_by_column(visitor: Visitor) -> None:
    reply = sends(visitor, begins(visitor), {"title": ["ab"], "email": ["x"]})
    assert reply.status_code == 422
    assert set(reply.json["errors"]) == {"title", "text", "role", "email"}
    assert reply.json["errors"]["title"]["message"].startswith("Please use at least 3")


def test_one_text_may_stand_without_its_list(visitor: Visitor) -> None:
    plain = {name: texts[0] for name, texts in IDEA.items()}
    assert sends(visitor, begins(visitor), plain).status_code == 201


@pytest.mark.parametrize(
    "answers",
    [{"title": 3}, {"title": None}, {"title": [3]}, {"title": {"a": "b"}}, {"title": [["ab c"]]}],
)
def test_answers_that_are_no_texts_are_told_at_their_column(
    visitor: Visitor, store: Store, answers: dict[str, object]
) -> None:
    reply = sends(visitor, begins(visitor), {**IDEA, **answers})
    assert reply.status_code == 422
    assert set(reply.json["errors"]) == {"title"}
    assert list(reads.ideas(store, "bread")) == []


@pytest.mark.parametrize("answers", [None, [], "title", 3, True])
def test_answers_that_are_no_answers_are_refused(visitor: Visitor, answers: object) -> None:
    reply = sends(visitor, begins(visitor), answers)
    assert reply.status_code == 400
    assert reply.json["error"]["reason"] == "json-shape"


@pytest.mark.parametrize("own", [{"_terms": True}, {"_sid": ["a"]}, {"_website": {}}])
def test_our_own_fields_are_texts(visitor: Visitor, own: dict[str, object]) -> None:
    reply = visitor.client.post(PATH, json={"answers": IDEA, **own})
    assert reply.status_code == 400
    assert reply.json["error"]["reason"] == "json-shape"


@pytest.mark.parametrize(
    "body", [b" ", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b'{"answers": NaN}', b"[" * 100_000]
)
def test_what_is_no_json_is_refused(visitor: Visitor, body: bytes) -> None:
    reply = visitor.client.post(PATH, data=body, content_type="application/json")
    assert reply.status_code == 400
    assert reply.json["error"]["reason"] == "json-shape"


def test_signs_that_cannot_be_kept_are_told_at_their_column(visitor: Visitor) -> None:
    reply = sends(visitor, begins(visitor), {**IDEA, "text": ["a\x00b"], "title": ["a\ud800bc"]})
    assert reply.status_code == 422
    assert set(reply.json["errors"]) == {"title", "text"}


class TestTokens:
    def test_none_or_a_forged_one_keeps_nothing(self, visitor: Visitor, store: Store) -> None:
        form = visitor.form_hash()
        for token in ({}, {"_token": ""}, {"_token": "e30.forged"}, {"_token": "\ud800"}):
            reply = visitor.client.post(PATH, json={**token, "_form": form, "answers": IDEA})
            assert reply.status_code == 403
        assert list(reads.ideas(store, "bread")) == []

    def test_one_of_another_form_keeps_nothing(self, visitor: Visitor, store: Store) -> None:
        token = {**begins(visitor, "bread/hours"), "form": visitor.form_hash()}
        assert sends(visitor, token).status_code == 403
        assert list(reads.ideas(store, "bread")) == []

    def test_a_confirmation_pages_token_is_not_bound_to_other_words(
        self, visitor: Visitor, store: Store
    ) -> None:
        plain = {name: texts[0] for name, texts in IDEA.items()}
        fields = dict(visitor.asks(plain).fields("Yes, send it"))
        token = {"token": fields["_token"], "form": fields["_form"]}
        visitor.clock.turn(seconds=3)
        assert sends(visitor, token, {**IDEA, "title": ["Other loaf"]}).status_code == 403
        assert list(reads.ideas(store, "bread")) == []

    def test_an_old_one_is_renewed_for_the_same_submission(
        self, visitor: Visitor, store: Store
    ) -> None:
        token = begins(visitor)
        visitor.clock.turn(hours=3)
        reply = sends(visitor, token)
        assert reply.status_code == 403
        assert reply.json["error"]["reason"] == "token-expired"
        visitor.clock.turn(seconds=3)
        kept = sends(visitor, {**token, "token": reply.json["token"]})
        assert kept.status_code == 201
        assert sends(visitor, token).json["receipt"] == kept.json["receipt"]
        assert len(list(reads.ideas(store, "bread"))) == 1

    def test_haste_marks(self, visitor: Visitor, store: Store) -> None:
        token = begins(visitor)
        visitor.clock.turn(seconds=-3)
        assert sends(visitor, token).status_code == 201
        assert next(reads.ideas(store, "bread")).flags == ("too fast",)


class TestOtherWords:
    def test_are_asked_about(self, visitor: Visitor, store: Store) -> None:
        token = begins(visitor)
        sends(visitor, token)
        reply = sends(visitor, token, {**IDEA, "title": ["Rye rolls"]})
        assert reply.status_code == 409
        assert reply.json["error"]["reason"] == "other-content"
        assert len(list(reads.ideas(store, "bread"))) == 1

    @pytest.mark.parametrize(
        ("choice", "before"), [("new", "waiting"), ("correction", "withdrawn")]
    )
    def test_may_be_new_or_a_correction(
        self, visitor: Visitor, store: Store, choice: str, before: str
    ) -> None:
        token = begins(visitor)
        sends(visitor, token)
        other = {**IDEA, "title": ["Rye rolls"]}
        chosen = sends(visitor, token, other).json[choice]
        visitor.clock.turn(seconds=3)
        assert sends(visitor, {**token, "token": chosen}, other).status_code == 201
        states = {each.answers["title"]: each.state for each in reads.ideas(store, "bread")}
        assert states == {"Walnut loaf": State(before), "Rye rolls": State.WAITING}


class TestOrigins:
    def test_a_listed_site_may_send_and_read_without_credentials(self, visitor: Visitor) -> None:
        reply = sends(visitor, begins(visitor, Origin=LISTED), Origin=LISTED)
        assert reply.status_code == 201
        assert reply.headers["Access-Control-Allow-Origin"] == LISTED
        assert "Access-Control-Allow-Credentials" not in reply.headers
        assert "Origin" in reply.headers["Vary"]

    def test_it_may_read_what_is_wrong_too(self, visitor: Visitor) -> None:
        reply = sends(visitor, begins(visitor), {}, Origin=LISTED)
        assert reply.status_code == 422
        assert reply.headers["Access-Control-Allow-Origin"] == LISTED

    @pytest.mark.parametrize("origin", [FOREIGN, "null", "https://www.bakery.example.evil.example"])
    def test_others_may_not(self, visitor: Visitor, store: Store, origin: str) -> None:
        reply = sends(visitor, begins(visitor, Origin=origin), Origin=origin)
        assert reply.status_code == 403
        assert "Access-Control-Allow-Origin" not in reply.headers
        assert list(reads.ideas(store, "bread")) == []

    def test_a_browser_may_ask_beforehand(self, visitor: Visitor) -> None:
        asks = {"Origin": LISTED, "Access-Control-Request-Method": "POST"}
        reply = visitor.client.options(PATH, headers=asks)
        assert reply.status_code == 200
        assert reply.headers["Access-Control-Allow-Origin"] == LISTED
        assert "POST" in reply.headers["Access-Control-Allow-Methods"]
        assert reply.headers["Access-Control-Allow-Headers"] == "Content-Type"

    def test_pages_are_never_shared(self, visitor: Visitor) -> None:
        reply = visitor.client.get("/collect/-/receipt", headers={"Origin": LISTED})
        assert "Access-Control-Allow-Origin" not in reply.headers


class TestTime:
    @pytest.mark.parametrize("challenge", ["soon", "over"])
    def test_there_is_no_token_outside_it(self, visitor: Visitor, challenge: str) -> None:
        reply = visitor.client.get(
            f"/collect/-/token/{challenge}/idea", headers={"Accept": "application/json"}
        )
        assert reply.status_code == 409
        assert "2026" in reply.json["error"]["message"]

    def test_closing_meanwhile_keeps_nothing(self, visitor: Visitor, store: Store) -> None:
        visitor.clock.now = visitor.clock.now.replace(month=11, day=1, hour=17, minute=30)
        told = visitor.client.get("/collect/-/token/over/idea").json
        visitor.clock.turn(hours=1)
        body = {"_token": told["token"], "_form": told["form"], "answers": {"title": "Late"}}
        reply = visitor.client.post("/collect/over/idea", json=body)
        assert reply.status_code == 409
        assert reply.json["error"]["reason"] == "submit-ended"
        assert list(reads.ideas(store, "over")) == []


def test_an_unknown_form_hash_says_so(visitor: Visitor) -> None:
    reply = sends(visitor, {**begins(visitor), "form": "0" * 64})
    assert reply.status_code == 409
    assert reply.json["error"]["reason"] == "form-changed"
    assert set(reply.json) == {"error"}


@pytest.mark.parametrize("path", ["nothing/idea", "bread/nothing", "-/idea", "%00/idea", "%ff/x"])
def test_unknown_challenges_and_forms_are_answered_as_json(visitor: Visitor, path: str) -> None:
    reply = visitor.client.post(f"/collect/{path}", json={"answers": {}})
    assert reply.status_code == 404
    assert set(json.loads(reply.text)) == {"error"}
