"""Following an idea: twice asked, once told, left with one press; nothing by opening a link."""

import json

import pytest
from flask import Flask

from collector.acts import desk, merge
from collector.acts.merge import Merging
from collector.entries import Event, Purpose, State
from collector.moderation import Move
from collector.store import Store, outbox, reads
from tests.web.gardens import NOW
from tests.web.mailing import code_for, with_mail
from tests.web.visitor import Visitor, fills

IDEA = {"title": "Walnut loaf", "text": "With honey.", "role": "staff", "email": "me@home.example"}
RECEIPT = "/collect/-/receipt"


@pytest.fixture
def code(app: Flask, visitor: Visitor) -> str:
    with_mail(app)
    return visitor.sends(IDEA)


@pytest.fixture
def ref(code: str, visitor: Visitor, store: Store) -> str:
    """Of the idea, which is shown."""
    (idea,) = reads.ideas(store, "bread")
    desk.decide(store, Move.APPROVE, [idea.ref], "ada", NOW)
    fills(visitor)
    return idea.ref


def people(store: Store) -> list[str]:
    return [each.contact for each in outbox.followers(store, "bread")]


def test_anybody_may_follow_an_idea_that_is_shown(
    app: Flask, visitor: Visitor, store: Store, ref: str
) -> None:
    page = visitor.gets(f"/collect/-/ideas/{ref}/follow")
    assert "Walnut loaf" in page.text
    assert page.response.headers["Referrer-Policy"] == "same-origin"  # else its post has no origin
    asked = visitor.posts(f"/collect/-/ideas/{ref}/follow", {"email": "ann@example.org"})
    assert "Look into your mailbox" in asked.text
    confirm = f"/collect/-/follow/{code_for(app, Purpose.CONFIRM, ref)}"
    visitor.gets(confirm)
    (person,) = outbox.people(store, ref)
    assert person.confirmed is None
    assert not person.author
    assert "You will be told" in visitor.posts(confirm, {}).text
    (person,) = outbox.people(store, ref)
    assert person.confirmed is not None


def test_a_merged_idea_is_followed_once_it_stands_by_itself_again(
    visitor: Visitor, store: Store, ref: str
) -> None:
    visitor.sends({**IDEA, "title": "Nut loaf"})
    (other,) = (each for each in reads.ideas(store, "bread") if each.ref != ref)
    merge.merge(store, ref, other.ref, Merging("ada", NOW, approve=True))
    desk.decide(store, Move.APPROVE, [other.ref], "ada", NOW)
    assert visitor.gets(f"/collect/-/ideas/{ref}/follow").status == 404
    desk.decide(store, Move.REJECT, [other.ref], "ada", NOW)
    assert visitor.gets(f"/collect/-/ideas/{ref}/follow").status == 200


def test_opening_the_link_to_leave_changes_nothing(
    app: Flask, visitor: Visitor, store: Store, ref: str
) -> None:
    visitor.posts(f"/collect/-/ideas/{ref}/follow", {"email": "ann@example.org"})
    leave = f"/collect/-/unfollow/{code_for(app, Purpose.LEAVE, ref)}"
    assert "Forget my address" in visitor.gets(leave).text
    assert people(store) == ["ann@example.org"]


def test_a_mail_program_leaves_with_one_click(
    app: Flask, visitor: Visitor, store: Store, ref: str
) -> None:
    """As RFC 8058 says, from wherever it runs."""
    visitor.posts(f"/collect/-/ideas/{ref}/follow", {"email": "ann@example.org"})
    leave = f"/collect/-/unfollow/{code_for(app, Purpose.LEAVE, ref)}"
    for _ in range(2):
        left = visitor.posts(
            leave, {"List-Unsubscribe": "One-Click"}, Origin="https://mail.example"
        )
        assert left.status == 200
    assert people(store) == []


@pytest.mark.parametrize("address", ["", "ann", "a@b", "<x-evil>@example.org", "a@b.example Bcc:x"])
def test_a_wrong_address_is_told_at_the_field_and_stays(
    visitor: Visitor, store: Store, ref: str, address: str
) -> None:
    page = visitor.posts(f"/collect/-/ideas/{ref}/follow", {"email": address})
    assert page.status == 422
    assert page.response.headers["Referrer-Policy"] == "same-origin"
    field = page.parsed.css_first("#email")
    assert field.attributes["aria-invalid"] == "true"
    assert (field.attributes["value"] or "") == address
    assert page.parsed.css_first("x-evil") is None
    assert people(store) == []


