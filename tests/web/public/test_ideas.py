"""Comments, replies and reports, as browsers without scripts and scripts send them."""

from dataclasses import replace

import pytest

from collector.acts import receipt as receipts
from collector.acts import upkeep
from collector.entries import Role, State
from collector.moderation import Move
from collector.store import Store, reads, writes
from tests.web.desk.staff import let_in
from tests.web.public.talk import FIRST, Talk
from tests.web.visitor import Page, Visitor, fills

KINDS = ("comment", "report")


@pytest.fixture
def talk(visitor: Visitor, store: Store) -> Talk:
    return Talk.begun(visitor, store)


class TestSending:
    def test_a_comment_is_confirmed_then_kept_and_waits(self, talk: Talk) -> None:
        asked = talk.asks(text="I would come\r\nfor that", name="Anna")
        assert "This goes to “Rye”" in asked.text
        assert not talk.comments(), "the first step keeps nothing"
        thanks = talk.visitor.thanks(talk.confirms(asked))
        assert "We read it before it is shown" in thanks.text
        (kept,) = talk.comments()
        assert kept.answers == {"text": "I would come\nfor that", "name": "Anna"}
        assert (kept.about, kept.parent, kept.state) == (talk.idea.ref, "", State.WAITING)

    def test_its_confirmation_says_that_words_and_name_are_shown(self, talk: Talk) -> None:
        page = talk.asks(text="Yes", name="Anna")
        assert page.text.count("Shown publicly") == 2

    def test_a_report_is_kept_and_its_words_are_for_the_desk_alone(self, talk: Talk) -> None:
        page = talk.asks("report", why="private", words="That is my neighbour")
        assert "Shown publicly" not in page.text
        assert page.text.count("Only we see this") == 2
        talk.visitor.thanks(talk.confirms(page, "report"))
        (kept,) = talk.reports()
        assert kept.answers == {"why": "private", "words": "That is my neighbour"}
        assert kept.state is State.WAITING

    def test_thanks_leads_back_to_the_idea(self, talk: Talk) -> None:
        page = talk.visitor.thanks(talk.confirms(talk.asks(text="Yes")))
        assert f"/challenges/bread/ideas/{talk.idea.ref}/" in page.html

    @pytest.mark.parametrize("kind", KINDS)
    def test_the_same_confirmed_twice_is_kept_once(self, talk: Talk, kind: str) -> None:
        asked = talk.asks(kind, **FIRST[kind])
        first, again = talk.confirms(asked, kind), talk.confirms(asked, kind)
        codes = {talk.visitor.thanks(each).receipt() for each in (first, again)}
        assert len(codes) == 1
        assert len(talk.comments()) + len(talk.reports()) == 1

    def test_the_same_words_on_another_idea_are_another_comment(
        self, talk: Talk, visitor: Visitor, store: Store
    ) -> None:
        other = Talk.begun(visitor, store, "Oats")
        talk.sends(text="Yes")
        other.sends(text="Yes")
        assert {each.about for each in talk.comments()} == {talk.idea.ref, other.idea.ref}

    def test_a_confirmation_for_one_idea_is_good_for_no_other(
        self, talk: Talk, visitor: Visitor, store: Store
    ) -> None:
        other, asked = Talk.begun(visitor, store, "Oats"), talk.asks(text="Yes")
        visitor.clock.turn(seconds=3)
        page = visitor.posts(other.path(), asked.fields("Yes, send it"))
        assert page.status == 403
        assert not talk.comments()

    @pytest.mark.parametrize(
        ("kind", "answers", "said"),
        [
            ("comment", {"name": "Anna"}, "Your comment"),
            ("comment", {"text": "x" * 2001}, "2000"),
            ("comment", {"text": "Yes", "name": "x" * 61}, "60"),
            ("report", {"words": "Bad"}, "What is wrong with it?"),
            ("report", {"why": "boredom"}, "What is wrong with it?"),
            ("report", {"why": "other", "words": "x" * 1001}, "1000"),
        ],
    )
    def test_what_does_not_fit_comes_back_filled_in(
        self, talk: Talk, kind: str, answers: dict[str, str], said: str
    ) -> None:
        page = talk.asks(kind, **answers)
        assert page.status == 422
        assert said in page.text
        for text in answers.values():
            assert text in page.html or text == "boredom"
        assert page.parsed.css_first("form.ig-form").attributes["action"] == talk.path(kind)

    def test_something_changed_goes_back_to_the_form_with_its_words(self, talk: Talk) -> None:
        asked = talk.asks(text="Yes", name="Anna")
        page = talk.visitor.posts(talk.path(), [*asked.fields("Yes, send it"), ("_change", "yes")])
        assert "Yes" in page.parsed.css_first("textarea").text()

    def test_what_is_suspected_waits_even_where_comments_are_shown_at_once(
        self, talk: Talk
    ) -> None:
        asked = talk.asks(text="Buy", _website="https://spam.example")
        talk.confirms(asked)
        assert talk.comments()[0].flags == ("trap",)

    @pytest.mark.parametrize("name", ["Corner Bakery", " corner-bakery ", "ＣＯＲＮＥＲ BAKERY"])
    def test_nobody_signs_with_the_gardens_name(self, talk: Talk, name: str) -> None:
        page = talk.asks(text="We close for good", name=name)
        assert page.status == 422
        assert "Corner Bakery is our own name" in page.text
        assert not talk.comments()

    def test_who_signs_with_an_accounts_name_is_suspected_and_not_told_so(self, talk: Talk) -> None:
        let_in(talk.visitor.app, "ada", Role.OWNER)
        asked = talk.asks(text="We close for good", name="Ada")
        assert "ada" not in asked.text.replace("Ada", "")
        talk.confirms(asked)
        assert talk.comments()[0].flags == ("known name",)

    def test_a_challenges_form_address_takes_none(self, talk: Talk) -> None:
        for form in ("_comment", "_report"):
            assert talk.visitor.gets(f"/collect/bread/{form}").status == 404
            assert talk.visitor.posts(f"/collect/bread/{form}", {"text": "Yes"}).status == 404


