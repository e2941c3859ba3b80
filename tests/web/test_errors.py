"""Whatever goes wrong is told once, as a page or as JSON, and nothing typed is lost."""

import logging
from collections.abc import Mapping

import pytest
from flask import Flask

from collector import errors as kinds
from collector.store import Store, reads
from collector.web import errors
from collector.words import say
from tests.web.visitor import FORM, Visitor

IDEA = {"title": "Walnut loaf", "text": "With honey.", "role": "customer"}
PATH = "/collect/bread/idea"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (kinds.Forbidden("origin"), 403),
        (kinds.Unknown("no-page"), 404),
        (kinds.Closed("closed"), 409),
        (kinds.Conflict("other-content"), 409),
        (kinds.TooLarge("too-large"), 413),
        (kinds.Invalid({}), 422),
        (kinds.TooMany("too-many", 5), 429),
        (kinds.Unavailable("store"), 503),
        (kinds.Refused("not-utf-8"), 400),
        (kinds.Unreadable("store"), 503),
        (kinds.GardenError("our-fault"), 500),
    ],
)
def test_every_kind_of_error_has_its_status(error: kinds.GardenError, status: int) -> None:
    assert errors.status_of(error) == status


@pytest.mark.parametrize("status", [400, 403, 404, 405, 409, 413, 429, 500, 503])
def test_every_status_has_a_title(status: int) -> None:
    assert say(f"title-{status}")


class TestBodies:
    def test_too_large_a_form_is_refused_in_words(self, visitor: Visitor) -> None:
        page = visitor.asks(IDEA | {"text": "x" * 1_100_000})
        assert page.status == 413
        assert "1 MB" in page.text

    def test_too_large_json_is_refused_as_json(self, visitor: Visitor) -> None:
        reply = visitor.client.post(PATH, json={"answers": {"text": "x" * 1_100_000}})
        assert reply.status_code == 413
        assert reply.json["error"]["reason"] == "too-large"

    def test_too_many_fields_are_refused(self, visitor: Visitor) -> None:
        fields = [("title", "x")] * 6000
        assert visitor.posts(PATH, fields).status == 413

    @pytest.mark.parametrize("body", [b"title=%ff%fe", b"title=\xe4", b"%C0%AF=x", b"a=%ed%a0%80"])
    def test_what_is_not_utf8_is_refused(self, visitor: Visitor, body: bytes) -> None:
        reply = visitor.client.post(PATH, data=body, content_type=FORM)
        assert reply.status_code == 400
        assert "UTF-8" in reply.text

    @pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data", "", "application/xml"])
    def test_other_kinds_of_content_are_refused(self, visitor: Visitor, kind: str) -> None:
        reply = visitor.client.post(PATH, data=b"title=x", content_type=kind)
        assert reply.status_code == 400

    @pytest.mark.parametrize("body", [b"", b"&&&", b"=", b"%", b"%zz=1", b"_form", b"\0=\0"])
    def test_odd_bodies_are_answered(self, visitor: Visitor, store: Store, body: bytes) -> None:
        reply = visitor.client.post(PATH, data=body, content_type=FORM)
        assert 400 <= reply.status_code < 500
        assert list(reads.ideas(store, "bread")) == []

    def test_what_does_not_say_its_length_is_not_taken_for_empty(self, visitor: Visitor) -> None:
        chunked = {"HTTP_TRANSFER_ENCODING": "chunked", "CONTENT_LENGTH": ""}
        reply = visitor.client.post(
            PATH, data=b"title=x", content_type=FORM, environ_overrides=chunked
        )
        assert reply.status_code == 400
        assert "Content-Length" in reply.text

    def test_a_length_that_lies_is_answered(self, visitor: Visitor) -> None:
        reply = visitor.client.post(
            PATH, data=b"title=x", content_type=FORM, environ_overrides={"CONTENT_LENGTH": "99"}
        )
        assert reply.status_code == 400


