"""What groups did is published only where a participant map tells of it, and never exactly."""

from dataclasses import replace

import pytest

from collector import published
from collector.brief import Group, SeenBy
from collector.jobs import publish_all
from collector.store import writes
from tests.jobs.test_publish import BRIEF, SURVEY, garden, store
from tests.kept import NOW, response
from tests.models.test_participants import MAP

__all__ = ["garden", "store"]

INVITED = replace(BRIEF, groups=(Group("staff", "Staff"), Group("suppliers", "Suppliers")))


@pytest.fixture
def answered(store):
    for group, count in (("staff", 7), ("suppliers", 3), ("", 40)):
        for _ in range(count):
            writes.add(store, response(SURVEY, {"one": "bern"}, group=group))


def told(garden, store, brief=INVITED):
    publish_all(garden, store, {brief.slug: brief}, NOW)
    return published.read(garden.published / "bread.json").engagement


def write(garden, text=MAP):
    path = garden.own_pages / "people.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_without_a_map_nothing_is_told_of_groups(garden, store, answered):
    assert told(garden, store) == {}


def test_with_one_what_reached_five_is_told_in_fives(garden, store, answered):
    write(garden)
    assert told(garden, store)["suppliers"] == {}
    assert told(garden, store)["staff"].get("answers", 5) == 5


def test_of_a_challenge_that_not_everybody_sees_nothing_is_told(garden, store, answered):
    write(garden)
    for seen_by in (SeenBy.LINK, SeenBy.INVITED):
        assert told(garden, store, replace(INVITED, seen_by=seen_by)) == {}


def test_a_map_of_another_challenge_tells_nothing_of_this_one(garden, store, answered):
    write(garden, MAP.replace("kind: participants", "kind: participants\nchallenges: cake"))
    assert told(garden, store) == {}
