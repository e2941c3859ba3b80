"""A form sent in two steps, without scripts and cookies."""

import pytest

from collector.entries import State
from collector.store import Store, reads
from tests.web.visitor import Visitor

IDEA = {"title": "Walnut loaf", "text": "With honey.", "role": "customer"}
OWN = "http://localhost"
LISTED = "https://www.bakery.example"
FOREIGN = "https://evil.example"


def test_the_first_step_asks_and_keeps_nothing(visitor: Visitor, store: Store) -> None:
    asked = visitor.asks(IDEA)
    assert asked.status == 200
    assert "Walnut loaf" in asked.text
    assert "With honey." in asked.text
    assert list(reads.ideas(store, "bread")) == []


def test_an_idea_is_kept_once_it_is_confirmed(visitor: Visitor, store: Store) -> None:
    visitor.sends(IDEA)
    (idea,) = reads.ideas(store, "bread")
    assert dict(idea.answers) == IDEA
    assert idea.state is State.WAITING


def test_an_idea_keeps_its_second_and_a_response_only_its_hour(
    visitor: Visitor, store: Store
) -> None:
    visitor.sends(IDEA)
    visitor.sends({"when": "noon"}, form="hours")
    (idea,) = reads.ideas(store, "bread")
    (response,) = reads.responses(store, "bread")
    assert idea.received.isoformat() == "2026-11-20T14:35:15+00:00"
    assert response.received.isoformat() == "2026-11-20T14:00:00+00:00"


def test_the_confirmation_can_be_gone_back_to_and_is_told_to_nobody(visitor: Visitor) -> None:
    headers = visitor.asks(IDEA).response.headers
    assert headers["Cache-Control"] == "private, no-cache"
    assert headers["Referrer-Policy"] == "same-origin"


def test_after_the_second_step_a_redirect_stays_with_the_collector(visitor: Visitor) -> None:
    kept = visitor.confirms(visitor.asks(IDEA))
    assert kept.status == 303
    assert kept.response.headers["Location"].startswith("/collect/-/thanks/")


def test_confirming_twice_keeps_one_idea_and_gives_one_receipt(
    visitor: Visitor, store: Store
) -> None:
    asked = visitor.asks(IDEA)
    codes = {visitor.thanks(visitor.confirms(asked)).receipt() for _ in range(3)}
    assert len(codes) == 1
    assert len(list(reads.ideas(store, "bread"))) == 1


def test_going_back_to_the_form_and_sending_the_same_again_keeps_one(
    visitor: Visitor, store: Store
) -> None:
    first = visitor.sends(IDEA)
    again = visitor.thanks(visitor.confirms(visitor.asks(IDEA)))
    assert again.receipt() == first
    assert "kept once" in again.text
    assert len(list(reads.ideas(store, "bread"))) == 1


def test_the_same_from_somebody_else_at_the_same_browser_can_be_sent_too(
    visitor: Visitor, store: Store
) -> None:
    visitor.sends(IDEA)
    thanks = visitor.thanks(visitor.confirms(visitor.asks(IDEA)))
    asked = visitor.posts("/collect/bread/idea", thanks.fields("somebody else"), Origin="null")
    code = visitor.thanks(visitor.confirms(asked)).receipt()
    assert code != thanks.receipt()
    assert len(list(reads.ideas(store, "bread"))) == 2


def test_the_same_words_from_another_browser_are_another_entry(
    visitor: Visitor, store: Store
) -> None:
    visitor.sends(IDEA)
    Visitor(visitor.app, visitor.clock).sends(IDEA)
    assert len(list(reads.ideas(store, "bread"))) == 2


def test_two_tabs_keep_both_ideas(visitor: Visitor, store: Store) -> None:
    one, other = visitor.asks(IDEA), visitor.asks(IDEA | {"title": "Rye rolls"})
    visitor.thanks(visitor.confirms(one))
    visitor.thanks(visitor.confirms(other))
    assert [each.answers["title"] for each in reads.ideas(store, "bread")] == [
        "Walnut loaf",
        "Rye rolls",
    ]


def test_something_can_be_changed_before_it_is_sent(visitor: Visitor, store: Store) -> None:
    asked = visitor.asks(IDEA)
    change = [*asked.fields("Change something"), ("_change", "yes")]
    form = visitor.posts("/collect/bread/idea", change)
    assert ("title", "Walnut loaf") in form.fields("Send my idea")
    assert list(reads.ideas(store, "bread")) == []