class TestReplies:
    def test_a_reply_says_what_it_answers_and_is_kept_with_it(self, talk: Talk) -> None:
        comment = talk.says("I would come for that")
        page = talk.asks(to=comment.ref, text="Me too")
        assert "You answer this comment: I would come for that" in page.text
        talk.visitor.thanks(talk.confirms(page))
        assert talk.comments()[-1].parent == comment.ref

    def test_the_link_on_the_page_opens_its_form(self, talk: Talk) -> None:
        comment = talk.says("I would come for that")
        page = talk.visitor.gets(f"{talk.path()}?comment={comment.ref}")
        assert page.status == 200
        assert "I would come for that" in page.text
        sent = [*page.fields("Send my comment"), ("text", "Me too")]
        fields = [(name, text) for name, text in sent if (name, text) != ("text", "")]
        talk.visitor.thanks(talk.confirms(talk.visitor.posts(talk.path(), fields)))
        assert talk.comments()[-1].parent == comment.ref

    def test_a_reply_has_no_reply(self, talk: Talk) -> None:
        comment = talk.says("One")
        reply = talk.says("Two", to=comment.ref)
        page = talk.asks(to=reply.ref, text="Three")
        assert page.status == 409
        assert "answers another one" in page.text
        assert "Three" in page.text, "nothing typed is lost"

    def test_a_comment_that_waits_has_no_reply(self, talk: Talk) -> None:
        talk.sends(text="One")
        (waiting,) = talk.comments()
        page = talk.asks(to=waiting.ref, text="Two")
        assert page.status == 409
        assert "One" not in page.text
        assert "Two" in page.text

    @pytest.mark.parametrize("how", ["erased", "withdrawn", "rejected"])
    def test_what_it_answers_may_have_gone_meanwhile(self, talk: Talk, how: str) -> None:
        comment = talk.says("A secret word")
        asked = talk.asks(to=comment.ref, text="My long answer")
        goes(talk, comment.ref, how)
        for page in (talk.confirms(asked), talk.asks(to=comment.ref, text="My long answer")):
            assert page.status == 409
            assert "taken away meanwhile" in page.text
            assert "My long answer" in page.text
            assert "A secret word" not in page.text
        assert len(talk.comments()) == 1

    def test_one_on_another_idea_is_none_of_this(
        self, talk: Talk, visitor: Visitor, store: Store
    ) -> None:
        elsewhere = Talk.begun(visitor, store, "Oats").says("One")
        page = talk.asks(to=elsewhere.ref, text="Two")
        assert page.status == 404
        assert "Two" in page.html
        assert "One" not in page.text


