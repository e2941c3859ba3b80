"""What an idea brings is said on its page at the desk; what is ticked stands on the site."""

import csv
import io

import openpyxl
import pytest

from collector.acts.benefit import Told, tell
from collector.acts.tags import tag
from collector.entries import Idea, Progress, Role, State
from collector.jobs import refresh
from collector.pages import live
from collector.store import benefits
from tests.standing.corpus import CORPUS
from tests.web.desk.staff import let_in
from tests.web.gardens import NOW

SAID = {
    "kind": "architectural",
    "goal": "12",
    "value": "1 250,50",
    "value_unit": "€",
    "cost": "400",
    "cost_unit": "€",
    "learnt": "Bake on Tuesdays.",
}
PRESS = "Keep what it brings"


@pytest.fixture
def shown(keep) -> Idea:
    return keep("Rye", state=State.APPROVED, progress=Progress.DONE, progressed=NOW)


def page_of(person, idea):
    return person.gets(f"/desk/entries/{idea.ref}")


def public(app, idea) -> str:
    context = app.extensions["garden"]
    standing = live(context.garden)
    refresh(context.garden, context.store, standing.briefs["bread"], NOW)
    return standing.path(f"challenges/bread/ideas/{idea.ref}/index.html").read_text("utf-8")


def test_it_is_said_and_taken_back(moderator, store, shown):
    page = moderator.presses(page_of(moderator, shown), PRESS, **SAID)
    assert "What it brings is kept: “Rye”" in page.text
    assert benefits.latest(store, shown.ref).worth.unit == "€"
    page = moderator.presses(page, "Undo")
    assert not benefits.latest(store, shown.ref).told


def test_on_the_site_stands_what_was_ticked_and_nothing_else(app, owner, shown):
    owner.presses(page_of(owner, shown), PRESS, **SAID, shown=["value", "goal"])
    page = public(app, shown)
    assert "1\u202f250.50\u00a0€" in page
    assert "12 · Responsible consumption" in page
    assert not any(each in page for each in ("Architectural", "400", "Tuesdays"))
    owner.presses(page_of(owner, shown), PRESS, **SAID)
    assert "250.50" not in public(app, shown)


def test_what_does_not_read_stands_again_with_what_is_wrong(owner, store, shown):
    page = owner.presses(page_of(owner, shown), PRESS, **{**SAID, "value": "1.250"})
    assert page.status == 422
    assert page.parsed.css_first("#benefit-value").attributes["value"] == "1.250"
    assert page.parsed.css_first("#benefit-learnt").text().strip() == SAID["learnt"]
    assert page.parsed.css_first(".ig-summary a[href='#benefit-value']")
    assert benefits.latest(store, shown.ref) is None


def test_of_two_who_say_it_at_once_the_second_keeps_what_was_typed(owner, store, shown):
    page = page_of(owner, shown)
    tell(store, shown.ref, Told({"kind": "disruptive"}), "ben", NOW)
    answer = owner.presses(page, PRESS, **SAID)
    assert answer.status == 409
    assert answer.parsed.css_first("#benefit-value").attributes["value"] == "1 250,50"
    answer = owner.presses(answer, PRESS, **SAID)
    assert benefits.latest(store, shown.ref).kind == "architectural"


def test_words_stay_words_wherever_they_are_read(app, owner, visitor, shown):
    for unit in CORPUS[:9]:
        words = {"learnt": "\n".join(CORPUS), "value_unit": unit}
        owner.presses(page_of(owner, shown), PRESS, **SAID | words, shown=["learnt", "value"])
        public(app, shown)
        pages = [
            page_of(owner, shown),
            owner.gets("/desk/portfolio/"),
            visitor.gets(f"/challenges/bread/ideas/{shown.ref}/"),
        ]
        for page in pages:
            assert not page.parsed.css("x-evil, [onxevil]")
            assert "1337" not in page.text


def test_the_portfolio_is_in_the_menu_once_something_is_said(owner, store, shown):
    assert "Portfolio" not in owner.gets("/desk/").text
    tell(store, shown.ref, Told(SAID), "ben", NOW)
    assert "Portfolio" in owner.gets("/desk/").text


def test_the_portfolio_tells_each_number_with_what_it_is(owner, store, keep, shown):
    keep("Spelt", state=State.APPROVED)
    keep("Waits")
    tell(store, shown.ref, Told(SAID), "ben", NOW)
    tag(store, shown.ref, ["Warm"], "ben", NOW)
    page = owner.gets("/desk/portfolio/")
    numbers = [each.text(strip=True) for each in page.parsed.css(".ig-desk-number__value")]
    assert numbers == ["2", "1", "1\u202f250.50\u00a0€", "400\u00a0€"]
    heads = [each.text(strip=True) for each in page.parsed.css("h3")]
    assert heads == [
        "By kind of innovation",
        "Kinds and where they stand",
        "By stage",
        "By theme",
        "By sustainability goal",
    ]


def test_the_tables_are_taken_home_in_each_format(owner, store, shown):
    tell(store, shown.ref, Told(SAID, ("value",)), "ben", NOW)
    answer = owner.client.get("/desk/portfolio/ideas.csv").data.decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(answer))
    told = {"kind": "architectural", "goal": "12", "value": "1250.5", "value_unit": "€"}
    assert row.items() >= {**told, "progressed": "2026-11-20", "shown": "value"}.items()
    book = openpyxl.load_workbook(io.BytesIO(owner.client.get("/desk/portfolio/numbers.xlsx").data))
    rows = [[cell.value for cell in line] for line in book.active.iter_rows()]
    assert [None, None, None, "value", "€", 1250.5] in [row[:6] for row in rows]
    assert owner.client.get("/desk/portfolio/ideas.ods").data.startswith(b"PK")


def test_rights_in_one_challenge_show_its_ideas_alone(app, owner, store, keep, shown):
    keep("Tasting", challenge="club", state=State.APPROVED)
    viewer = let_in(app, "cem", Role.VIEWER, "club")
    answer = viewer.client.get("/desk/portfolio/ideas.csv").data.decode()
    assert "Tasting" in answer
    assert "Rye" not in answer


def test_quarters_are_read_printed_and_taken_home(owner, store, shown):
    tell(store, shown.ref, Told(SAID), "ben", NOW)
    page = owner.gets("/desk/quarters/")
    assert page.parsed.css_first("tbody a").text() == "2026-Q4"
    page = owner.gets("/desk/quarters/2026-Q4/")
    heads = [each.text(strip=True) for each in page.parsed.css("section h2")]
    assert heads[:5] == [
        "What we asked",
        "What came",
        "What we did",
        "What it brought",
        "What we learnt",
    ]
    for words in ("so far, up to 20 November 2026", "1 250.50 €", "Tuesdays", "Rye"):
        assert words in page.text
    assert "ideagarden new 2026-Q4 --template report" in page.text
    assert "nothing came, and nothing was done" in owner.gets("/desk/quarters/2025-Q1/").text
    answer = owner.client.get("/desk/quarters/2026-Q4/numbers.csv").data.decode("utf-8-sig")
    rows = {each["measure"]: each for each in csv.DictReader(io.StringIO(answer))}
    assert (rows["done"]["value"], rows["value"]["value"]) == ("1", "1250.5")
    for wrong in ("2026-Q5", "autumn"):
        assert owner.gets(f"/desk/quarters/{wrong}/").status == 404
