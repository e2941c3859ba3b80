"""What a receipt offers to keep: to be told by mail, a link, and one's own data."""

import json
from dataclasses import replace

import pytest
from flask import Flask

from collector import pages
from collector.acts import desk, merge
from collector.entries import Event, Notice, Purpose
from collector.garden import Garden, MailSettings, WebhookSettings
from collector.moderation import Move
from collector.notices import Around, compose
from collector.notices.readers import readers
from collector.store import Store, outbox
from collector.words import speaking
from tests.web.gardens import NOW
from tests.web.mailing import code_for, with_mail
from tests.web.public.ballot_box import plant_votes, suggest, votes
from tests.web.public.talk import Talk
from tests.web.visitor import Page, Visitor

RECEIPT = "/collect/-/receipt"
HOOK = WebhookSettings(url="https://hooks.example/x", events=("replied",))


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_votes(tmp_path_factory.mktemp("kept") / "garden")


def opened(visitor: Visitor, code: str, **wish: str) -> Page:
    return visitor.posts(RECEIPT, {"code": code, **wish})


def without_mail(app: Flask) -> None:
    context = app.extensions["garden"]
    settings = replace(context.garden.settings, mail=MailSettings())
    app.extensions["garden"] = replace(context, garden=replace(context.garden, settings=settings))


def around_it(app: Flask) -> Around:
    context = app.extensions["garden"]
    built = pages.live(context.garden)
    assert built is not None
    return Around(context.garden, context.store, context.secret, built.briefs, NOW)


class TestComment:
    @pytest.fixture
    def talk(self, app: Flask, visitor: Visitor, store: Store) -> Talk:
        with_mail(app, webhooks=(HOOK,))
        return Talk.begun(visitor, store)

    @pytest.fixture
    def code(self, talk: Talk) -> str:
        """Of a comment that is shown, whose author follows it."""
        code = talk.sends()
        (comment,) = talk.comments()
        talk.moves(Move.APPROVE, comment.ref)
        return code

    def follows(self, app: Flask, talk: Talk, code: str) -> Page:
        asked = opened(talk.visitor, code, do="follow", email="me@example.org")
        assert "A mail with a link was sent to you" in asked.text
        (comment,) = talk.comments()
        return talk.visitor.posts(
            f"/collect/-/follow/{code_for(app, Purpose.CONFIRM, comment.ref)}", {}
        )

    def replied(self, store: Store, about: str) -> list[Notice]:
        told = (each for each in outbox.notices(store) if each.event is Event.REPLIED)
        return [each for each in told if each.about == about]

    def test_its_author_is_told_of_replies_to_it_and_nobody_else_is_told_twice(
        self, app: Flask, talk: Talk, store: Store, code: str
    ) -> None:
        assert "Tell me by mail when somebody replies." in opened(talk.visitor, code).text
        (comment,) = talk.comments()
        asked = opened(talk.visitor, code, do="follow", email="me@example.org")
        confirm = f"/collect/-/follow/{code_for(app, Purpose.CONFIRM, comment.ref)}"
        assert asked.status == 200
        assert "when somebody replies to your comment" in talk.visitor.gets(confirm).text
        assert "when somebody replies" in talk.visitor.posts(confirm, {}).text
        assert "We tell you by mail when somebody replies." in opened(talk.visitor, code).text
        talk.says("So would I", to=comment.ref)
        context = app.extensions["garden"]
        (notice,) = self.replied(store, comment.ref)
        (person,) = outbox.people(store, comment.ref)
        settings = context.garden.settings
        assert list(readers(store, settings, notice)) == [f"person:{person.ref}"]
        (of_idea,) = self.replied(store, talk.idea.ref)
        assert [each[:5] for each in readers(store, settings, of_idea)] == ["hook:"]
        around = around_it(app)
        with speaking("en"):
            message = compose.for_person(around, notice, person)
        assert message is not None
        assert "Rye" in message.subject
        assert "/collect/-/unfollow/" in message.leave
        talk.moves(Move.REJECT, comment.ref)
        with speaking("en"):
            assert compose.for_person(around, notice, person) is None

    def test_who_follows_the_idea_as_well_gets_one_mail_for_a_reply(
        self, app: Flask, talk: Talk, store: Store, code: str
    ) -> None:
        self.follows(app, talk, code)
        for who in ("Me@example.org", "you@example.org"):
            talk.visitor.posts(f"/collect/-/ideas/{talk.idea.ref}/follow", {"email": who})
        for each in outbox.people(store, talk.idea.ref):
            outbox.keep_person(store, replace(each, confirmed=NOW))
        (comment,) = talk.comments()
        talk.says("So would I", to=comment.ref)
        settings = app.extensions["garden"].garden.settings
        notices = [*self.replied(store, comment.ref), *self.replied(store, talk.idea.ref)]
        told = [each for notice in notices for each in readers(store, settings, notice)]
        people = {each.ref: each.contact for each in outbox.followers(store)}
        mailed = [people[each.partition(":")[2]] for each in told if each.startswith("person:")]
        assert mailed == ["me@example.org", "you@example.org"]

    def test_the_mail_that_asks_holds_no_word_of_it(
        self, app: Flask, talk: Talk, store: Store, code: str
    ) -> None:
        self.follows(app, talk, code)
        (comment,) = talk.comments()
        (person,) = outbox.people(store, comment.ref)
        unconfirmed = replace(person, confirmed=None)
        (asking,) = (each for each in outbox.notices(store) if each.event is Event.CONFIRM)
        around = around_it(app)
        with speaking("en"):
            message = compose.for_person(around, asking, unconfirmed)
        assert message is not None
        assert "when a comment of theirs" in message.lines[0]
        assert "I would come for that" not in str(message)

    def test_a_reply_and_a_comment_without_mail_offer_none(
        self, app: Flask, talk: Talk, code: str
    ) -> None:
        (comment,) = talk.comments()
        reply = talk.sends("comment", comment.ref, text="So would I")
        assert "Tell me by mail" not in opened(talk.visitor, reply).text
        assert opened(talk.visitor, reply, do="follow", email="me@a.example").status == 404
        without_mail(app)
        assert "Tell me by mail" not in opened(talk.visitor, code).text

    def test_its_data_and_the_address_are_taken_home_and_forgotten_with_it(
        self, app: Flask, talk: Talk, store: Store, code: str
    ) -> None:
        self.follows(app, talk, code)
        told = json.loads(opened(talk.visitor, code, do="download").html)
        assert told["entry"]["answers"]["text"] == "I would come for that"
        assert [each["contact"] for each in told["follows"]] == ["me@example.org"]
        opened(talk.visitor, code, do="erase")
        assert outbox.followers(store, "bread") == []

    def test_strangers_follow_ideas_only(self, talk: Talk) -> None:
        comment = talk.says("I would come for that")
        page = f"/collect/-/ideas/{comment.ref}/follow"
        assert talk.visitor.gets(page).status == 404
        assert talk.visitor.posts(page, {"email": "ann@example.org"}).status == 404


