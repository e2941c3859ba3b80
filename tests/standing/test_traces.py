"""What is erased is in no byte of the garden's folder, but in backups until they end.

Somebody writes words that nobody else has; they are approved, answered, built, filled, packed and
published. Then they are erased, the jobs are done, and every file is looked through.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from collector.acts import benefit, desk, follow, progress, tags, thank, themes, typed, upkeep
from collector.acts.benefit import Told
from collector.acts.receipt import code_hash
from collector.acts.typed import Batch
from collector.analysis.themes import Found
from collector.entries import Idea, JobKind, Person, Progress, Purpose, State
from collector.entries.person import code_of
from collector.form.typed import Slip
from collector.garden import Garden
from collector.jobs import Runner, rebuild
from collector.moderation import Move
from collector.pages import live
from collector.store import Store, outbox, reads, secret, thank_yous, writes
from collector.web import create_app
from tests.standing.traces import in_exports, traces, works
from tests.web.gardens import NOW, copy
from tests.web.public import files
from tests.web.public.files import PDF, PHOTO, plant_photos
from tests.web.public.talk import Talk
from tests.web.visitor import Clock, Visitor

WORDS = ("zwieback", "pumpernickel", "lebkuchen", "stollen@home.example", "brezel")
"""Title, text, other, e-mail and the owner's reply."""

THANKS = "kringel"
"""What the owner said to its author alone; no export and no page ever holds it."""

TAG = "sauerteig"
"""What the owner filed it under, and nothing else."""

LEARNT = "vollkorn"
"""What was learnt from it, in an earlier version too, and told in a report."""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_photos(tmp_path_factory.mktemp("traces") / "garden")


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is still reading a page of the build before."""
    monkeypatch.setattr(sys.modules["collector.pages.forget"], "SETTLING", 0)


@pytest.fixture
def app(planted: Garden, tmp_path: Path) -> Iterator[Flask]:
    app = create_app(copy(planted, tmp_path / "garden"), clock=Clock(NOW))
    yield app
    app.extensions["garden"].store.close()


@pytest.fixture
def garden(app: Flask) -> Garden:
    return app.extensions["garden"].garden


@pytest.fixture
def store(app: Flask) -> Store:
    return app.extensions["garden"].store


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor(app, Clock(NOW))


@pytest.fixture
def code(visitor: Visitor, garden: Garden, store: Store) -> str:
    """The receipt's code of an idea that stands in the live build and in the one before."""
    title, text, other, email, answer = WORDS
    code = visitor.sends(
        {
            "title": f"{title} for all",
            "text": f"With {text}. " * 100,
            "role": "other",
            "role_other": other,
            "email": email,
        }
    )
    changes(visitor, code)
    for n in range(30):
        visitor.sends({"title": f"Rye number {n}", "text": "Dark " * (n + 1), "role": "staff"})
    idea = idea_of(store)
    desk.reply(store, idea.ref, f"With {answer}. " * 250, by="ada", now=NOW)
    thank.thank(store, idea.ref, f"{THANKS} for you. " * 150, "ada", NOW)
    refs = [each.ref for each in reads.ideas(store, "bread")]
    desk.decide(store, Move.APPROVE, refs, by="ada", now=NOW)
    progress.progress(store, Progress.DONE, [idea.ref], "ada", NOW)
    tags.tag(store, idea.ref, [f"{TAG} loaves"], "ada", NOW)
    themes.settle(store, "bread", [Found(tuple(WORDS[:2]), tuple(refs))])
    report = garden.own_pages / "reports" / "2026-Q4.md"
    report.parent.mkdir(parents=True)
    report.write_text("---\nkind: report\n---\n", encoding="utf-8")
    for words in (f"Less {LEARNT}.", f"More {LEARNT}. " * 100):
        benefit.tell(store, idea.ref, Told({"learnt": words}, ("learnt",)), "ada", NOW)
    works(garden, store)
    rebuild(garden, store, NOW)
    plain = garden.build / "plain"
    shutil.copytree(garden.live.resolve(), plain)
    for packed in plain.rglob("*.gz"):
        packed.unlink()
    return code


