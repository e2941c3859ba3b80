"""Whoever agreed is named and written to, and nobody else; what is taken back ends at once.

One garden is built for all; each test brings its own ideas.
"""

import csv
import io
from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask

from collector.acts import desk, merge, people, progress
from collector.acts.merge import Merging
from collector.entries import Account, Event, Idea, Progress, Role, State
from collector.moderation import Move
from collector.store import Store, honours, outbox, reads, thank_yous, writes
from collector.web import create_app
from tests.standing.corpus import CORPUS
from tests.web.desk.staff import Person, let_in
from tests.web.gardens import NOW, plant
from tests.web.visitor import Clock, Page, Visitor, fills

CAKES = """\
---
closes: never
voting: approve
---

# Which cake?

Tell us.

## Your cake {.idea}

### Its name * {#title}
____ (3–200 characters)

### Your name {#name .public}
____

### Your e-mail {#email}
____ (e-mail)

### May we name you? {#credit}
- [ ] Yes, among your contributors

### News {#contact_news}
- [ ] Write to me about new cakes

### A call {#contact_call}
- [ ] Ring me
"""
RULE = '\n[recognition]\nmonth = "most comments among ideas shown this month"\n'
YES = {"credit": "yes", "contact_news": "yes"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("recognition") / "garden"
    app = create_app(plant(folder, {"cakes": CAKES}, RULE), clock=Clock(NOW))
    yield app
    app.extensions["garden"].store.close()


@pytest.fixture(scope="module")
def store(app: Flask) -> Store:
    return app.extensions["garden"].store


@pytest.fixture(scope="module")
def owner(app: Flask) -> Person:
    return let_in(app, "ada", Role.OWNER)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor(app, Clock(NOW))


class Author:
    """Somebody who sent a cake, and what the site says of it."""

    def __init__(self, visitor: Visitor, store: Store, title: str, **answers: str) -> None:
        self.visitor, self.store = visitor, store
        self.code = visitor.sends({"title": title, **answers}, "cakes")
        self.ref = [each.ref for each in reads.ideas(store, "cakes")][-1]
        self.decided(Move.APPROVE)

    def decided(self, move: Move) -> None:
        desk.decide(self.store, move, [self.ref], "ada", NOW)

    def opens(self, **more: str) -> Page:
        return self.visitor.posts("/collect/-/receipt", {"code": self.code, **more})

    @property
    def idea(self) -> Idea:
        found = reads.idea(self.store, self.ref)
        assert found
        return found

    def page(self) -> str:
        fills(self.visitor, "cakes")
        return self.visitor.gets(f"/challenges/cakes/ideas/{self.ref}/").text


def contributors(visitor: Visitor) -> str:
    fills(visitor, "cakes")
    page = visitor.gets("/contributors/")
    return page.text if page.status == 200 else ""


def rows(page: Page) -> list[dict[str, str]]:
    assert page.status == 200, page.html
    return [*csv.DictReader(io.StringIO(page.html.lstrip("\ufeff")))]


def test_only_whoever_agreed_is_among_the_contributors(visitor: Visitor, store: Store) -> None:
    Author(visitor, store, "Anise", name="Ann Agreed", credit="yes")
    Author(visitor, store, "Blank", name="Bob Byline")
    Author(visitor, store, "Cress", credit="yes")
    told = contributors(visitor)
    assert "Ann Agreed Anise" in told
    assert "Bob Byline" not in told
    assert "Cress" not in told
    assert "contributors/" in visitor.gets("/").html


def test_who_takes_it_back_is_named_no_more_at_once(visitor: Visitor, store: Store) -> None:
    dill = Author(visitor, store, "Dill", name="Dora Done", **YES, email="dora@home.example")
    assert "Dora Done" in contributors(visitor)
    shown = dill.opens()
    assert "May we name you? Yes, among your contributors" in shown.text
    told = dill.opens(do="disagree", question="credit")
    assert "Taken back" in told.text
    assert "May we name you?" not in told.text.partition("What you agreed to")[2]
    assert "Dora Done" not in contributors(visitor)
    assert dill.idea.agreed.keys() == {"contact_news"}
    assert "credit" not in dill.idea.answers
    again = dill.opens(do="disagree", question="credit")
    assert again.status == 200
    log = [each.move for each in reads.decisions(store, about=dill.ref)]
    assert log.count("disagree") == 1


@pytest.mark.parametrize("end", ["withdraw", "erase"])
def test_who_is_gone_is_named_no_more(visitor: Visitor, store: Store, end: str) -> None:
    fig = Author(visitor, store, f"Fig {end}", name=f"Fay {end}", credit="yes")
    assert f"Fay {end}" in contributors(visitor)
    fig.opens(do=end)
    assert f"Fay {end}" not in contributors(visitor)


def test_what_is_done_names_its_contributors_those_of_merged_ideas_with_them(
    app: Flask, visitor: Visitor, store: Store
) -> None:
    one = Author(visitor, store, "Gingerbread", name="Gus", credit="yes")
    two = Author(visitor, store, "Ginger loaf", name="Gwen", credit="yes")
    three = Author(visitor, store, "Ginger bun", name="Nameless Nick")
    for each in (two, three):
        merge.merge(store, each.ref, one.ref, Merging("ada", NOW))
    assert "Thanks for the idea" not in one.page()
    progress.progress(store, Progress.DONE, [one.ref], "ada", NOW)
    assert "Thanks for the idea to Gus, Gwen." in one.page()
    assert "Nick" not in one.page()
    assert "Thanks for the idea to Gus, Gwen." in visitor.gets("/challenges/cakes/roadmap/").text
    two.opens(do="disagree", question="credit")
    assert "Thanks for the idea to Gus." in one.page()
    assert "Thanks for the idea to Gus." in visitor.gets("/roadmap/").text


def test_a_thank_you_is_read_behind_the_receipt_and_nowhere_else(
    app: Flask, visitor: Visitor, store: Store, owner: Person
) -> None:
    herb = Author(visitor, store, "Herb cake", name="Hal")
    page = owner.gets(f"/desk/entries/{herb.ref}")
    owner.presses(page, "Thank", text="A croissant: CODE-4711 <b>")
    assert "not read yet" in owner.gets(f"/desk/entries/{herb.ref}").text
    assert "CODE-4711" not in herb.page()
    assert "A croissant: CODE-4711 <b>" in herb.opens().text
    (said,) = thank_yous.about(store, herb.ref)
    assert said.seen == NOW
    assert "not read yet" not in owner.gets(f"/desk/entries/{herb.ref}").text
    viewer = let_in(app, "vic", Role.VIEWER)
    assert "CODE-4711" not in viewer.gets(f"/desk/entries/{herb.ref}").text
    (told,) = [each for each in outbox.notices(store) if each.event is Event.THANKED]
    assert told.about == herb.ref
    taken = owner.presses(owner.gets(f"/desk/entries/{herb.ref}"), "Erase these words")
    assert "CODE-4711" not in taken.text
    assert "CODE-4711" not in herb.opens().text


def test_thanks_fall_with_what_was_erased_and_go_along_when_data_is_taken_home(
    visitor: Visitor, store: Store, owner: Person
) -> None:
    iced = Author(visitor, store, "Iced cake")
    owner.presses(owner.gets(f"/desk/entries/{iced.ref}"), "Thank", text="CODE-42")
    assert "CODE-42" in iced.opens(do="download").html
    iced.opens(do="erase")
    assert thank_yous.about(store, iced.ref) == []


def test_without_words_nothing_is_said_and_nothing_typed_is_lost(
    visitor: Visitor, store: Store, owner: Person
) -> None:
    jam = Author(visitor, store, "Jam cake")
    path = f"/desk/entries/{jam.ref}"
    assert owner.does(f"{path}/thank", {"text": "  "}).status == 422
    long = owner.does(f"{path}/thank", {"text": "x" * 5000})
    assert long.status == 422
    assert "x" * 5000 in long.html
    assert thank_yous.about(store, jam.ref) == []


def test_words_of_thanks_stay_words(visitor: Visitor, store: Store, owner: Person) -> None:
    kale = Author(visitor, store, "Kale cake")
    for words in CORPUS:
        owner.does(f"/desk/entries/{kale.ref}/thank", {"text": words})
    for page in (kale.opens(), owner.gets(f"/desk/entries/{kale.ref}")):
        assert not page.parsed.css("[onerror], [onload], [onclick], .ig-answers__text *")
        assert "javascript:" not in " ".join(
            each.attributes.get("href") or "" for each in page.parsed.css("a")
        )


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


def test_the_garden_s_pages_are_there_only_for_what_is_asked(owner: Person) -> None:
    told = owner.gets("/desk/garden/").text
    assert "Idea of the month" in told
    assert "Done by itself" not in told