class TestReports:
    def test_a_comment_is_reported_by_the_link_beside_it(self, talk: Talk) -> None:
        comment = talk.says("Buy at Bob’s")
        page = talk.visitor.gets(f"{talk.path('report')}?comment={comment.ref}")
        assert "Buy at Bob’s" in page.text
        talk.sends("report", to=comment.ref, why="advertising")
        assert [each.answers for each in talk.reports(comment.ref)] == [{"why": "advertising"}]
        assert not talk.reports()

    def test_a_reply_may_be_reported(self, talk: Talk) -> None:
        reply = talk.says("Two", to=talk.says("One").ref)
        talk.sends("report", to=reply.ref)
        assert len(talk.reports(reply.ref)) == 1

    def test_what_has_gone_need_not_be_reported(self, talk: Talk) -> None:
        comment = talk.says("One")
        talk.moves(Move.REJECT, comment.ref)
        page = talk.asks("report", to=comment.ref, why="other", words="It was rude")
        assert page.status == 409
        assert "It was rude" in page.text


class TestIdeas:
    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize(
        ("how", "status", "said"),
        [
            ("rejected", 409, "not shown at the moment"),
            ("withdrawn", 409, "has been taken back"),
            ("erased", 409, "has been taken back"),
            ("unknown", 404, "no such idea"),
        ],
    )
    def test_what_it_is_about_may_have_gone(
        self, talk: Talk, kind: str, how: str, status: int, said: str
    ) -> None:
        fields = (
            {"text": "My words"} if kind == "comment" else {"why": "other", "words": "My words"}
        )
        asked = talk.asks(kind, **fields)
        if how == "unknown":
            talk.idea = replace(talk.idea, ref="2" * 16)
        else:
            goes(talk, talk.idea.ref, how)
        for page in (talk.asks(kind, **fields), talk.confirms(asked, kind)):
            assert page.status == status
            assert said in page.text
            assert "My words" in page.text, "nothing typed is lost"
        assert not talk.comments()

    def test_a_merged_one_names_where_it_went(
        self, talk: Talk, visitor: Visitor, store: Store
    ) -> None:
        target = Talk.begun(visitor, store, "Dark rye")
        idea = reads.idea(store, talk.idea.ref)
        writes.replace(store, replace(idea, merged=target.idea.ref), idea.revision)
        page = talk.asks(text="My words")
        assert page.status == 409
        assert "joined with “Dark rye”" in page.text
        assert "My words" in page.text

    def test_a_comment_on_a_merged_idea_is_answered_where_it_is_shown(
        self, talk: Talk, visitor: Visitor, store: Store
    ) -> None:
        comment = talk.says("One")
        target = Talk.begun(visitor, store, "Dark rye")
        idea = reads.idea(store, talk.idea.ref)
        writes.replace(store, replace(idea, merged=target.idea.ref), idea.revision)
        fills(visitor)
        page = visitor.gets(f"/challenges/bread/ideas/{target.idea.ref}/")
        assert "Written to “Rye”" in page.text
        assert f"{target.path()}?comment={comment.ref}" in page.html
        reply = target.says("Two", to=comment.ref)
        assert (reply.about, reply.parent) == (talk.idea.ref, comment.ref)

    def test_one_that_nobody_can_comment_on_can_be_reported(
        self, visitor: Visitor, store: Store, garden
    ) -> None:
        path = garden.root / "challenges" / "bread.md"
        path.write_text(path.read_text().replace("closes: never", "closes: never\ncomments: off"))
        talk = Talk.begun(visitor, store)
        visitor.builds()
        page = visitor.posts(talk.path(), {"text": "My words"})
        assert page.status == 404
        assert "can’t be commented on" in page.text
        assert "My words" in page.text
        talk.sends("report")
        assert talk.reports()


class TestTime:
    def test_comments_close_with_the_challenge_and_reports_never(
        self, visitor: Visitor, store: Store, garden
    ) -> None:
        path = garden.root / "challenges" / "bread.md"
        path.write_text(path.read_text().replace("closes: never", "closes: 2026-12-01 18:00"))
        visitor.builds()
        talk = Talk.begun(visitor, store)
        asked = talk.asks(text="My words")
        visitor.clock.turn(days=20)
        for page in (talk.asks(text="My words"), talk.confirms(asked)):
            assert page.status == 409
            assert "1 December 2026" in page.text
            assert "My words" in page.text
        talk.sends("report")
        assert talk.reports()
        assert not talk.comments()


