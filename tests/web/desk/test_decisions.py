"""The decision log: filtered, page by page, for one's own challenges, and without names for all."""

import csv
import io
import json
from datetime import timedelta

import pytest

from collector.acts import desk
from collector.entries import Decision, Reason, Role, State, new_reference
from collector.moderation import Move
from collector.store import writes
from collector.web.desk.decisions import MOST
from tests.web.desk.staff import let_in
from tests.web.gardens import NOW

PATH = "/desk/decisions/"


@pytest.fixture
def decide(store):
    def decide(idea, move=Move.APPROVE, by="ada", now=NOW, **more):
        return desk.decide(store, move, [idea.ref], by, now, **more)[0]

    return decide


def listed(page):
    return [
        " ".join(each.text().split()) for each in page.parsed.css(".ig-desk-signs .ig-desk-sign")
    ]


def test_the_newest_comes_first_with_its_reason_and_its_entry(owner, keep, decide):
    rye, cake = keep("Rye"), keep("Cake")
    decide(rye)
    decide(cake, Move.REJECT, now=NOW + timedelta(hours=1), reason=Reason.OFF_TOPIC)
    page = owner.gets(PATH)
    first, second = listed(page)
    assert "ada rejected it (off topic)" in first.lower()
    assert "ada approved it" in second
    assert f'href="/desk/entries/{cake.ref}"' in page.html


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("move=reject", 1),
        ("by=ben", 1),
        ("challenge=packaging", 1),
        ("from=2026-11-21", 1),
        ("until=2026-11-20", 2),
        ("move=approve&by=ada&challenge=bread", 1),
        ("by=nobody", 0),
        ("challenge=&move=&by=&from=&until=", 3),
    ],
)
def test_only_some_are_looked_for(owner, keep, decide, query, count):
    decide(keep("Rye"))
    decide(keep("Lids", challenge="packaging"), by="ben")
    decide(keep("Cake"), Move.REJECT, now=NOW + timedelta(days=1))
    assert len(listed(owner.gets(f"{PATH}?{query}"))) == count


def test_a_day_that_is_none_is_told(owner):
    page = owner.gets(f"{PATH}?from=tomorrow")
    assert page.status == 400
    assert "tomorrow" in page.text


def test_pages_follow_each_other_while_others_decide(owner, store, keep):
    idea = keep("Rye")
    for number in range(MOST + 10):
        at = NOW + timedelta(minutes=number)
        one = Decision.on(idea, "reject", State.REJECTED, f"by{number}", at)
        writes.add(store, one)
    page = owner.gets(PATH)
    link = page.parsed.css_first("a[href*='from-ref']").attributes["href"]
    writes.add(store, Decision.on(idea, "spam", State.SPAM, "late", NOW + timedelta(days=1)))
    following = owner.gets(link)
    assert len(listed(page)) == MOST
    assert len(listed(following)) == 10
    assert not set(listed(page)) & set(listed(following))


def test_rights_in_one_challenge_show_its_decisions_alone(app, owner, keep, decide):
    decide(keep("Rye"))
    decide(keep("Lids", challenge="packaging"), Move.SPAM)
    eve = let_in(app, "eve", Role.VIEWER, "packaging")
    [one] = listed(eve.gets(PATH))
    assert "spam" in one
    assert listed(eve.gets(f"{PATH}?challenge=bread")) == []


def test_the_public_log_names_nobody_and_no_entry(app, owner, moderator, keep, decide, store):
    rye, cake = keep("Secret rye"), keep("Cake")
    decide(rye, by="ada")
    decide(cake, Move.REJECT, by="ben", reason=Reason.UNKIND)
    decide(cake, Move.SPAM, by="gone")
    merged = Decision(
        ref=new_reference(),
        about=cake.ref,
        challenge="bread",
        move="merge",
        before="",
        after=rye.ref,
        by="command line",
        at=NOW,
    )
    writes.add(store, merged)
    told = owner.gets("/desk/challenges/bread/decisions.csv").response
    assert "attachment; filename=bread-decisions.csv" in told.headers["Content-Disposition"]
    text = told.data.decode()
    for secret in (rye.ref, cake.ref, "Secret", "ada", "ben", "gone"):
        assert secret not in text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {(each["move"], each["role"]) for each in rows} == {
        ("approve", "owner"),
        ("reject", "moderator"),
        ("spam", "former"),
        ("merge", "command line"),
    }
    assert {each["entry"] for each in rows} == {"idea"}
    [reject] = [each for each in rows if each["move"] == "reject"]
    assert reject == {
        "day": "2026-11-20",
        "entry": "idea",
        "move": "reject",
        "before": "waiting",
        "after": "rejected",
        "reason": "unkind",
        "role": "moderator",
        "undoes": "0",
    }
    objects = json.loads(owner.gets("/desk/challenges/bread/decisions.json").response.data)
    assert [each["move"] for each in objects] == [each["move"] for each in rows]