class TestLimits:
    def exhaust(self, app: Flask, visitor: Visitor) -> None:
        context = app.extensions["garden"]
        for _ in range(context.garden.settings.limits.entries):
            context.limits.take("entries", "127.0.0.1", 10_000, visitor.clock.now)

    def test_beyond_them_the_words_are_kept_and_the_wait_told(
        self, app: Flask, visitor: Visitor, store: Store
    ) -> None:
        asked = visitor.asks(IDEA)
        self.exhaust(app, visitor)
        page = visitor.confirms(asked)
        assert page.status == 429
        assert "Walnut loaf" in page.text
        assert "60 minutes" in page.text
        assert int(page.response.headers["Retry-After"]) > 3000
        assert list(reads.ideas(store, "bread")) == []
        visitor.clock.turn(hours=1)
        kept = visitor.posts(PATH, page.fields("Yes, send it"))
        assert kept.status == 303

    def test_scripts_are_told_too(self, app: Flask, visitor: Visitor) -> None:
        token = visitor.client.get("/collect/-/token/bread/idea").json
        self.exhaust(app, visitor)
        body = {"_token": token["token"], "_form": token["form"], "answers": IDEA}
        reply = visitor.client.post(PATH, json=body)
        assert reply.status_code == 429
        assert int(reply.headers["Retry-After"]) > 0

    def test_a_receipt_is_given_again_beyond_them(self, app: Flask, visitor: Visitor) -> None:
        asked = visitor.asks(IDEA)
        visitor.confirms(asked)
        self.exhaust(app, visitor)
        assert visitor.confirms(asked).status == 303


class TestStore:
    def breaks(self, app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(act: object) -> None:
            raise kinds.Unavailable("store-unavailable", path="garden.db", cause="disk full")

        monkeypatch.setattr(app.extensions["garden"].store, "transact", fail)

    def test_a_full_disk_loses_no_words(
        self, app: Flask, visitor: Visitor, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = visitor.asks(IDEA)
        with monkeypatch.context() as patch:
            self.breaks(app, patch)
            page = visitor.confirms(asked)
        assert page.status == 503
        assert page.response.headers["Retry-After"]
        assert "Walnut loaf" in page.text
        assert "garden.db" not in page.html
        assert visitor.posts(PATH, page.fields("Yes, send it")).status == 303
        assert len(list(reads.ideas(store, "bread"))) == 1

    def test_scripts_are_told_too(
        self, app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        token = visitor.client.get("/collect/-/token/bread/idea").json
        self.breaks(app, monkeypatch)
        body = {"_token": token["token"], "_form": token["form"], "answers": IDEA}
        reply = visitor.client.post(PATH, json=body)
        assert reply.status_code == 503
        assert reply.headers["Retry-After"]


class TestOurFaults:
    def test_they_are_logged_but_never_shown(
        self,
        visitor: Visitor,
        monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        def fail(*_: object) -> Mapping[str, object]:
            raise ZeroDivisionError("secret inner words")

        monkeypatch.setattr("collector.web.public.content.check", fail)
        with caplog.at_level(logging.ERROR):
            page = visitor.asks(IDEA | {"title": "Walnut loaf"}, User_Agent="Agent 007")
        assert page.status == 500
        assert "secret inner words" not in page.html
        assert "secret inner words" in caplog.text
        for private in ("Walnut", "127.0.0.1", "Agent 007"):
            assert private not in caplog.text


class TestForms:
    @pytest.mark.parametrize("path", ["no/idea", "bread/no", "-/idea", "BREAD/idea"])
    def test_what_is_unknown_is_a_page_of_the_site(self, visitor: Visitor, path: str) -> None:
        page = visitor.posts(f"/collect/{path}", IDEA)
        assert page.status == 404
        assert page.parsed.css_first("h1") is not None

    def test_whoever_wants_json_gets_it(self, visitor: Visitor) -> None:
        reply = visitor.client.get("/collect/nothing", headers={"Accept": "application/json"})
        assert reply.status_code == 404
        assert reply.json["error"]["message"]

    def test_what_only_takes_is_not_read_by_looking(self, visitor: Visitor) -> None:
        page = visitor.gets("/collect/-/files/bread/idea")
        assert page.status == 405
        assert "POST" in page.response.headers["Allow"]
