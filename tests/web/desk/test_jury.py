"""A jury judges ideas at the desk: blind at first, then together, until some are picked out."""

from pathlib import Path

import pytest
from flask import Flask

from collector.brief import Scorecard
from collector.entries import Idea, Pick, State
from collector.garden import Garden
from collector.store import Store, reads, scores
from collector.web.desk.jury import Standing, in_own_order, standing_of
from tests.form.scorecards import criterion, score, scorecard
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


def test_nothing_typed_is_lost_when_the_scorecard_or_the_score_has_changed(
    owner: Person, ideas: list[Idea]
) -> None:
    page = owner.gets(f"/desk/entries/{ideas[0].ref}/score")
    changed = owner.presses(page, "Keep my score", **marks(3, 3), card="older", note="Dear nuts")
    assert changed.status == 409
    assert "The scorecard has changed while you had it open." in changed.text
    assert "Dear nuts" in changed.html
    assert len(changed.parsed.css("input[type=radio][checked]")) == 3
    owner.presses(page, "Keep my score", **marks(5, 5))
    beaten = owner.presses(page, "Keep my score", **marks(1, 1), note="Dear nuts")
    assert "from another window" in beaten.text
    assert "Dear nuts" in beaten.html
    page = owner.presses(beaten, "Keep my score", **marks(1, 1))
    assert "Your score: 0 of 100" in page.text


def test_a_forged_mark_and_a_long_note_are_told_at_their_places(
    owner: Person, store: Store, ideas: list[Idea]
) -> None:
    page = scores_it(owner, ideas[0], {"mark:impact": "9", "mark:ease": "1", "note": "n" * 2001})
    assert page.status == 422
    assert "Choose one of the steps from 1 to 5." in page.text
    page = scores_it(owner, ideas[0], {"mark:ease": "1", "note": "n" * 2001})
    assert "A note has at most 2000 characters; this one has 2001." in page.text
    assert list(scores.all_in(store, "bread")) == []


def test_what_is_begun_is_kept_and_does_not_count(owner: Person, ideas: list[Idea]) -> None:
    path = f"/desk/entries/{ideas[0].ref}/score"
    card = owner.gets(path).parsed.css_first("[name=card]").attributes["value"]
    page = owner.follows(owner.does(path, {"card": card, "mark:impact": "4", "do": "keep"}))
    assert "It counts once every criterion has a mark." in page.text
    assert "What others said" not in page.text
    assert "begun" in owner.gets(JURY_PATH).text
    assert "No score is in yet." in owner.gets(RANKING).text


CARD = scorecard(criterion("impact"), criterion("ease"))


@pytest.mark.parametrize(
    ("card", "standing"),
    [
        (CARD, Standing.IN),
        (scorecard(criterion("impact", 9)), Standing.IN),
        (scorecard(criterion("impact"), criterion("price")), Standing.AGAIN),
        (scorecard(criterion("impact", high=10), criterion("ease")), Standing.AGAIN),
    ],
)
def test_a_changed_scorecard_is_told_where_it_asks_again(
    card: Scorecard, standing: Standing
) -> None:
    assert standing_of(card, score(CARD, "rye", "dora", impact=2, ease=3)) is standing
    assert standing_of(CARD, score(CARD, "rye", "dora", impact=2)) is Standing.BEGUN
    assert standing_of(card, score(CARD, "rye", "dora", conflict=True)) is Standing.CONFLICT
    assert standing_of(card, None) is Standing.OPEN


def test_each_juror_reads_in_an_order_of_their_own(ideas: list[Idea]) -> None:
    orders = {tuple(each.ref for each in in_own_order(ideas, name)) for name in "abcdefgh"}
    assert len(orders) > 1
    assert in_own_order(ideas, "a") == in_own_order(reversed(ideas), "a")


def test_a_tie_at_the_last_place_is_told(owner: Person, ideas: list[Idea]) -> None:
    for each in ideas:
        scores_it(owner, each, marks(3, 3))
    page = owner.gets(f"{RANKING}?top=2")
    assert "The last of the 2 places falls between equals: Rye, Spelt, Tart." in page.text
    assert page.text.count("1, equal") == 3
    rye = ideas[0].ref
    refused = owner.presses(page, "Put on the shortlist", ref=rye, reason="score", text="Soon")
    assert "Equal in score, and not ticked: “Spelt”, “Tart”." in refused.text
    assert "Soon" in refused.html


def test_whoever_was_dismissed_is_shown_the_door(
    app: Flask, owner: Person, store: Store, ideas: list[Idea]
) -> None:
    dora = seated(app, owner, "dora")
    scores_it(dora, ideas[0], marks(3, 3))
    owner.does(f"{JURORS}/dismiss", {"name": "dora", "scores": "yes"})
    assert dora.gets(JURY_PATH).status == 303
    assert list(scores.all_in(store, "bread")) == []
    (line,) = owner.gets("/desk/decisions/").parsed.css(".ig-desk-sign")
    assert "scores of a juror taken out by ada" in line.text()
    assert line.css_first(f"a[href='{JURORS}']")
