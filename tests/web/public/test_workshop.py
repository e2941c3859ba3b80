"""A workshop on its participants' phones: silent writing, the wall, and dots."""

import pytest
from flask import Flask

from collector.entries import Role, State
from collector.store import Store, reads, workshops
from tests.web.desk.staff import let_in
from tests.web.room import Leader, Participant


@pytest.fixture
def leader(app: Flask) -> Leader:
    leader = Leader(let_in(app, "ada", Role.OWNER))
    leader.opens(tables="4", dots="3")
    return leader


@pytest.fixture
def maja(app: Flask, leader: Leader) -> Participant:
    maja = Participant(app, leader.code)
    maja.joins(2)
    return maja


@pytest.fixture
def bert(app: Flask, leader: Leader) -> Participant:
    bert = Participant(app, leader.code)
    bert.joins(3)
    return bert


def test_twelve_people_write_read_group_and_vote(app: Flask, leader: Leader, store: Store) -> None:
    people = [Participant(app, leader.code) for _ in range(12)]
    for number, each in enumerate(people):
        assert "Step 1 of 6" in each.joins(number % 4 + 1).text
    leader.goes_on_to("Write silently")
    for number, each in enumerate(people):
        for turn in range(3):
            assert "Your idea is kept" in each.writes(f"Idea {number}-{turn}").text
    for number, each in enumerate(people):
        text = each.sees().text + each.live().text
        assert "Your ideas: 3" in text
        assert not [n for n in range(12) if n != number and f"Idea {n}-" in text]
    assert "12 people, 36 ideas" in leader.sees().text
    leader.goes_on_to("Read what is there")
    assert all(f"Idea {n}-{turn}" in people[0].sees().text for n in range(12) for turn in range(3))
    leader.goes_on_to("Give dots")
    refs = {each.answers["title"]: each.ref for each in reads.ideas(store, "bread")}
    for each in people:
        each.gives(refs["Idea 0-0"], 2)
        assert "0 of your 3 dots left" in each.gives(refs["Idea 5-1"], 1).text
    assert "24 dots" not in people[0].sees().text
    leader.goes_on_to("See what weighs most")
    titles = [each.text() for each in people[3].sees().parsed.css("#wall .ig-card")]
    assert "Idea 0-0" in titles[0]
    assert "24 dots" in titles[0]
    assert "12 dots" in titles[1]
    ideas = list(reads.ideas(store, "bread"))
    assert len(ideas) == 36
    assert {(each.source, each.state) for each in ideas} == {("workshop", State.WAITING)}
    assert {each.table for each in workshops.written(store, leader.workshop.ref)} == {1, 2, 3, 4}
