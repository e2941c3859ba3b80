"""A spreadsheet reads a table at an address, until that is taken back."""

from datetime import timedelta

import pytest
from flask import Flask

from collector.acts import people
from collector.entries import Account, Role
from collector.store import Store, writes
from tests.web.desk.staff import Person, let_in
from tests.web.gardens import NOW
from tests.web.recognition.cakes import Author
from tests.web.visitor import Visitor


class TestLiveSheets:
    def address(self, person: Person, what: str = "idea") -> str:
        page = person.does("/desk/challenges/cakes/sheets", {"what": what})
        codes = page.parsed.css(".ig-desk-link")
        assert codes, page.text
        return codes[-1].text().strip().removeprefix("http://localhost")

    def test_a_spreadsheet_reads_what_is_kept_now(
        self, app: Flask, visitor: Visitor, store: Store, owner: Person
    ) -> None:
        address = self.address(owner)
        Author(visitor, store, "Tarragon")
        answer = Person(app).gets(address)
        assert "Tarragon" in answer.html
        assert answer.response.mimetype == "text/csv"
        assert answer.response.headers["Cache-Control"] == "no-store"
        assert answer.response.headers["Referrer-Policy"] == "no-referrer"
        assert "Set-Cookie" not in answer.response.headers
        Author(visitor, store, "Umbra")
        assert "Umbra" in Person(app).gets(address).html

    @pytest.mark.parametrize("what", ["-comments", "-votes", "-decisions", "contacts"])
    def test_there_is_one_of_each_table(self, app: Flask, owner: Person, what: str) -> None:
        assert Person(app).gets(self.address(owner, what)).status == 200

    def test_it_is_taken_back(self, app: Flask, owner: Person) -> None:
        address = self.address(owner)
        page = owner.gets("/desk/challenges/cakes/sheets")
        while "Take it back" in page.text:
            label = next(
                each.text().strip()
                for each in page.parsed.css("button")
                if "Take it back" in each.text()
            )
            page = owner.presses(page, label)
        assert Person(app).gets(address).status == 404

    def test_its_kind_is_said_once(self, app: Flask, owner: Person) -> None:
        answer = Person(app).gets(self.address(owner))
        assert answer.response.content_type == "text/csv; charset=utf-8"

    def test_it_ends_with_the_rights_of_who_made_it(self, app: Flask, store: Store) -> None:
        eve = let_in(app, "eve", Role.OWNER, "cakes")
        address = self.address(eve)
        assert Person(app).gets(address).status == 200
        people.remove(store, "eve")
        assert Person(app).gets(address).status == 404
        made = NOW + timedelta(days=1)
        writes.add(store, Account(name="eve", password="x", made=made, role=Role.OWNER))
        assert Person(app).gets(address).status == 404, "whoever is called so now is not her"

    def test_only_its_hash_is_kept(self, owner: Person, store: Store) -> None:
        key = self.address(owner).rpartition("/")[2].removesuffix(".csv")
        assert key not in repr(list(store.table("sheets")))

    def test_of_nothing_that_is_not_there_is_there_one(self, owner: Person) -> None:
        assert owner.does("/desk/challenges/cakes/sheets", {"what": "cake"}).status == 400

    def test_who_guesses_is_stopped(self, app: Flask) -> None:
        context, stranger = app.extensions["garden"], Person(app)
        for _ in range(300):
            answer = stranger.gets("/desk/sheets/nothing-of-this-name.csv").status
        assert answer == 429
        context.clock.turn(hours=2)
        assert stranger.gets("/desk/sheets/nothing-of-this-name.csv").status == 404
        context.clock.now = NOW
