"""A jury judges ideas at the desk: blind at first, then together, until some are picked out."""

from pathlib import Path

import pytest
from flask import Flask

from collector.entries import Idea, Pick, State
from collector.garden import Garden
from collector.store import Store, reads
from tests.web.desk.conftest import Keep
from tests.web.desk.staff import Person
from tests.web.gardens import BREAD, copy, plant
from tests.web.visitor import Page

JURY = """
## How we choose {.jury matrix=impact,ease}

Three of us read every idea.

### What it brings {#impact weight=3}

How many more people would come?

(1) Nobody notices … (5) The shop is full

### How easy it is {#ease}

(1) A year's work … (5) Tomorrow

### Fits us * {#fit weight=0}

☆☆☆
"""


JURY_PATH = "/desk/challenges/bread/jury/"
RANKING = f"{JURY_PATH}ranking"
JURORS = f"{JURY_PATH}jurors"


@pytest.fixture(scope="session")
def judging(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant(tmp_path_factory.mktemp("judging") / "garden", {"bread": BREAD + JURY})


@pytest.fixture
def garden(judging: Garden, tmp_path: Path) -> Garden:
    return copy(judging, tmp_path / "garden")


@pytest.fixture
def ideas(keep: Keep) -> list[Idea]:
    return [keep(title, state=State.APPROVED) for title in ("Rye", "Spelt", "Tart")]


def marks(impact: int | str, ease: int | str, fit: int = 2) -> dict[str, str]:
    return {"mark:impact": str(impact), "mark:ease": str(ease), "mark:fit": str(fit)}


def scores_it(person: Person, idea: Idea, filled: dict[str, str], button: str = "Keep my score"):
    return person.presses(person.gets(f"/desk/entries/{idea.ref}/score"), button, **filled)


def seated(app: Flask, owner: Person, name: str) -> Person:
    """A juror who has opened a personal link."""
    code = link_on(owner.presses(owner.gets(JURORS), "Make a personal link", name=name))
    juror = Person(app, name)
    asked = juror.posts("/desk/welcome", {"code": code, "_csrf": juror.token("/desk/welcome")})
    juror.presses(asked, "Begin")
    return juror


def link_on(page: Page) -> str:
    return page.parsed.css_first(".ig-desk-link").text().rpartition("#")[2]


def test_a_juror_scores_by_a_personal_link_and_sees_others_only_afterwards(
    app: Flask, owner: Person, store: Store, ideas: list[Idea]
) -> None:
    rye, spelt, tart = ideas
    dora, emil = seated(app, owner, "dora"), seated(app, owner, "emil")
    assert "0 of 3 ideas scored" in dora.gets("/desk/jury/").text
    scores_it(emil, rye, marks(5, 1) | {"note": "My neighbour would queue"})
    page = dora.gets(f"/desk/entries/{rye.ref}/score")
    assert "emil" not in page.text
    assert dora.gets(RANKING).status == 403
    page = scores_it(dora, rye, marks(3, "-"))
    assert "Your score: 50 of 100" in page.text
    assert "emil: 75 of 100" in page.text
    assert "neighbour" not in page.text
    for each in (spelt, tart):
        scores_it(dora, each, marks(1, 1))
    assert "Ranking" in dora.gets(JURY_PATH).text
    assert dora.gets(RANKING).status == 200
    scores_it(owner, rye, marks(4, 4))
    assert "neighbour" in owner.gets(f"/desk/entries/{rye.ref}/score").text


def test_keeping_and_going_on_leads_through_all_that_is_left(
    app: Flask, owner: Person, ideas: list[Idea]
) -> None:
    dora = seated(app, owner, "dora")
    page = dora.gets(JURY_PATH)
    first = page.parsed.css_first(".md-button--primary").attributes["href"]
    page = dora.gets(first)
    for _ in ideas:
        page = dora.presses(page, "Keep it and go on to the next", **marks(2, 2))
    assert "You have scored every idea" in page.text


def test_ideas_are_picked_out_with_a_reason(owner: Person, store: Store, ideas: list[Idea]) -> None:
    rye, spelt, _ = ideas
    scores_it(owner, rye, marks(5, 5))
    scores_it(owner, spelt, marks(2, 2))
    page = owner.gets(RANKING)
    refused = owner.presses(page, "Put on the shortlist", ref=rye.ref)
    assert refused.status == 422
    assert "Choose why" in refused.text
    page = owner.presses(
        page, "Put on the shortlist", ref=rye.ref, reason="score", text="We try it in May."
    )
    assert "Shortlisted: “Rye”" in page.text
    assert reads.idea(store, rye.ref).pick is Pick.SHORTLIST
    assert "We try it in May." in owner.gets(f"/desk/entries/{rye.ref}").text
    assert "ada put it on the shortlist" in owner.gets("/desk/decisions/").text
    owner.presses(page, "Give the award", ref=rye.ref, reason="talk")
    assert reads.idea(store, rye.ref).pick is Pick.AWARD
    owner.presses(owner.gets(RANKING), "Take off again", ref=rye.ref)
    assert reads.idea(store, rye.ref).pick is Pick.NONE