class TestVote:
    @pytest.fixture
    def rye(self, visitor: Visitor) -> str:
        return suggest(visitor, "loaves", "Rye loaf")

    @pytest.fixture
    def code(self, visitor: Visitor, rye: str) -> str:
        return votes(visitor, rye).receipt()

    def test_its_idea_can_be_followed_where_mail_can_be_sent(
        self, app: Flask, visitor: Visitor, rye: str, code: str
    ) -> None:
        assert "/follow" not in opened(visitor, code).html
        with_mail(app)
        assert f'href="/collect/-/ideas/{rye}/follow"' in opened(visitor, code).html
        assert visitor.gets(f"/collect/-/ideas/{rye}/follow").status == 200

    def test_whose_idea_was_merged_reads_so_and_follows_the_other(
        self, app: Flask, visitor: Visitor, store: Store, rye: str, code: str
    ) -> None:
        with_mail(app)
        dark = suggest(visitor, "loaves", "Dark rye")
        merge.merge(store, rye, dark, merge.Merging("ada", NOW))
        page = opened(visitor, code)
        assert "merged into “Dark rye”" in page.text
        assert page.parsed.css_first(f'a[href$="/challenges/loaves/ideas/{dark}/"]')
        assert f"/collect/-/ideas/{dark}/follow" in page.html
        desk.decide(store, Move.REJECT, [dark], "ada", NOW)
        page = opened(visitor, code)
        assert "Dark rye" not in page.text
        assert f"/collect/-/ideas/{rye}/follow" in page.html

    def test_it_is_taken_home(self, visitor: Visitor, rye: str, code: str) -> None:
        taken = opened(visitor, code, do="download")
        told = json.loads(taken.html)["vote"]
        assert (told["idea"], told["value"], told["challenge"]) == (rye, "yes", "loaves")
        assert taken.response.headers["Content-Disposition"].startswith("attachment")


def test_the_kept_link_stands_plain_with_the_words_of_a_button_for_scripts(
    visitor: Visitor, store: Store
) -> None:
    code = visitor.sends({"title": "Nut loaf", "text": "Sweet", "role": "customer"})
    link = opened(visitor, code).parsed.css_first("a[data-ig-copy]")
    assert link.attributes["href"] == f"{RECEIPT}#{code}"
    assert link.attributes["data-ig-copy"] == "Copy the link"
