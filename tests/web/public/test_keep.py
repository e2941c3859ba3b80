"""What is kept once it is confirmed: tokens, submissions, time and suspicion."""

import pytest

from collector.acts.visit import content_digest
from collector.entries import State
from collector.store import Store, reads
from tests.web.visitor import Visitor

IDEA = {"title": "Walnut loaf", "text": "With honey.", "role": "customer"}


class TestTokens:
    def test_one_that_is_not_ours_asks_again(self, visitor: Visitor, store: Store) -> None:
        fields = {**IDEA, "_form": visitor.form_hash(), "_token": "e30.forged"}
        page = visitor.posts("/collect/bread/idea", fields)
        assert page.status == 403
        assert "Walnut loaf" in page.text
        assert list(reads.ideas(store, "bread")) == []

    def test_what_it_answers_can_be_confirmed(self, visitor: Visitor, store: Store) -> None:
        fields = {**IDEA, "_form": visitor.form_hash(), "_token": "x"}
        page = visitor.posts("/collect/bread/idea", fields)
        visitor.clock.turn(seconds=3)
        kept = visitor.posts("/collect/bread/idea", page.fields("Yes, send it"))
        assert kept.status == 303
        assert len(list(reads.ideas(store, "bread"))) == 1

    def test_an_old_one_asks_once_more_and_keeps_one(self, visitor: Visitor, store: Store) -> None:
        asked = visitor.asks(IDEA)
        visitor.clock.turn(hours=3)
        page = visitor.confirms(asked)
        assert page.status == 403
        assert "open for a long time" in page.text
        kept = visitor.posts("/collect/bread/idea", page.fields("Yes, send it"))
        assert kept.status == 303
        assert len(list(reads.ideas(store, "bread"))) == 1

    def test_an_old_one_that_was_used_still_gives_the_receipt(
        self, visitor: Visitor, store: Store
    ) -> None:
        asked = visitor.asks(IDEA)
        code = visitor.thanks(visitor.confirms(asked)).receipt()
        visitor.clock.turn(hours=3)
        visitor.client.delete_cookie("ig_sent", path="/collect")
        assert visitor.thanks(visitor.confirms(asked)).receipt() == code
        assert len(list(reads.ideas(store, "bread"))) == 1

    def test_one_of_another_form_asks_again(self, visitor: Visitor, store: Store) -> None:
        token = dict(visitor.asks({"when": "noon"}, form="hours").fields("Yes, send it"))["_token"]
        page = visitor.asks(IDEA | {"_token": token})
        assert page.status == 403
        assert list(reads.ideas(store, "bread")) == []

    def test_words_changed_after_confirming_are_asked_about(
        self, visitor: Visitor, store: Store
    ) -> None:
        token = dict(visitor.asks(IDEA).fields("Yes, send it"))["_token"]
        page = visitor.asks(IDEA | {"title": "Other loaf", "_token": token})
        assert page.status == 403
        assert "Other loaf" in page.text
        assert list(reads.ideas(store, "bread")) == []


class TestSubmissions:
    """A script proposes the submission's id, one a tab."""

    ID = "0123456789abcdef" * 2

    def test_the_same_id_with_other_words_is_asked_about(
        self, visitor: Visitor, store: Store
    ) -> None:
        visitor.sends(IDEA | {"_sid": self.ID})
        page = visitor.confirms(visitor.asks(IDEA | {"title": "Rye rolls", "_sid": self.ID}))
        assert page.status == 409
        assert "Rye rolls" in page.text
        assert len(list(reads.ideas(store, "bread"))) == 1

    def test_it_may_be_a_new_entry(self, visitor: Visitor, store: Store) -> None:
        visitor.sends(IDEA | {"_sid": self.ID})
        page = visitor.confirms(visitor.asks(IDEA | {"title": "Rye rolls", "_sid": self.ID}))
        kept = visitor.posts("/collect/bread/idea", page.fields("new entry"))
        assert kept.status == 303
        states = {each.answers["title"]: each.state for each in reads.ideas(store, "bread")}
        assert states == {"Walnut loaf": State.WAITING, "Rye rolls": State.WAITING}

    def test_or_a_correction_that_takes_the_earlier_one_back(
        self, visitor: Visitor, store: Store
    ) -> None:
        visitor.sends(IDEA | {"_sid": self.ID})
        page = visitor.confirms(visitor.asks(IDEA | {"title": "Rye rolls", "_sid": self.ID}))
        for _ in range(2):
            kept = visitor.posts("/collect/bread/idea", page.fields("corrects"))
            assert kept.status == 303
        states = {each.answers["title"]: each.state for each in reads.ideas(store, "bread")}
        assert states == {"Walnut loaf": State.WITHDRAWN, "Rye rolls": State.WAITING}

    def test_one_id_serves_two_forms_of_a_page(self, visitor: Visitor, store: Store) -> None:
        visitor.sends(IDEA | {"_sid": self.ID})
        visitor.sends({"when": "noon", "_sid": self.ID}, form="hours")
        assert (
            len(list(reads.ideas(store, "bread")))
            == len(list(reads.responses(store, "bread")))
            == 1
        )

    @pytest.mark.parametrize("proposed", ["", "x", "../" * 9, "0" * 33, "ABCDEF" * 6])
    def test_what_is_no_id_is_not_used(self, visitor: Visitor, store: Store, proposed: str) -> None:
        visitor.sends(IDEA | {"_sid": proposed})
        visitor.sends(IDEA | {"title": "Rye rolls", "_sid": proposed})
        assert len(list(reads.ideas(store, "bread"))) == 2