class TestMistakes:
    def test_each_is_told_at_its_field_and_in_the_summary(self, visitor: Visitor) -> None:
        page = visitor.asks({"title": "ab", "email": "nobody", "text": "Kept text."})
        assert page.status == 422
        errors = {each.attributes["id"] for each in page.parsed.css(".ig-error")}
        assert len(errors) == 3
        links = {each.attributes["href"] for each in page.parsed.css(".ig-summary a")}
        ids = {f"#{each.attributes['id']}" for each in page.parsed.css("[id]")}
        assert len(links) == 3
        assert links <= ids

    def test_nothing_typed_is_lost(self, visitor: Visitor) -> None:
        typed = {"title": "ab", "text": " Kept\ntext. ", "email": "nobody", "role": "staff"}
        fields = visitor.asks(typed).fields("Send my idea")
        for name in ("title", "email", "role"):
            assert (name, typed[name]) in fields
        assert "Kept\ntext." in dict(fields)["text"]

    def test_what_was_not_due_is_dropped(self, visitor: Visitor, store: Store) -> None:
        visitor.sends(IDEA | {"supply": "flour"})
        (idea,) = reads.ideas(store, "bread")
        assert "supply" not in idea.answers

    def test_a_name_that_no_question_has_is_refused(self, visitor: Visitor) -> None:
        assert visitor.asks(IDEA | {"admin": "yes"}).status == 422

    def test_a_single_answer_given_twice_is_refused(self, visitor: Visitor) -> None:
        assert visitor.asks(IDEA | {"role": ["customer", "staff"]}).status == 422

    def test_a_form_that_nobody_knows_comes_back_new_with_what_fits(self, visitor: Visitor) -> None:
        page = visitor.asks(IDEA | {"_form": "0" * 64})
        assert page.status == 409
        assert "questions were changed" in page.text
        fields = page.fields("Send my idea")
        assert ("title", "Walnut loaf") in fields
        assert ("_form", visitor.form_hash()) in fields

    @pytest.mark.parametrize("missing", ["", None])
    def test_a_form_that_does_not_say_which_comes_back_too(
        self, visitor: Visitor, missing: str | None
    ) -> None:
        fields = IDEA if missing is None else IDEA | {"_form": missing}
        assert visitor.posts("/collect/bread/idea", fields).status == 409

    def test_another_forms_hash_is_unknown_here(self, visitor: Visitor) -> None:
        other = visitor.form_hash("club")
        assert visitor.asks(IDEA | {"_form": other}).status == 409


class TestOlderForms:
    """A page that was open while the brief changed."""

    def change(self, visitor: Visitor, old: str, new: str) -> None:
        brief = visitor.app.extensions["garden"].garden.challenges / "bread.md"
        text = brief.read_text("utf-8")
        assert old in text
        brief.unlink()
        brief.write_text(text.replace(old, new), "utf-8")
        visitor.builds()

    def test_are_checked_against_what_their_sender_saw(
        self, visitor: Visitor, store: Store
    ) -> None:
        before = visitor.form_hash()
        self.change(visitor, "- (customer) Customer\n", "- (guest) Guest\n")
        assert visitor.form_hash() != before
        visitor.sends(IDEA | {"_form": before})
        (idea,) = reads.ideas(store, "bread")
        assert (idea.answers["role"], idea.form_hash) == ("customer", before)

    def test_show_what_is_kept_even_where_the_question_has_gone(self, visitor: Visitor) -> None:
        before = visitor.form_hash()
        self.change(visitor, "{#email}\n____ (e-mail)", "{#mail}\n____ (e-mail)")
        asked = visitor.asks(IDEA | {"email": "me@home.example", "_form": before})
        assert "me@home.example" in asked.text

    def test_come_back_new_where_they_hold_a_mistake(self, visitor: Visitor) -> None:
        before = visitor.form_hash()
        self.change(visitor, "(3–80 characters)", "(3–90 characters)")
        page = visitor.asks(IDEA | {"title": "ab", "_form": before})
        assert page.status == 422
        fields = page.fields("Send my idea")
        assert ("_form", visitor.form_hash()) in fields
        assert ("title", "ab") in fields


class TestOrigins:
    @pytest.mark.parametrize("origin", [OWN, LISTED, "null", None])
    def test_the_first_step_may_come_from_pages_we_know_or_hidden_ones(
        self, visitor: Visitor, origin: str | None
    ) -> None:
        headers = {} if origin is None else {"Origin": origin}
        assert visitor.asks(IDEA, **headers).status == 200

    def test_the_first_step_from_elsewhere_is_shown_again_here(self, visitor: Visitor) -> None:
        page = visitor.asks(IDEA, Origin=FOREIGN)
        assert page.status == 403
        assert FOREIGN in page.text
        assert ("title", "Walnut loaf") in page.fields("Send my idea")

    @pytest.mark.parametrize("origin", [OWN, None])
    def test_the_second_step_comes_from_our_own_page(
        self, visitor: Visitor, origin: str | None
    ) -> None:
        headers = {} if origin is None else {"Origin": origin}
        assert visitor.confirms(visitor.asks(IDEA), **headers).status == 303

    @pytest.mark.parametrize("origin", [LISTED, FOREIGN, "null", "http://localhost.evil.example"])
    def test_the_second_step_from_elsewhere_keeps_nothing(
        self, visitor: Visitor, store: Store, origin: str
    ) -> None:
        page = visitor.confirms(visitor.asks(IDEA), Origin=origin)
        assert page.status == 403
        assert "Walnut loaf" in page.text
        assert list(reads.ideas(store, "bread")) == []


class TestTerms:
    def test_they_have_to_be_accepted(self, visitor: Visitor) -> None:
        page = visitor.asks({"title": "Slow food"}, "club")
        assert page.status == 422
        assert "Please accept the terms" in page.text

    def test_what_was_accepted_is_kept_once_word_for_word(
        self, visitor: Visitor, store: Store
    ) -> None:
        for title in ("Slow food", "Slower food"):
            visitor.sends({"title": title, "_terms": "yes"}, "club")
        one, other = reads.ideas(store, "club")
        assert one.terms == other.terms
        text = reads.text(store, one.terms)
        assert text == "# Tasting terms\n\nEat slowly. These are terms of Corner Bakery.\n"

    def test_a_tick_is_not_lost_with_a_mistake(self, visitor: Visitor) -> None:
        page = visitor.asks({"title": "ab", "_terms": "yes"}, "club")
        assert ("_terms", "yes") in page.fields("Send my idea")
