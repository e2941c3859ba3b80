"""The idea of the month is found by the rule of the owner, who confirms it."""

from collections.abc import Iterator

import pytest
from flask import Flask

from collector.acts import desk
from collector.entries import State
from collector.moderation import Move
from collector.store import Store, honours, reads
from tests.web.desk.staff import Person
from tests.web.gardens import NOW
from tests.web.recognition.cakes import Author, contributors
from tests.web.visitor import Visitor, fills


class TestTheIdeaOfTheMonth:
    """The clock is put on; the rule counts comments."""

    @pytest.fixture
    def later(self, app: Flask, owner: Person) -> Iterator[None]:
        clock = app.extensions["garden"].clock
        clock.turn(days=20)
        try:
            if owner.gets("/desk/password").status != 200:
                owner.logs_in()
            yield
        finally:
            clock.now = NOW

    def comments(self, author: Author, *words: str) -> None:
        path = f"/collect/-/ideas/{author.ref}/comment"
        for each in words:
            form = author.visitor.gets(path)
            fields = [pair for pair in form.fields() if pair[0] not in ("text", "name")]
            asked = author.visitor.posts(path, [*fields, ("text", each)])
            author.visitor.confirms(asked, path)
        waiting = reads.comments(author.store, "cakes", State.WAITING)
        refs = [each.ref for each in waiting]
        desk.decide(author.store, Move.APPROVE, refs, "ada", NOW)

    @pytest.mark.usefixtures("later")
    def test_it_is_found_by_the_rule_confirmed_and_told(
        self, visitor: Visitor, store: Store, owner: Person
    ) -> None:
        lime = Author(visitor, store, "Lime cake", name="Lia Lime", credit="yes")
        mint = Author(visitor, store, "Mint cake")
        self.comments(lime, "Fine", "Very fine")
        self.comments(mint, "Good", "Very good")
        fills(visitor, "cakes")
        assert "Confirm the idea of the month: November 2026" in owner.gets("/desk/").text
        page = owner.gets("/desk/honours/")
        assert "2 ideas are level" in page.text
        assert "Lime cake · comments: 2" in page.text
        assert "Idea of the month" not in lime.page(), "a tie is not broken by itself"
        self.comments(lime, "The finest")
        fills(visitor, "cakes")
        stale = {"month": "2026-11", "ref": mint.ref}
        assert owner.does("/desk/honours/confirm", stale).status == 409
        shown = owner.presses(owner.gets("/desk/honours/"), "Confirm Lime cake")
        assert "with 3 counted. Confirmed by ada" in shown.text
        assert "Idea of the month: November 2026" in lime.page()
        told = contributors(visitor)
        assert "Ideas of the month" in told
        assert "Lime cake November 2026 Lia Lime" in told
        again = {"month": "2026-11", "ref": lime.ref}
        assert owner.does("/desk/honours/confirm", again).status == 409
        assert "Confirm the idea of the month" not in owner.gets("/desk/").text
        self.comments(mint, "A", "B", "C")
        fills(visitor, "cakes")
        assert "Lime cake November 2026" in contributors(visitor), "it stays"
        owner.presses(owner.gets("/desk/honours/"), "Take this back")
        assert honours.all_of_them(store) == []
        assert "Idea of the month" not in lime.page()

    def test_a_month_that_is_not_over_has_none_yet(self, owner: Person) -> None:
        assert owner.gets("/desk/honours/?month=2026-11").status == 404
        assert owner.gets("/desk/honours/?month=soon").status == 404
        fields = {"month": "2026-11", "ref": "x"}
        assert owner.does("/desk/honours/confirm", fields).status == 404

    @pytest.mark.usefixtures("later")
    def test_what_is_erased_is_the_idea_of_no_month(
        self, visitor: Visitor, store: Store, owner: Person
    ) -> None:
        nuts = Author(visitor, store, "Nut cake")
        self.comments(nuts, *(f"Nuts {n}" for n in range(9)))
        fills(visitor, "cakes")
        owner.presses(owner.gets("/desk/honours/"), "Confirm Nut cake")
        nuts.opens(do="erase")
        assert honours.of_month(store, "2026-11") is None


def test_the_garden_s_pages_are_there_only_for_what_is_asked(owner: Person) -> None:
    told = owner.gets("/desk/garden/").text
    assert "Idea of the month" in told
    assert "Done by itself" not in told
