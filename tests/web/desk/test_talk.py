"""Comments and reports at the desk: what they are about, deciding, hiding what is reported."""

import pytest

from collector.acts.uphold import uphold
from collector.entries import Reason, State
from collector.errors import Conflict, Unknown
from collector.moderation import Move
from collector.store import Store, reads
from tests.web.desk.staff import Person
from tests.web.gardens import NOW
from tests.web.public.talk import Talk
from tests.web.visitor import Visitor


@pytest.fixture
def talk(visitor: Visitor, store: Store) -> Talk:
    return Talk.begun(visitor, store)


class TestTheQueue:
    def test_a_comment_says_what_it_is_about_and_leads_there(
        self, talk: Talk, moderator: Person
    ) -> None:
        talk.sends(text="I would come")
        page = moderator.gets("/desk/queue/")
        assert "I would come" in page.text
        assert "About: Rye" in page.text
        assert f'href="/desk/entries/{talk.idea.ref}"' in page.html

    def test_a_reply_says_what_it_answers(self, talk: Talk, moderator: Person) -> None:
        comment = talk.says("I would come")
        talk.sends(to=comment.ref, text="Me too")
        assert "Reply to: I would come" in moderator.gets("/desk/queue/").text

    def test_it_is_approved_and_that_undone(self, talk: Talk, moderator: Person) -> None:
        talk.sends(text="I would come")
        done = moderator.presses(moderator.gets("/desk/queue/"), "Approve")
        assert talk.comments()[0].state is State.APPROVED
        moderator.presses(done, "Undo")
        assert talk.comments()[0].state is State.WAITING

    def test_a_challenges_lists_have_them_by_state(self, talk: Talk, moderator: Person) -> None:
        talk.says("I would come")
        talk.sends("report")
        challenge = moderator.gets("/desk/challenges/bread/").text
        assert "Comments 1 approved" in challenge
        assert "Reports 1 waiting" in challenge
        assert "I would come" in moderator.gets("/desk/challenges/bread/approved/").text

    def test_entries_of_every_kind_are_paged_through_once(
        self, talk: Talk, moderator: Person, store: Store
    ) -> None:
        for n in range(30):
            talk.sends(text=f"Comment {n}")
            talk.sends("report", why="other", words=f"Report {n}")
        seen = [each.ref for each in reads.entries(store, State.WAITING)]
        first = moderator.gets("/desk/queue/?order=oldest")
        more = first.parsed.css_first("a[href*=after]").attributes["href"]
        pages = [first, moderator.gets(more)]
        shown = [box.attributes["value"] for page in pages for box in page.parsed.css("[name=ref]")]
        assert shown == seen
        assert len(seen) == 60


class TestReports:
    def test_a_report_has_buttons_of_its_own(self, talk: Talk, moderator: Person) -> None:
        comment = talk.says("Buy at Bob’s")
        talk.sends("report", to=comment.ref, why="advertising")
        page = moderator.gets("/desk/queue/")
        assert "About: Buy at Bob’s" in page.text
        moderator.presses(page, "Not right")
        assert talk.reports(comment.ref)[0].state is State.REJECTED
        assert talk.comments()[0].state is State.APPROVED

    def test_one_button_hides_what_is_reported_and_settles_its_reports(
        self, talk: Talk, moderator: Person, store: Store
    ) -> None:
        comment = talk.says("Buy at Bob’s")
        talk.sends("report", to=comment.ref, why="advertising")
        talk.sends("report", to=comment.ref, why="other", words="Bob again")
        done = moderator.presses(moderator.gets("/desk/queue/"), "Right: hide it")
        assert "Rejected: “Buy at Bob’s”" in done.text
        assert talk.comments()[0].state is State.REJECTED
        assert {each.state for each in talk.reports(comment.ref)} == {State.APPROVED}
        last = reads.decisions(store, about=comment.ref)[-1]
        assert (last.by, last.reason) == ("ben", Reason.ADVERTISING)
        moderator.presses(done, "Undo")
        assert talk.comments()[0].state is State.APPROVED

    def test_an_idea_that_is_reported_is_hidden_the_same_way(
        self, talk: Talk, moderator: Person, store: Store
    ) -> None:
        talk.sends("report")
        moderator.presses(moderator.gets("/desk/queue/"), "Right: hide it")
        assert reads.idea(store, talk.idea.ref).state is State.REJECTED

    def test_what_is_hidden_already_has_no_such_button(self, talk: Talk, moderator: Person) -> None:
        comment = talk.says("Buy at Bob’s")
        talk.sends("report", to=comment.ref)
        talk.moves(Move.REJECT, comment.ref)
        assert "Right: hide it" not in moderator.gets("/desk/queue/").text
        with pytest.raises(Conflict):
            uphold(talk.store, talk.reports(comment.ref)[0].ref, "ben", NOW)
        assert talk.reports(comment.ref)[0].state is State.WAITING, "all or nothing"

    def test_two_who_decide_at_once_are_told(self, talk: Talk, moderator: Person) -> None:
        comment = talk.says("Buy at Bob’s")
        talk.sends("report", to=comment.ref)
        page = moderator.gets("/desk/queue/")
        talk.moves(Move.REJECT, talk.reports(comment.ref)[0].ref)
        refused = moderator.presses(page, "Right: hide it")
        assert refused.status == 409
        assert talk.comments()[0].state is State.APPROVED

    def test_nothing_but_a_report_is_upheld(self, talk: Talk, moderator: Person) -> None:
        comment = talk.says("I would come")
        with pytest.raises(Unknown):
            uphold(talk.store, comment.ref, "ben", NOW)
        assert moderator.does("/desk/decide", {"do": "uphold:nothing"}).status == 404


class TestThePageOfAnEntry:
    def test_an_idea_lists_what_was_said_and_flags_what_is_reported(
        self, talk: Talk, moderator: Person
    ) -> None:
        comment = talk.says("Buy at Bob’s")
        talk.says("Another one")
        talk.sends("report", to=comment.ref)
        talk.sends("report", why="other", words="The idea is a copy")
        page = moderator.gets(f"/desk/entries/{talk.idea.ref}")
        assert "Buy at Bob’s · approved 1 report waits" in page.text
        assert "Another one · approved" in page.text
        assert "Another one · approved 1 report" not in page.text
        assert "Reports" in page.text

    def test_a_comment_lists_its_replies_and_is_answered(
        self, talk: Talk, moderator: Person, store: Store
    ) -> None:
        comment = talk.says("I would come")
        talk.says("Me too", to=comment.ref)
        page = moderator.gets(f"/desk/entries/{comment.ref}")
        assert "Me too · approved" in page.text
        assert "It stands under the comment" in page.text
        moderator.does(f"/desk/entries/{comment.ref}/reply", {"text": "See you then"})
        assert [each.text for each in reads.replies(store, "bread", about=comment.ref)] == [
            "See you then"
        ]

    def test_an_idea_that_is_erased_takes_all_of_it(self, talk: Talk, owner: Person) -> None:
        comment = talk.says("I would come")
        talk.sends("report", to=comment.ref)
        owner.does(f"/desk/entries/{talk.idea.ref}/erase")
        assert {each.state for each in talk.comments()} == {State.ERASED}
        assert "A rule erased it" in owner.gets(f"/desk/entries/{comment.ref}").text
