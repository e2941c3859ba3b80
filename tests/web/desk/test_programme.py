"""The programme at the desk: its numbers with what they are, for one's own challenges, to take."""

import csv
import io
import json
from dataclasses import replace
from datetime import timedelta

import openpyxl
import pytest

from collector.acts import desk, progress
from collector.entries import Idea, Progress, Response, Role, State, Vote, new_reference
from collector.form import define
from collector.garden import CollectorSettings
from collector.jobs import refresh
from collector.pages import live
from collector.store import views, writes
from collector.web import create_app
from tests.web.desk.staff import let_in
from tests.web.gardens import NOW, copy, plant

PATH = "/desk/programme/"


def numbers(page):
    return {
        each.css_first("dt").text().strip(): (
            each.css_first(".ig-desk-number__value, .ig-desk-number__none").text().strip()
        )
        for each in page.parsed.css(".ig-desk-number")
    }


def table(page, around):
    rows = page.parsed.css(f"{around} tbody tr")
    return [[cell.text().strip() for cell in row.css("th, td")] for row in rows]


@pytest.fixture
def lively(store, keep):
    """Five ideas of bread, one of them spam, one planned, one answered after three days."""
    rye = keep("Rye", state=State.APPROVED, received=NOW - timedelta(days=10))
    keep("Cake", state=State.APPROVED, progress=Progress.PLANNED)
    keep("Bun", state=State.REJECTED)
    keep("Roll")
    keep("Pills", state=State.SPAM)
    desk.reply(store, rye.ref, "We will.", "ada", NOW - timedelta(days=7))
    views.add(store, {("bread", NOW.date()): 41, ("club", NOW.date()): 1})


def test_numbers_stand_with_what_they_are(owner, lively):
    page = owner.gets(f"{PATH}bread/")
    assert numbers(page) == {
        "Seen": "41",
        "Sent": "4",
        "Voted": "not counted",
        "Shortlisted": "1",
        "Done": "0",
        "Days to the first answer": "3",
        "Answered": "1",
        "Not answered yet": "1",
    }
    for words in ("only those marked as spam", "Nobody is told apart", "The median"):
        assert words in page.text


def test_the_whole_garden_is_the_sum_of_its_challenges(owner, lively, keep):
    keep("Tasting", challenge="club")
    page = owner.gets(PATH)
    assert numbers(page)["Sent"] == "5"
    assert numbers(page)["Seen"] == "42"
    rows = table(page, ".ig-desk-compact")
    assert [row[:3] for row in rows if row[1] != "0"] == [
        ["What should we bake next?", "41", "4"],
        ["Join the tasting", "1", "1"],
    ]


def test_rights_in_one_challenge_show_its_numbers_alone(app, owner, lively, keep):
    keep("Tasting", challenge="club")
    eve = let_in(app, "eve", Role.VIEWER, "club")
    assert numbers(eve.gets(PATH))["Sent"] == "1"
    assert eve.gets(f"{PATH}bread/").status == 404
    told = eve.gets(f"{PATH}numbers.csv").response.data.decode("utf-8-sig")
    assert {row["challenge"] for row in csv.DictReader(io.StringIO(told))} == {"club"}


def test_jurors_see_none_of_it(app, owner, lively):
    juror = let_in(app, "dora", Role.JUROR)
    assert juror.gets(PATH).status == 403
    assert PATH not in juror.gets("/desk/").html


