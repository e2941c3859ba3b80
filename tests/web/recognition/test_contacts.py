"""Whoever agreed to be written to stands in a table, and nobody else."""

import pytest

from collector.store import Store
from tests.web.desk.staff import Person
from tests.web.recognition.cakes import Author, rows
from tests.web.visitor import Visitor


class TestContacts:
    def test_only_who_agreed_to_a_purpose_is_in_its_table(
        self, visitor: Visitor, store: Store, owner: Person
    ) -> None:
        both = {"contact_news": "yes", "contact_call": "yes"}
        Author(visitor, store, "Oat", name="=Olga", email="olga@home.example", **both)
        Author(visitor, store, "Pea", name="Pia", email="pia@home.example", contact_news="yes")
        Author(visitor, store, "Quark", name="Quinn", email="quinn@home.example")
        Author(visitor, store, "Rum", name="Ron", contact_news="yes")
        path = "/desk/challenges/cakes/contacts.csv?purpose="
        news = {each["email"]: each for each in rows(owner.gets(f"{path}contact_news"))}
        calls = [each["email"] for each in rows(owner.gets(f"{path}contact_call"))]
        assert {"olga@home.example", "pia@home.example"} <= set(news)
        assert "quinn@home.example" not in news
        assert calls == ["olga@home.example"]
        olga = news["olga@home.example"]
        assert olga["name"] == "'=Olga"
        assert olga["agreed_to"] == "News\nWrite to me about new cakes"
        assert olga["agreed_on"] == "2026-11-20"
        assert all(each["email"] for each in news.values())

    def test_who_takes_it_back_or_is_gone_drops_out(
        self, visitor: Visitor, store: Store, owner: Person
    ) -> None:
        path = "/desk/challenges/cakes/contacts.csv?purpose=contact_news"
        leave = {"disagree": {"question": "contact_news"}, "withdraw": {}, "erase": {}}
        for number, (do, more) in enumerate(leave.items()):
            email = f"gone{number}@home.example"
            sesame = Author(visitor, store, f"Sesame {do}", email=email, contact_news="yes")
            assert email in owner.gets(path).html
            sesame.opens(do=do, **more)
            assert email not in owner.gets(path).html

    @pytest.mark.parametrize("place", ["cakes/contacts.csv?purpose=credit", "bread/contacts.csv"])
    def test_what_nobody_is_asked_is_refused(self, owner: Person, place: str) -> None:
        assert owner.gets(f"/desk/challenges/{place}").status in (400, 403, 409)