def changes(visitor: Visitor, code: str) -> None:
    """The idea's author takes another title, so that the first is an earlier one."""
    form = visitor.posts("/collect/-/receipt", {"code": code, "do": "change"})
    fields = [each for each in form.fields("Send") if each[0] != "title"]
    asked = visitor.posts("/collect/bread/idea", [*fields, ("title", f"{WORDS[0]} for you")])
    visitor.thanks(visitor.confirms(asked))


def idea_of(store: Store) -> Idea:
    """The first that was sent."""
    return next(iter(reads.ideas(store, "bread")))


SAID = ("gugelhupf", "vollkorn", "streusel", "nusszopf")
"""A comment, its name, a report of it, and the owner's answer to it."""


@pytest.fixture
def said(visitor: Visitor, garden: Garden, store: Store) -> tuple[Talk, str]:
    """A comment that stands in the live build, with a reply to it, and its receipt's code."""
    talk = Talk.begun(visitor, store)
    text, name, words, answer = SAID
    code = talk.sends(text=f"I want {text}. " * 90, name=f"Frau {name}")
    (comment,) = talk.comments()
    desk.decide(store, Move.APPROVE, [comment.ref], by="ada", now=NOW)
    desk.reply(store, comment.ref, f"With {answer}. " * 200, by="ada", now=NOW)
    talk.says("Me too", to=comment.ref)
    talk.sends("report", to=comment.ref, why="other", words=f"It is no {words}. " * 40)
    works(garden, store)
    rebuild(garden, store, NOW)
    return talk, code


def test_an_erased_comment_leaves_its_place_and_no_word(
    garden: Garden, store: Store, said: tuple[Talk, str]
) -> None:
    talk, code = said
    assert set().union(*traces(garden, *SAID).values()) == set(SAID)
    assert in_exports(store, garden, *SAID) == set(SAID)
    comment = talk.comments()[0]
    upkeep.erase_by_receipt(garden, store, code, NOW)
    works(garden, store)
    assert traces(garden, *SAID) == {}
    assert in_exports(store, garden, *SAID) == set()
    page = live(garden).public / f"challenges/bread/ideas/{talk.idea.ref}/index.html"
    assert "This comment was taken back" in page.read_text("utf-8")
    assert "Me too" in page.read_text("utf-8")
    assert [each.state for each in talk.reports(comment.ref)] == [State.ERASED]


def test_with_an_idea_go_its_comments_and_their_receipts(
    garden: Garden, store: Store, said: tuple[Talk, str]
) -> None:
    talk, code = said
    fallen = upkeep.erase(garden, store, talk.idea.ref, "ada", NOW).fallen
    works(garden, store)
    assert traces(garden, *SAID, "me too") == {}
    assert len(fallen.entries) == 3
    assert {each.state for each in talk.comments()} == {State.ERASED}
    assert reads.receipt(store, code_hash(code)) is None
    moves = [each.move for each in reads.decisions(store, about=talk.comments()[0].ref)]
    assert moves[-1] == "erase"


def test_before_it_is_erased_it_is_nearly_everywhere(
    garden: Garden, store: Store, code: str
) -> None:
    assert in_exports(store, garden, *WORDS, TAG) == {*WORDS, TAG}
    found = traces(garden, *WORDS, TAG, LEARNT)
    places = " ".join(found)
    for place in ("var/garden.db-wal", "var/published", "site.1", "site.2", ".gz", "plain/public"):
        assert place in places
    for place in ("/roadmap/", "bread/roadmap/", "ideas/tag/", "progress/done/", "/feed.xml"):
        assert f"{place}" in places


def test_what_its_author_erased_is_nowhere(
    visitor: Visitor, garden: Garden, store: Store, code: str
) -> None:
    visitor.posts("/collect/-/receipt", {"code": code, "do": "erase"})
    works(garden, store)
    assert traces(garden, *WORDS, TAG, THANKS, LEARNT, code, code.replace("-", "")) == {}
    assert in_exports(store, garden, *WORDS, TAG) == set()
    assert traces(garden, "rye number 7")


