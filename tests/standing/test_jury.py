"""What jurors say is for the desk: in no public byte, nowhere markup, and gone when erased."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from selectolax.lexbor import LexborHTMLParser

from collector import export
from collector.acts import desk, pick, score, upkeep
from collector.acts.pick import Picking
from collector.acts.score import Sent
from collector.brief import Brief
from collector.entries import Idea, Reason, Role
from collector.export import What
from collector.garden import Garden
from collector.jobs import rebuild
from collector.moderation import Move
from collector.pages import live
from collector.store import Store, reads
from collector.web import create_app
from tests.export.exported import as_csv
from tests.standing.corpus import CORPUS
from tests.standing.traces import traces, unpacked, works
from tests.web.desk.staff import Person, let_in
from tests.web.desk.test_jury import JURY
from tests.web.gardens import BREAD, NOW, plant
from tests.web.visitor import Clock, Visitor

MARKS = {"mark:impact": "4", "mark:ease": "3", "mark:fit": "1"}
WORD, JUROR = "xylophone", "quentin"
"""A note's word, and the name of a juror."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A garden in which jurors wrote the corpus into their notes, and one idea has the award."""
    bread = BREAD + JURY.replace(".jury", ".jury results=always")
    folder = tmp_path_factory.mktemp("jury") / "garden"
    app = create_app(plant(folder, {"bread": bread}), clock=Clock(NOW))
    context = app.extensions["garden"]
    visitor = Visitor(app, Clock(NOW))
    for title in ("Rye", "Oats"):
        visitor.sends({"title": title, "text": "Dark", "role": "staff"})
    rye, oats = ideas(context.store)
    desk.decide(context.store, Move.APPROVE, [rye.ref, oats.ref], "ada", NOW)
    for place, text in enumerate(CORPUS):
        said = Sent(MARKS, note=text[:2000])
        score.score(context.store, brief(app), rye.ref, f"juror {place}", said, NOW)
    said = Sent(MARKS, note=f"Too loud, this {WORD}. " * 20)
    score.score(context.store, brief(app), rye.ref, JUROR, said, NOW)
    picking = Picking("award", [rye.ref], Reason.TALK)
    pick.pick(context.store, brief(app), picking, "ada", NOW)
    works(context.garden, context.store)
    rebuild(context.garden, context.store, NOW)
    yield app
    context.store.close()


def brief(app: Flask) -> Brief:
    site = live(app.extensions["garden"].garden)
    assert site
    return site.briefs["bread"]


def ideas(store: Store) -> list[Idea]:
    return list(reads.ideas(store, "bread"))


def public(garden: Garden) -> dict[Path, bytes]:
    paths = (*garden.build.rglob("*"), *garden.published.rglob("*"))
    return {each: unpacked(each) for each in paths if each.is_file()}


def test_scores_and_picks_are_told_and_nothing_of_who_judged(app: Flask) -> None:
    everything = public(app.extensions["garden"].garden)
    page = next(each for path, each in everything.items() if path.name == "bread.json")
    assert b'"jury":{"pick":"award","score":68.8}' in page.replace(b" ", b"").replace(b"\n", b"")
    told = b"".join(everything.values())
    assert b"Award" in told
    for word in (WORD, JUROR, "juror 1"):
        assert word.encode() not in told


def test_the_challenge_s_page_says_what_ideas_are_judged_by(app: Flask) -> None:
    page = Visitor(app, Clock(NOW)).gets("/challenges/bread/")
    assert "What it brings" in page.text
    assert "75 % of the score" in page.text
    assert "does not count in the score" in page.text


def test_no_note_becomes_markup_or_a_formula(app: Flask) -> None:
    store = app.extensions["garden"].store
    owner = let_in(app, "ada", Role.OWNER)
    scores_own(owner, rye := ideas(store)[0])
    for path in (f"/desk/entries/{rye.ref}/score", "/desk/challenges/bread/jury/ranking"):
        parsed = LexborHTMLParser(owner.gets(path).html)
        assert not parsed.css("x-evil, [onxevil]")
    page = owner.gets(f"/desk/entries/{rye.ref}/score")
    assert len(page.parsed.css(".ig-desk-states .ig-answers__text")) == len(CORPUS) + 1
    assert WORD in page.text
    rows = as_csv(export.gather(store, brief(app)), what=What.SCORES)
    assert len(rows) == len(MARKS) * (len(CORPUS) + 2)
    for row in rows:
        assert not row["note"].startswith(tuple("=+-@\t\r"))


def scores_own(person: Person, idea: Idea) -> None:
    page = person.gets(f"/desk/entries/{idea.ref}/score")
    assert WORD not in page.text
    person.presses(page, "Keep my score", **MARKS)


def test_what_was_said_of_an_erased_idea_leaves_no_trace(app: Flask) -> None:
    context = app.extensions["garden"]
    assert traces(context.garden, WORD)
    upkeep.erase(context.garden, context.store, ideas(context.store)[0].ref, "ada", NOW)
    works(context.garden, context.store)
    assert traces(context.garden, WORD) == {}
