"""The programme read from the store, and its numbers as files, on every engine."""

import csv
import io
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.answering import Answering
from collector.analysis.funnel import STEPS, Funnel
from collector.analysis.weeks import ACTS, Part, by_week
from collector.brief import Group, Shape, Voting, VotingKind
from collector.entries import (
    Ballot,
    Comparison,
    Idea,
    Progress,
    State,
    Vote,
    new_reference,
)
from collector.export import numbers
from collector.export.programme import OpenPromise, Programme, programme, together
from collector.published.kept import Kept
from collector.published.make import make
from collector.store import reads, writes
from tests.form.forms import form, question
from tests.kept import NOW, brief, idea, reply, response

FORM = form(question(Shape.TEXT, id="title", required=True))
POLL = form(question(Shape.TEXT, id="one"), name="poll")
GROUPS = (Group("suppliers", "Suppliers"), Group("staff", "Staff"))
BREAD = brief(
    FORM, groups=GROUPS, voting=Voting(VotingKind.APPROVE), answers_within=timedelta(days=7)
)
TODAY = NOW.date()


@pytest.fixture
def keep(store):
    def keep(title: str = "Rye", days: int = 0, **facts) -> Idea:
        facts = {"received": NOW - timedelta(days=days), **facts}
        kept = replace(idea(FORM, {"title": title}), **facts)
        writes.add(store, kept)
        return kept

    return keep


def vote(ref: str, voter: str, **facts) -> Vote:
    told = {
        "ref": new_reference(),
        "challenge": "bread",
        "round": "1",
        "idea": ref,
        "voter": voter,
        "value": "yes",
        "at": NOW,
    }
    return Vote(**{**told, **facts})


def part(told: Programme, which: Part) -> int:
    return told.total(which)


def test_everything_that_came_is_counted_once(store, keep):
    rye, oat = keep("Rye"), keep("Oat", progress=Progress.PLANNED)
    keep("Oats", merged=oat.ref, group="suppliers")
    keep("Pills", state=State.SPAM)
    for state in (State.APPROVED, State.WAITING, State.SPAM, State.UNFINISHED):
        writes.add(store, response(POLL, {"one": "x"}, state=state))
    for voter in ("ada", "ben"):
        writes.add(store, vote(rye.ref, voter))
    writes.add(store, vote(oat.ref, "eve", apart="no key"))
    told = programme(store, BREAD, {TODAY: 12, TODAY - timedelta(days=30): 5}, NOW)
    assert told.funnel == Funnel(seen=17, sent=3, voted=1, shortlisted=1, done=0)
    assert told.since == TODAY - timedelta(days=30)
    counted = {which: part(told, which) for which in Part}
    assert counted == {
        Part.IDEAS: 3,
        Part.ANSWERS: 2,
        Part.COMMENTS: 0,
        Part.VOTES: 2,
        Part.SEEN: 17,
    }


def test_a_ballot_and_a_comparison_are_votes_too(store, keep):
    rye, oat, bun, roll = (keep(title) for title in ("Rye", "Oat", "Bun", "Roll"))
    told = {"ref": "one", "challenge": "bread", "round": "1", "voter": "ada", "at": NOW}
    writes.add(store, Ballot(**told, choices=(rye.ref,)))
    writes.add(store, Comparison(**told, left=oat.ref, right=bun.ref, choice="left"))
    aside = {**told, "ref": "two", "voter": "eve", "apart": "no key"}
    writes.add(store, Ballot(**aside, choices=(roll.ref,)))
    found = programme(store, BREAD, None, NOW)
    assert found.funnel.voted == 3
    assert part(found, Part.VOTES) == 2
    assert found.funnel.seen is None


def test_what_few_of_a_group_did_is_hidden_and_cannot_be_made_up_for(store, keep):
    for number in range(9):
        keep(f"Rye {number}", group="suppliers" if number < 6 else "")
    keep("Oat", group="staff")
    rye = keep("Bun")
    for number in range(7):  # one supplier votes seven times over: that tells of one
        other = keep(f"Roll {number}")
        writes.add(store, vote(other.ref, "one", group="suppliers"))
    for number in range(5):
        writes.add(store, vote(rye.ref, f"staff {number}", group="staff"))
    told = {each.code: each.counts for each in programme(store, BREAD, None, NOW).groups}
    assert list(told) == ["suppliers", "staff", ""]
    assert told["staff"][Part.IDEAS] is None
    assert told["suppliers"][Part.VOTES] is None
    assert [each[Part.IDEAS] for each in told.values()].count(None) >= 2
    assert told["staff"][Part.VOTES] in (5, None)