def test_a_typed_slip_that_was_erased_is_nowhere_nor_is_who_typed_it(
    garden: Garden, store: Store
) -> None:
    site = live(garden)
    assert site is not None
    brief = site.briefs["bread"]
    answers = {"title": f"{WORDS[0]} for all", "text": f"With {WORDS[1]}."}
    slips = [Slip(2, "", answers, 0)]
    form = brief.form("idea")
    assert form is not None
    batch = Batch(brief=brief, form=form, slips=slips, source="paper", by="Zwiebelfisch")
    typed.bring_in(store, batch, secret(garden), NOW)
    assert traces(garden, *WORDS[:2], "zwiebelfisch")
    upkeep.erase(garden, store, idea_of(store).ref, "ada", NOW)
    works(garden, store)
    assert traces(garden, *WORDS[:2], "zwiebelfisch") == {}
    assert list(reads.receipts(store, [idea_of(store).ref]).values()) in ([], [[]])


def test_nor_is_it_told_at_any_address(visitor: Visitor, store: Store, code: str) -> None:
    idea = idea_of(store)
    page = f"/challenges/bread/ideas/{idea.ref}/"
    assert visitor.gets(page).status == 200
    visitor.posts("/collect/-/receipt", {"code": code, "do": "erase"})
    works(visitor.app.extensions["garden"].garden, store)
    assert visitor.gets(page).status == 404
    site = live(visitor.app.extensions["garden"].garden)
    assert site is not None
    pages = [f"/{each.relative_to(site.public)}" for each in site.public.rglob("*.html")]
    feeds = [f"/{each.relative_to(site.public)}" for each in site.public.rglob("*.xml")]
    collector = ["published/bread.json", "ideas/bread", "ideas/bread?q=for+you"]
    for address in [*pages, *feeds, *(f"/collect/-/{each}" for each in collector)]:
        with visitor.gets(address).response as answer:
            told = answer.get_data().lower()
        assert not [word for word in WORDS if word.encode() in told], address


def test_a_build_that_was_under_way_brings_nothing_back(
    garden: Garden, store: Store, code: str
) -> None:
    upkeep.erase(garden, store, idea_of(store).ref, "ada", NOW)
    rebuild(garden, store, NOW)
    works(garden, store)
    assert traces(garden, *WORDS) == {}


def test_a_reply_that_was_erased_is_nowhere(garden: Garden, store: Store, code: str) -> None:
    (answer,) = reads.replies(store, "bread")
    desk.unreply(garden, store, idea_of(store).ref, answer.ref, "ada", NOW)
    works(garden, store)
    assert traces(garden, "brezel") == {}
    assert traces(garden, "zwieback")


def test_a_thank_you_is_on_no_page_and_once_it_is_taken_back_nowhere(
    garden: Garden, store: Store, code: str
) -> None:
    places = traces(garden, THANKS)
    assert places
    assert all("var/garden.db" in place for place in places)
    assert in_exports(store, garden, THANKS) == set()
    ref = idea_of(store).ref
    (said,) = thank_yous.about(store, ref)
    thank.unthank(garden, store, ref, said.ref, "ada", NOW)
    works(garden, store)
    assert traces(garden, THANKS) == {}
    assert traces(garden, "zwieback")


def test_a_personal_answer_is_nowhere_once_its_time_is_over(
    garden: Garden, store: Store, code: str
) -> None:
    clock = Clock(NOW)
    clock.turn(days=180)
    writes.enqueue(store, JobKind.RETAIN, "", NOW)
    runner = Runner(garden, store, clock)
    while runner.once():
        pass
    assert traces(garden, "stollen@home.example") == {}
    assert traces(garden, "zwieback")