class TestTime:
    def test_what_is_not_open_yet_says_when_and_gives_the_words_back(
        self, visitor: Visitor
    ) -> None:
        page = visitor.asks({"title": "My long thought"}, "soon")
        assert page.status == 409
        assert "1 December 2026, 09:30" in page.text
        assert "My long thought" in page.text

    def test_what_is_closed_says_so_and_gives_the_words_back(self, visitor: Visitor) -> None:
        page = visitor.asks({"title": "My long thought"}, "over")
        assert page.status == 409
        assert "1 November 2026, 18:00" in page.text
        assert "My long thought" in page.text

    def test_closing_between_the_steps_loses_no_words(self, visitor: Visitor, store: Store) -> None:
        visitor.clock.now = visitor.clock.now.replace(month=10)
        asked = visitor.asks({"title": "My long thought"}, "over")
        visitor.clock.turn(days=30)
        page = visitor.confirms(asked, "/collect/over/idea")
        assert page.status == 409
        assert "My long thought" in page.text
        assert list(reads.ideas(store, "over")) == []

    def test_a_receipt_is_given_again_after_closing(self, visitor: Visitor) -> None:
        visitor.clock.now = visitor.clock.now.replace(month=10)
        asked = visitor.asks({"title": "My long thought"}, "over")
        code = visitor.thanks(visitor.confirms(asked, "/collect/over/idea")).receipt()
        visitor.clock.turn(days=30)
        again = visitor.confirms(asked, "/collect/over/idea")
        assert visitor.thanks(again).receipt() == code


class TestSuspicion:
    def test_the_trap_marks_and_keeps(self, visitor: Visitor, store: Store) -> None:
        visitor.sends({"when": "noon", "_website": "http://spam.example"}, form="hours")
        (response,) = reads.responses(store, "bread")
        assert response.flags == ("trap",)
        assert response.state is State.WAITING

    def test_haste_marks_and_keeps(self, visitor: Visitor, store: Store) -> None:
        asked = visitor.asks({"when": "noon"}, form="hours")
        kept = visitor.posts("/collect/bread/hours", asked.fields("Yes, send it"))
        assert kept.status == 303
        (response,) = reads.responses(store, "bread")
        assert response.flags == ("too fast",)
        assert response.state is State.WAITING

    def test_whoever_takes_their_time_is_not_suspected(
        self, visitor: Visitor, store: Store
    ) -> None:
        visitor.sends({"when": "noon"}, form="hours")
        (response,) = reads.responses(store, "bread")
        assert response.flags == ()
        assert response.state is State.APPROVED


class TestWhatIsKeptOfAContent:
    """A receipt tells content apart, but whoever reads the store learns nothing from it."""

    def test_the_same_words_leave_another_digest_each_time(
        self, visitor: Visitor, store: Store
    ) -> None:
        for browser in (visitor, Visitor(visitor.app, visitor.clock)):
            browser.sends(IDEA)
        digests = {each["digest"] for each in store.table("receipts")}
        assert len(digests) == 2
        (answers, _) = (each.answers for each in reads.ideas(store, "bread"))
        assert content_digest("bread", "idea", answers) not in digests