def test_all_files_say_the_same_as_the_page(owner, lively):
    page = numbers(owner.gets(f"{PATH}bread/"))
    answers = {
        suffix: owner.gets(f"{PATH}bread/numbers.{suffix}").response
        for suffix in ("csv", "json", "xlsx")
    }
    rows = list(csv.reader(io.StringIO(answers["csv"].data.decode("utf-8-sig"))))
    told = {row[1]: row[4] for row in rows[1:] if not row[2] and not row[3]}
    assert (told["seen"], told["sent"], told["median_days"]) == ("41", "4", "3")
    assert (page["Seen"], page["Sent"]) == ("41", "4")
    assert told["voted"] == ""
    objects = json.loads(answers["json"].data)["numbers"]
    sheet = openpyxl.load_workbook(io.BytesIO(answers["xlsx"].data)).active
    cells = [
        ["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)
    ]
    plain = [["" if cell is None else cell for cell in each.values()] for each in objects]
    assert cells[1:] == plain
    assert [list(map(str, row)) for row in plain] == rows[1:]
    name = answers["csv"].headers["Content-Disposition"]
    assert "bread-programme.csv" in name


def test_a_decision_once_counts_as_shortlisted_until_it_is_taken_back(owner, store, keep):
    rye = keep("Rye", state=State.APPROVED)
    progress.progress(store, Progress.UNDER_REVIEW, [rye.ref], "ada", NOW)
    progress.progress(store, Progress.DECLINED, [rye.ref], "ada", NOW)
    assert numbers(owner.gets(f"{PATH}bread/"))["Shortlisted"] == "1"


def test_a_day_of_silence_and_a_garden_without_entries(owner):
    page = owner.gets(PATH)
    assert numbers(page)["Sent"] == "0"
    assert "Nothing has come in yet." in page.text
    assert owner.gets(f"{PATH}nothing/").status == 404
    assert owner.gets(f"{PATH}bread/numbers.pdf").status == 404


PROMISED = """\
---
closes: never
voting: approve
answers within: 7 days
groups: suppliers, staff
---

# What goes on the cake?

Tell us.

## Your idea {.idea}

### A name * {#title}
____ (3–80 characters)
"""


@pytest.fixture(scope="module")
def promised_garden(tmp_path_factory):
    return plant(tmp_path_factory.mktemp("promised") / "garden", {"cake": PROMISED})


@pytest.fixture
def promised(promised_garden, tmp_path, clock):
    """The desk of a garden whose challenge `cake` promises answers, with ideas of groups."""
    garden = copy(promised_garden, tmp_path / "promised")
    app = create_app(garden, clock=clock)
    store = app.extensions["garden"].store
    brief = live(garden).briefs["cake"]
    for number in range(8):
        idea = Idea(
            ref=new_reference(),
            challenge="cake",
            form="idea",
            form_hash=define(brief.forms[0]).hash,
            answers={"title": f"<b>Cream</b> {number}"},
            state=State.APPROVED,
            received=NOW - timedelta(days=2 * number),
            group="staff" if number == 7 else "suppliers",
        )
        writes.add(store, idea)
        if number == 3:
            one = {"ref": new_reference(), "challenge": "cake", "round": "1", "idea": idea.ref}
            writes.add(store, Vote(**one, voter="ada", value="yes", at=NOW))
    refresh(garden, store, brief, NOW)
    yield let_in(app, "ada", Role.OWNER)
    store.close()


def test_open_promises_lead_to_their_ideas_the_soonest_first_and_say_what_is_overdue(promised):
    page = promised.gets(f"{PATH}cake/")
    lines = [" ".join(each.text().split()) for each in page.parsed.css(".ig-desk-sign")]
    assert lines[0] == "<b>Cream</b> 7 · overdue: promised by 13 November 2026"
    assert lines[-1] == "<b>Cream</b> 0 · by 27 November 2026"
    assert len(lines) == 8
    assert numbers(page)["Answered in time"] == "0\N{NO-BREAK SPACE}%"
    assert "overdue: 4 · not answered, and still in time: 4" in page.text
    link = page.parsed.css_first(".ig-desk-sign a").attributes["href"]
    assert promised.gets(link).status == 200
    assert "Open promises" in promised.gets(PATH).text


def test_what_few_of_a_group_did_is_hidden_on_the_page_and_in_files(promised):
    page = promised.gets(f"{PATH}cake/")
    rows = table(page, "#groups ~ div")
    told = dict(zip(("suppliers", "staff", "Everybody else"), rows, strict=True))
    assert told["staff"][1] == "–"
    assert [row[1] for row in rows].count("–") >= 2
    csv_text = promised.gets(f"{PATH}cake/numbers.csv").response.data.decode("utf-8-sig")
    values = {
        row["group"]: row["value"]
        for row in csv.DictReader(io.StringIO(csv_text))
        if row["group"] and row["measure"] == "ideas"
    }
    assert values["staff"] == ""
    assert [values[code] or "–" for code in ("suppliers", "staff", "_none")] == [
        row[1] for row in rows
    ]


def test_answers_to_surveys_are_told_in_all_and_by_challenge(owner, store):
    for number in range(3):
        told = {"challenge": "bread", "form": "visit", "form_hash": "f", "answers": {}}
        kept = Response(ref=f"r{number}", **told, state=State.APPROVED, received=NOW)
        writes.add(store, kept)
    assert numbers(owner.gets(f"{PATH}bread/"))["Answers to surveys and polls"] == "3"
    assert "Comments" not in numbers(owner.gets(PATH))
    bread = table(owner.gets(PATH), ".ig-desk-compact")[0]
    assert (bread[0], bread[6]) == ("What should we bake next?", "3")


def test_the_first_by_votes_are_named(promised):
    page = promised.gets(f"{PATH}cake/")
    for name in ("top", "rising"):
        (line,) = page.parsed.css(f"#{name} ~ ol li")
        assert " ".join(line.text().split()) == "<b>Cream</b> 3 · votes: 1"
    assert numbers(page)["Voted"] == "1"


def test_where_the_site_stands_elsewhere_it_is_said_that_nobody_counts(garden, clock):
    elsewhere = replace(garden.settings, collector=CollectorSettings(url="https://c.example"))
    app = create_app(replace(garden, settings=elsewhere), clock=clock)
    owner = let_in(app, "ada", Role.OWNER)
    views.add(app.extensions["garden"].store, {("bread", NOW.date()): 3})
    for path in (PATH, f"{PATH}bread/"):
        page = owner.gets(path)
        assert numbers(page)["Seen"] == "not counted"
        assert "stands on another host" in page.text
    app.extensions["garden"].store.close()


def test_where_no_ideas_are_asked_for_nothing_is_said_of_them(tmp_path, clock):
    garden = plant(tmp_path / "asking", {"visit": SURVEY})
    app = create_app(garden, clock=clock)
    owner = let_in(app, "ada", Role.OWNER)
    page = owner.gets(f"{PATH}visit/")
    assert list(numbers(page)) == ["Seen"]
    assert "Days to the first answer" not in page.text
    app.extensions["garden"].store.close()


SURVEY = """\
---
closes: never
---

# Your visit

Tell us.

## Your visit {.survey #visit}

### How was it? * {#how}
(1) Bad … (5) Good
"""
