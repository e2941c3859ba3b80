"""What the owner's rules name is shown beside what waits, and stands first; nothing is decided."""

from datetime import timedelta

import pytest

from collector.entries import Event, State
from collector.garden import Garden
from collector.store import outbox, reads
from tests.web.desk.staff import titles
from tests.web.gardens import BREAD, NOW, copy

RULES = """---
screening:
- mentions allerg*, "nut free": tell staff
- mentions closing time: first
- mentions refund: flag
"""
TONE = """
### What is it? {#tone}
- (concern) A concern
- (suggestion) A suggestion
- (praise) Praise

## A quick question"""


@pytest.fixture
def garden(planted: Garden, tmp_path) -> Garden:
    """The live build's brief has rules and a tone; the garden's settings another rule."""
    garden = copy(planted, tmp_path / "garden")
    file = garden.file
    text = file.read_text("utf-8")
    file.unlink()
    file.write_text('screening = ["mentions police: tell staff"]\n' + text, "utf-8")
    brief = garden.live / "briefs" / "bread.md"
    brief.unlink()
    ruled = BREAD.replace("---\n", RULES, 1).replace("\n## A quick question", TONE, 1)
    brief.write_text(ruled, "utf-8")
    return Garden.find(garden.root)


def flags(page) -> list[str]:
    return [each.text().strip() for each in page.parsed.css(".ig-desk-card .ig-desk-flag")]


@pytest.fixture
def three(keep) -> None:
    keep("Oats", received=NOW - timedelta(days=3))
    keep("My refund", received=NOW - timedelta(days=2))
    keep("Later", answers={"text": "Before closing-time?"}, received=NOW - timedelta(days=1))
    keep("Nuts", answers={"text": "I am ALLERGIC, call the police", "role_other": "nut-free"})


def test_it_is_flagged_and_what_comes_first_stands_first(owner, three) -> None:
    page = owner.gets("/desk/queue/")
    assert titles(page) == ["Later", "Nuts", "Oats", "My refund"]
    assert flags(page) == [
        "Your rule: mentions “closing time”",
        "Your rule: mentions “police”, “allerg*”",
        "Your rule: mentions “refund”",
    ]


def test_lists_are_narrowed_to_it(owner, three) -> None:
    assert titles(owner.gets("/desk/queue/?screened=yes&order=oldest")) == [
        "My refund",
        "Later",
        "Nuts",
    ]
    assert titles(owner.gets("/desk/queue/?screened=no")) == ["Oats"]


def test_this_week_tells_of_it_by_itself(owner, three) -> None:
    page = owner.gets("/desk/")
    assert "3 that mention what your rules name" in page.text
    assert "1 entry to read" in page.text


def test_nothing_is_decided(owner, three, store) -> None:
    owner.gets("/desk/queue/")
    assert {each.state for each in reads.ideas(store, "bread")} == {State.WAITING}


def test_the_codes_of_choices_are_not_looked_through(owner, keep) -> None:
    keep("Rye", answers={"role": "allergic"})
    assert flags(owner.gets("/desk/queue/")) == []


def test_a_tone_narrows_lists_and_is_counted(owner, keep) -> None:
    for title, tone in (("Dust", "concern"), ("Rye", "suggestion"), ("Thanks", "praise")):
        keep(title, answers={"tone": tone}, state=State.APPROVED)
    keep("Flies", answers={"tone": "concern"}, state=State.APPROVED)
    page = owner.gets("/desk/challenges/bread/approved/?tone=concern")
    assert titles(page) == ["Dust", "Flies"]
    told = owner.gets("/desk/challenges/bread/themes").parsed.css("#tones + ul li")
    assert [each.text().strip() for each in told] == ["Concerns: 2", "Suggestions: 1", "Praise: 1"]


def test_what_arrives_at_the_public_address_is_told_to_staff_and_waits(visitor, store) -> None:
    visitor.sends({"title": "Police", "text": "They were at the door", "role": "customer"})
    visitor.sends({"title": "Rye", "text": "With seeds", "role": "customer"})
    (idea,) = (each for each in reads.ideas(store, "bread") if each.answers["title"] == "Police")
    told = [each.about for each in outbox.notices(store) if each.event is Event.SCREENED]
    assert told == [idea.ref]
    assert idea.state is State.WAITING