class TestFiles:
    """A recipe whose name and bytes hold words that nobody else has."""

    RECIPE = ("spekulatius.pdf", PDF + b"% with marzipan")
    WORDS = ("spekulatius", "marzipan")

    @pytest.fixture
    def receipt(self, visitor: Visitor) -> str:
        return files.sends(visitor, {"photo": PHOTO, "recipe": self.RECIPE})

    @pytest.mark.usefixtures("receipt")
    def test_they_are_there_before(self, garden: Garden) -> None:
        assert " ".join(traces(garden, "marzipan")).startswith("var/files/")
        assert traces(garden, "spekulatius")

    @pytest.mark.parametrize("wish", ["erase", "withdraw"])
    def test_what_its_author_takes_back_is_nowhere(
        self, visitor: Visitor, garden: Garden, store: Store, receipt: str, wish: str
    ) -> None:
        visitor.posts("/collect/-/receipt", {"code": receipt, "do": wish})
        works(garden, store)
        assert traces(garden, "marzipan") == {}
        if wish == "erase":
            assert traces(garden, *self.WORDS) == {}

    @pytest.mark.usefixtures("receipt")
    def test_nor_is_it_anywhere_once_its_time_is_over(self, garden: Garden, store: Store) -> None:
        clock = Clock(NOW)
        clock.turn(days=180)
        writes.enqueue(store, JobKind.RETAIN, "", NOW)
        runner = Runner(garden, store, clock)
        while runner.once():
            pass
        assert traces(garden, *self.WORDS) == {}

    def test_nor_what_was_only_staged(self, visitor: Visitor, garden: Garden, store: Store) -> None:
        files.hands_in(visitor, {"photo": PHOTO, "recipe": self.RECIPE})
        clock = Clock(NOW)
        clock.turn(hours=3)
        writes.enqueue(store, JobKind.SWEEP, "", NOW)
        runner = Runner(garden, store, clock)
        while runner.once():
            pass
        assert traces(garden, *self.WORDS) == {}


class TestFollowers:
    """An address that somebody left to be told, and said yes."""

    ADDRESS = "lebkuchenherz@home.example"

    @pytest.fixture
    def person(self, garden: Garden, store: Store, code: str) -> Person:
        assert code
        key, ref = secret(garden), idea_of(store).ref
        follow.ask(store, key, ref, self.ADDRESS, "en", NOW)
        (person,) = outbox.people(store, ref)
        return follow.confirm(store, code_of(key, Purpose.CONFIRM, person.ref), NOW)

    @pytest.mark.usefixtures("person")
    def test_it_is_there_before_and_only_in_the_store(self, garden: Garden, store: Store) -> None:
        works(garden, store)
        assert {each.partition("-")[0] for each in traces(garden, self.ADDRESS)} == {
            "var/garden.db"
        }

    @pytest.mark.usefixtures("person")
    @pytest.mark.parametrize("wish", ["erase", "withdraw"])
    def test_it_goes_with_the_idea(
        self, visitor: Visitor, garden: Garden, store: Store, code: str, wish: str
    ) -> None:
        visitor.posts("/collect/-/receipt", {"code": code, "do": wish})
        writes.enqueue(store, JobKind.SWEEP, "", NOW)
        works(garden, store)
        assert traces(garden, self.ADDRESS) == {}

    def test_it_goes_with_its_holder_s_wish(
        self, garden: Garden, store: Store, person: Person
    ) -> None:
        follow.leave(store, code_of(secret(garden), Purpose.LEAVE, person.ref), NOW)
        works(garden, store)
        assert traces(garden, self.ADDRESS) == {}

    @pytest.mark.usefixtures("person")
    def test_it_goes_once_its_time_is_over(self, garden: Garden, store: Store) -> None:
        clock = Clock(NOW)
        clock.turn(days=181)
        writes.enqueue(store, JobKind.RETAIN, "", NOW)
        runner = Runner(garden, store, clock)
        while runner.once():
            pass
        assert traces(garden, self.ADDRESS) == {}

    @pytest.mark.usefixtures("code")
    def test_an_address_that_nobody_confirms_goes_in_three_days(
        self, garden: Garden, store: Store
    ) -> None:
        follow.ask(store, secret(garden), idea_of(store).ref, self.ADDRESS, "en", NOW)
        clock = Clock(NOW)
        clock.turn(days=3, seconds=1)
        writes.enqueue(store, JobKind.RETAIN, "", NOW)
        runner = Runner(garden, store, clock)
        while runner.once():
            pass
        assert traces(garden, self.ADDRESS) == {}
