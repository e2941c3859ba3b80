"""Phases across the nights when clocks are set, as visitors meet them: to the second, in Berlin.

25 October 2026    03:00 summer time becomes 02:00: the hour from two to three comes twice
28 March 2027      02:00 becomes 03:00 summer time: there is no hour from two to three
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from collector import brief
from collector.entries import State
from collector.garden import Garden
from collector.jobs import Runner, rebuild
from collector.store import Store, reads
from collector.web import create_app
from tests.gardens import lay_out
from tests.web.public.ballot_box import asks, clicks, suggest, votes
from tests.web.public.talk import Talk
from tests.web.visitor import Clock, Visitor

SETTINGS = 'name = "Corner Bakery"\ntimezone = "Europe/Berlin"\n'
BRIEF = """\
---
phases:
- Send: {send}, submit, comment, show ideas and counts
- Vote: {vote}, vote, show ideas and counts
voting: approve
moderation: after
objective: A bread for each day of the week
---

# What should we bake next?

Tell us.

## Your idea {{.idea}}

### A name * {{#title}}
____
"""
SECOND = timedelta(seconds=1)
AUTUMN = BRIEF.format(send="2026-10-24 to 2026-10-25", vote="2026-10-26 to 2026-10-31")
TWICE = BRIEF.format(send="2026-10-24 to 2026-10-25 02:30", vote="2026-10-25 03:00 to 2026-10-31")
SPRING = BRIEF.format(send="2027-03-27 to 2027-03-28", vote="2027-03-29 to 2027-04-02 18:00")
TURN = {
    # the day has 25 hours: its end is 23:00 UTC, not 22:00
    "a long day": (AUTUMN, datetime(2026, 10, 25, 23, tzinfo=UTC)),
    # the day has 23 hours: its end is 22:00 UTC, not 23:00
    "a short day": (SPRING, datetime(2027, 3, 28, 22, tzinfo=UTC)),
}


@pytest.fixture
def app(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Flask]:
    text, turn = TURN[request.param]
    garden = lay_out(tmp_path, {"bread": text}, SETTINGS)
    begun = turn - timedelta(hours=12)
    with Store.open(garden) as store:
        rebuild(garden, store, begun)
    app = create_app(garden, clock=Clock(begun))
    yield app
    app.extensions["garden"].store.close()


@pytest.fixture
def turn(app: Flask, request: pytest.FixtureRequest) -> datetime:
    assert app
    return TURN[request.node.callspec.params["app"]][1]


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor(app, app.extensions["garden"].clock)


def works(visitor: Visitor) -> None:
    """What the runner does by itself once the clock has moved on."""
    context = visitor.app.extensions["garden"]
    runner = Runner(context.garden, context.store, visitor.clock)
    runner.renew(visitor.clock.now)
    while runner.once():
        pass
    runner.limits.close()


both = pytest.mark.parametrize("app", TURN, indirect=True)


@both
def test_ideas_are_taken_up_to_the_last_second_of_the_day(
    visitor: Visitor, turn: datetime, store: Store
) -> None:
    visitor.clock.now = turn - 4 * SECOND
    visitor.sends({"title": "In the last second"})
    assert visitor.clock.now == turn - SECOND
    visitor.clock.now = turn
    late = visitor.asks({"title": "A second later"})
    assert late.status == 409
    assert "A second later" in late.text
    assert [each.answers["title"] for each in reads.ideas(store, "bread")] == ["In the last second"]


@both
def test_votes_are_taken_from_the_first_second_of_the_next(
    visitor: Visitor, turn: datetime
) -> None:
    ref = suggest(visitor, "bread", "Rye")
    works(visitor)
    visitor.clock.now = turn - SECOND
    early = asks(visitor, ref)
    assert early.status == 409
    day = "26 October 2026" if turn.year == 2026 else "29 March 2027"
    assert day in early.text
    script = clicks(visitor, ref)
    assert (script.status_code, script.json["error"]["reason"]) == (409, "vote-opens")
    visitor.clock.now = turn
    assert "Your vote is kept" in votes(visitor, ref).text


@both
def test_comments_end_with_the_same_second(visitor: Visitor, turn: datetime, store: Store) -> None:
    ref = suggest(visitor, "bread", "Rye")
    idea = reads.idea(store, ref)
    assert idea
    talk = Talk(visitor, store, idea)
    visitor.clock.now = turn - 4 * SECOND
    talk.sends(text="In the last second")
    visitor.clock.now = turn
    late = talk.asks(text="A second later")
    assert late.status == 409
    assert "A second later" in late.text
    (kept,) = talk.comments()
    assert kept.state is State.APPROVED


@both
def test_pages_turn_by_themselves_with_that_second(visitor: Visitor, turn: datetime) -> None:
    ref = suggest(visitor, "bread", "Rye")
    place = f"/challenges/bread/ideas/{ref}/"
    form = "form.ig-form"
    for moment, is_open in ((turn - SECOND, True), (turn, False)):
        visitor.clock.now = moment
        works(visitor)
        challenge = visitor.gets("/challenges/bread/", buffered=True).parsed
        assert bool(challenge.css(form)) is is_open
        own = visitor.gets(place, buffered=True).parsed
        assert bool(own.css("[data-ig-vote]")) is not is_open


def test_an_hour_that_comes_twice_is_used_to_its_end_and_one_that_never_comes_is_named(
    tmp_path: Path,
) -> None:
    garden = lay_out(tmp_path, {"bread": TWICE}, SETTINGS)
    first = phases(garden)[0]
    assert first.closes == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # the second half past two
    never = BRIEF.format(send="2027-03-27 to 2027-03-28 02:30", vote="2027-03-29 to 2027-04-02")
    reading = brief.read(garden.challenges / "bread.md", garden.settings, text=never)
    assert [each.reason for each in reading.findings] == ["brief-date-skipped"]


def test_phases_that_touch_in_the_hour_that_comes_twice_do_not_overlap(tmp_path: Path) -> None:
    touching = BRIEF.format(
        send="2026-10-24 to 2026-10-25 02:30", vote="2026-10-25 02:30 to 2026-10-31"
    )
    garden = lay_out(tmp_path, {"bread": touching}, SETTINGS)
    send, vote = phases(garden)
    assert send.closes == vote.opens


def phases(garden: Garden):
    reading = brief.read(garden.challenges / "bread.md", garden.settings)
    assert reading.brief, reading.findings
    return reading.brief.phases