def test_another_site_can_not_ask_for_mails(visitor: Visitor, store: Store, ref: str) -> None:
    for origin in ("https://evil.example", "null"):
        page = visitor.posts(
            f"/collect/-/ideas/{ref}/follow", {"email": "ann@example.org"}, Origin=origin
        )
        assert page.status == 403
    assert people(store) == []


def test_nobody_has_a_mailbox_filled(visitor: Visitor, ref: str) -> None:
    answers = [
        visitor.posts(f"/collect/-/ideas/{ref}/follow", {"email": f"a{n}@example.org"}).status
        for n in range(25)
    ]
    assert answers[:20] == [200] * 20
    assert set(answers[20:]) == {429}


def test_what_waits_can_not_be_followed_but_by_its_author(
    visitor: Visitor, store: Store, code: str
) -> None:
    (idea,) = reads.ideas(store, "bread")
    page = visitor.gets(f"/collect/-/ideas/{idea.ref}/follow")
    assert page.status == 404
    assert "Walnut" not in page.text


def test_without_mail_nothing_is_offered_but_the_feed(visitor: Visitor, store: Store) -> None:
    page = visitor.posts(RECEIPT, {"code": visitor.sends(IDEA)})
    assert page.parsed.css_first("#email") is None
    links = [each.attributes["href"] for each in page.parsed.css("a")]
    assert any((each or "").endswith("/feeds/challenges/bread.xml") for each in links)
    (idea,) = reads.ideas(store, "bread")
    desk.decide(store, Move.APPROVE, [idea.ref], "ada", NOW)
    assert visitor.gets(f"/collect/-/ideas/{idea.ref}/follow").status == 404


@pytest.mark.parametrize("path", ["follow", "unfollow"])
def test_an_unknown_link_tells_nothing(visitor: Visitor, path: str) -> None:
    for found in (visitor.gets(f"/collect/-/{path}/x"), visitor.posts(f"/collect/-/{path}/x", {})):
        assert found.status == (404 if path == "follow" else 200)
        assert found.response.headers["Cache-Control"] in ("no-store", "private, no-cache")


class TestReceipt:
    def test_its_author_is_asked_and_told(
        self, app: Flask, visitor: Visitor, store: Store, code: str
    ) -> None:
        (idea,) = reads.ideas(store, "bread")
        sent = {"code": code, "do": "follow", "email": "me@example.org"}
        assert "A mail with a link was sent" in visitor.posts(RECEIPT, sent).text
        (person,) = outbox.people(store, idea.ref)
        assert person.author
        (asked,) = [each for each in outbox.notices(store) if each.event is Event.CONFIRM]
        assert asked.to == f"person:{person.ref}"
        visitor.posts(f"/collect/-/follow/{code_for(app, Purpose.CONFIRM, idea.ref)}", {})
        assert "We tell you by mail" in visitor.posts(RECEIPT, {"code": code}).text
        visitor.posts(RECEIPT, {"code": code, "do": "unfollow"})
        assert people(store) == []

    def test_a_wrong_address_is_told_on_the_receipt(self, visitor: Visitor, code: str) -> None:
        page = visitor.posts(RECEIPT, {"code": code, "do": "follow", "email": "me"})
        assert page.status == 422
        assert page.parsed.css_first("#email").attributes["value"] == "me"
        assert "Walnut loaf" in page.text

    def test_all_that_is_kept_is_taken_home(
        self, visitor: Visitor, store: Store, code: str
    ) -> None:
        (idea,) = reads.ideas(store, "bread")
        desk.reply(store, idea.ref, "Yes, from May.", "ada", NOW)
        visitor.posts(RECEIPT, {"code": code, "do": "follow", "email": "me@example.org"})
        page = visitor.posts(RECEIPT, {"code": code, "do": "download"})
        told = json.loads(page.html)
        assert told["entry"]["answers"]["email"] == "me@home.example"
        assert told["replies"][0]["text"] == "Yes, from May."
        assert [each["contact"] for each in told["follows"]] == ["me@example.org"]
        assert "attachment" in page.response.headers["Content-Disposition"]
        assert page.response.headers["Cache-Control"] == "no-store"
        assert "hash" not in json.dumps(told["follows"])

    def test_erasing_takes_the_address_along(
        self, visitor: Visitor, store: Store, code: str
    ) -> None:
        visitor.posts(RECEIPT, {"code": code, "do": "follow", "email": "me@example.org"})
        visitor.posts(RECEIPT, {"code": code, "do": "erase"})
        (idea,) = reads.ideas(store, "bread")
        assert idea.state is State.ERASED
        assert people(store) == []
        assert not [each for each in outbox.notices(store) if each.about == idea.ref]