def test_without_groups_nothing_is_told_by_group(store, keep):
    keep(group="suppliers")
    assert programme(store, replace(BREAD, groups=()), None, NOW).groups == ()


def test_answers_are_as_the_page_tells_the_promise(store, keep):
    soon, late = keep("Soon", 20), keep("Late", 20)
    keep("Overdue", 10)
    due = keep("Due", 2)
    keep("Waiting", 20, state=State.WAITING)
    keep("Sample", 20, source="sample")
    for about, days in ((soon, 18), (late, 1)):
        writes.add(store, reply(about.ref, "Yes.", at=NOW - timedelta(days=days)))
    told = programme(store, BREAD, None, NOW)
    assert told.answering == Answering((2, 19), 2, in_time=1, late=1, overdue=1, due=1)
    assert told.answering.median == 10.5
    assert [each.title for each in told.promises] == ["Overdue", "Due"]
    assert told.promises[1] == OpenPromise("bread", due.ref, "Due", TODAY + timedelta(days=5))
    kept = Kept(list(reads.ideas(store, "bread")), reads.replies(store, "bread"))
    published = make(BREAD, {}, {}, kept, {}, NOW).promise
    assert published is not None
    assert (published.in_time, published.late, published.overdue, published.due) == (1, 1, 1, 1)


def test_days_are_those_of_the_zone(store, keep):
    keep(received=NOW.replace(hour=23, minute=30))
    there = NOW.astimezone(ZoneInfo("Pacific/Auckland"))
    sunday = NOW.replace(day=22, hour=23)
    keep(received=sunday)
    told = programme(store, BREAD, None, there)
    assert [week.begins for week in told.weeks] == [date(2026, 11, 16), date(2026, 11, 23)]


def test_another_challenge_is_not_counted(store, keep):
    keep(challenge="cake")
    writes.add(store, vote("cake", "ada", challenge="cake"))
    assert programme(store, BREAD, None, NOW).funnel == Funnel(sent=0, voted=0)


COUNTS = st.integers(0, 30)
FUNNELS = st.builds(Funnel, st.none() | COUNTS, COUNTS, st.none() | COUNTS, COUNTS, COUNTS)
DAYS = st.dictionaries(st.dates(date(2026, 10, 1), date(2026, 11, 30)), COUNTS, max_size=4)
ANSWERINGS = st.builds(Answering, st.just((1, 2)), COUNTS, COUNTS, COUNTS, COUNTS, COUNTS)
PROGRAMMES = st.builds(
    Programme,
    FUNNELS,
    weeks=st.dictionaries(st.sampled_from(ACTS), DAYS).map(by_week),
    answering=ANSWERINGS,
)


def as_json(told):
    file = io.BytesIO()
    numbers.write_json(file, list(numbers.lines(told)), NOW, Path())
    return json.loads(file.getvalue())["numbers"]


def as_csv(told):
    file = io.BytesIO()
    numbers.write_csv(file, list(numbers.lines(told)), NOW, Path())
    return list(csv.DictReader(io.StringIO(file.getvalue().decode("utf-8-sig"))))


@given(st.dictionaries(st.sampled_from(["bread", "cake", "rye"]), PROGRAMMES))
def test_the_sums_in_a_file_are_those_of_the_page(told):
    page, rows = together(told.values()), as_json(told)
    single = [each for each in rows if each["challenge"]]
    for step in STEPS:
        values = [each["value"] for each in single if each["measure"] == step]
        known = [value for value in values if value is not None]
        assert (sum(known) if known else None) == (getattr(page.funnel, step) if told else None)
    for which in ACTS:
        of_weeks = [each for each in single if each["measure"] == which and each["week"]]
        assert sum(each["value"] for each in of_weeks) == page.total(which)
    if len(told) != 1:
        summed = {each["measure"]: each["value"] for each in rows if not each["challenge"]}
        assert summed["sent"] == page.funnel.sent
        assert summed["median_days"] == page.answering.median


@given(st.dictionaries(st.sampled_from(["bread", "cake"]), PROGRAMMES, max_size=2))
def test_csv_says_what_json_says(told):
    plain = [
        {name: "" if cell is None else str(cell) for name, cell in each.items()}
        for each in as_json(told)
    ]
    assert as_csv(told) == plain


def test_every_number_has_its_definition():
    told = as_json({"bread": Programme(weeks=by_week({Part.IDEAS: {TODAY: 3}}))})
    summed = [each for each in told if not each["week"]]
    assert all(each["definition"].endswith(".") for each in summed)
    assert len({each["definition"] for each in summed}) == len(summed)