class TestScripts:
    def token(self, talk: Talk, kind: str) -> dict[str, str]:
        return talk.visitor.client.get(f"/collect/-/token/-/ideas/{talk.idea.ref}/{kind}").json

    @pytest.mark.parametrize("kind", KINDS)
    def test_one_post_keeps_it(self, talk: Talk, kind: str) -> None:
        given = self.token(talk, kind)
        talk.visitor.clock.turn(seconds=3)
        document = {"_token": given["token"], "_form": given["form"], "answers": FIRST[kind]}
        for _ in range(2):
            answer = talk.visitor.client.post(talk.path(kind), json=document)
            assert answer.status_code == 201, answer.text
        assert len(talk.comments()) + len(talk.reports()) == 1

    def test_a_reply_names_its_comment(self, talk: Talk) -> None:
        comment, given = talk.says("One"), self.token(talk, "comment")
        talk.visitor.clock.turn(seconds=3)
        document = {"_token": given["token"], "_form": given["form"], "_comment": comment.ref}
        talk.visitor.client.post(talk.path(), json={**document, "answers": {"text": "Two"}})
        assert talk.comments()[-1].parent == comment.ref

    def test_what_has_gone_is_told_by_its_reason(self, talk: Talk) -> None:
        given = self.token(talk, "comment")
        goes(talk, talk.idea.ref, "withdrawn")
        document = {"_token": given["token"], "_form": given["form"], "answers": {"text": "Two"}}
        answer = talk.visitor.client.post(talk.path(), json=document)
        assert answer.status_code == 409
        assert answer.json["error"]["reason"] == "idea-gone"
        nothing = talk.visitor.client.post(f"/collect/-/ideas/{'2' * 16}/comment", json=document)
        assert nothing.json["error"]["reason"] == "idea-unknown"


class TestTheReceipt:
    def opens(self, talk: Talk, code: str, **more: str) -> Page:
        return talk.visitor.posts("/collect/-/receipt", {"code": code, **more})

    def test_it_shows_the_comment_and_leads_to_its_idea(self, talk: Talk) -> None:
        page = self.opens(talk, talk.sends(text="I would come"))
        assert "I would come" in page.text
        assert f"/challenges/bread/ideas/{talk.idea.ref}/" in page.html

    def test_within_the_time_it_is_changed_in_its_place(self, talk: Talk) -> None:
        code = talk.sends(text="I woud come")
        form = self.opens(talk, code, do="change")
        fields = [each for each in form.fields("Send my comment") if each[0] != "text"]
        asked = talk.visitor.posts(talk.path(), [*fields, ("text", "I would come")])
        talk.confirms(asked)
        (kept,) = talk.comments()
        assert kept.answers["text"] == "I would come"
        assert kept.about == talk.idea.ref

    def test_a_reply_that_is_changed_stays_where_it_stands(self, talk: Talk) -> None:
        one, other = talk.says("One"), talk.says("Another")
        code = talk.sends(to=one.ref, text="Me to")
        form = self.opens(talk, code, do="change")
        fields = dict(each for each in form.fields("Send my comment"))
        assert fields["_comment"] == one.ref
        asked = talk.visitor.posts(talk.path(), {**fields, "text": "Me too", "_comment": other.ref})
        talk.confirms(asked)
        assert (talk.comments()[-1].answers["text"], talk.comments()[-1].parent) == (
            "Me too",
            one.ref,
        )

    def test_it_is_taken_back_and_erased(self, talk: Talk) -> None:
        code = talk.sends(text="I would come")
        self.opens(talk, code, do="withdraw")
        assert talk.comments()[0].state is State.WITHDRAWN
        self.opens(talk, code, do="erase")
        (left,) = talk.comments()
        assert (left.state, left.answers, left.about) == (State.ERASED, {}, talk.idea.ref)

    def test_it_shows_the_replies_to_it(self, talk: Talk) -> None:
        code = talk.sends(text="One")
        talk.moves(Move.APPROVE, talk.comments()[0].ref)
        talk.says("Two", to=talk.comments()[0].ref, name="Bert")
        talk.sends(to=talk.comments()[0].ref, text="A reply that waits")
        page = self.opens(talk, code)
        assert "Bert" in page.text
        assert "Two" in page.text
        assert "A reply that waits" not in page.text

    def test_a_report_tells_what_came_of_it(self, talk: Talk) -> None:
        code = talk.sends("report")
        talk.moves(Move.APPROVE, talk.reports()[0].ref)
        assert "We looked at it, and you were right" in self.opens(talk, code).text


def goes(talk: Talk, ref: str, how: str) -> None:
    context, now = talk.visitor.app.extensions["garden"], talk.visitor.clock.now
    if how == "erased":
        upkeep.erase(context.garden, talk.store, ref, "ada", now)
    elif how == "rejected":
        talk.moves(Move.REJECT, ref)
    else:
        entry = reads.entry(talk.store, ref)
        assert entry is not None
        talk.store.transact(lambda store: receipts.take_back(store, entry, now))
