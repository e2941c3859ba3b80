"""A workshop's rules, alone: steps, the timer, the wall, dots."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector import workshop as rules
from collector.brief import Form, FormKind, Page, Question, Shape
from collector.entries import Idea, Seat, State, Step, Workshop
from collector.errors import Closed, Conflict
from tests.kept import NOW
from tests.kept import idea as sent

TITLE = Question("title", "Title", Shape.TEXT, required=True)
FORM = Form("idea", FormKind.IDEA, "Idea", pages=(Page((TITLE,)),))
SESSION = Workshop(
    ref="w",
    challenge="bread",
    form="idea",
    code="abcdef",
    home="http://192.168.1.20:8000",
    language="en",
    tables=4,
    dots=3,
    by="ada",
    made=NOW,
)


def at(step: Step, **more: object) -> Workshop:
    return replace(SESSION, step=step, began=NOW, **more)


def bread(ref: str, **more: object) -> Idea:
    return sent(FORM, {"title": ref}, ref=ref, state=State.WAITING, **more)


def seat(*dots: str) -> Seat:
    return Seat(ref="s", workshop="w", challenge="bread", who="x", table=1, at=NOW, dots=dots)


def allowed(check, workshop: Workshop) -> bool:
    try:
        check(workshop, NOW)
    except Closed:
        return False
    return True


def test_each_step_allows_what_the_table_says() -> None:
    writes = {step for step in Step if allowed(rules.ensure_writing, at(step))}
    votes = {step for step in Step if allowed(rules.ensure_voting, at(step))}
    assert writes == {Step.WRITE, Step.REVEAL, Step.CLUSTER}
    assert votes == {Step.VOTE}
    assert set(Step) - rules.REVEALED == {Step.GATHER, Step.WRITE}


@pytest.mark.parametrize("step", Step)
def test_nothing_is_sent_in_a_break_or_once_it_is_over(step: Step) -> None:
    for stopped in (
        at(step, paused=True),
        at(step, ended=NOW),
        replace(at(step), began=NOW - rules.LASTS),
    ):
        assert not allowed(rules.ensure_writing, stopped)
        assert not allowed(rules.ensure_voting, stopped)


def test_one_that_nobody_began_waits_for_its_day_and_one_that_began_ends_by_itself() -> None:
    assert not rules.is_over(SESSION, NOW + timedelta(days=300))
    began = rules.moved(SESSION, 1, NOW)
    assert not rules.is_over(began, NOW + rules.LASTS - timedelta(seconds=1))
    assert rules.is_over(began, NOW + rules.LASTS)


def test_there_is_no_step_beyond_the_first_and_the_last() -> None:
    for step, by in ((Step.GATHER, -1), (Step.RESULT, 1)):
        with pytest.raises(Conflict):
            rules.moved(at(step), by, NOW)


@given(st.lists(st.sampled_from(["next", "back", "start", "stop", "resume", "pause", "go on"])))
def test_whatever_is_pressed_the_timer_never_runs_in_a_break_and_never_gains(
    presses: list[str],
) -> None:
    workshop, now, most = SESSION, NOW, 0
    for press in presses:
        now += timedelta(seconds=7)
        before = rules.remaining(workshop, now)
        if press in ("next", "back"):
            if (press == "back") == (workshop.step is Step.GATHER):
                continue
            if press == "next" and workshop.step is Step.RESULT:
                continue
            workshop = rules.moved(workshop, 1 if press == "next" else -1, now)
        elif press == "start" and not workshop.paused:
            workshop, before = rules.started(workshop, 5, now), 300
        elif press == "stop":
            workshop = rules.stopped(workshop, now)
        elif press == "resume" and not workshop.paused:
            workshop = rules.resumed(workshop, now)
        elif press == "pause":
            workshop = rules.paused(workshop, now)
        elif press == "go on":
            workshop = rules.continued(workshop, now)
        most = max(most, before)
        assert rules.remaining(workshop, now) <= before
        assert not (workshop.paused and workshop.until)
        assert not (workshop.until and workshop.left)
    assert most <= 300


@pytest.mark.parametrize("minutes", [0, -1, 181])
def test_a_timer_runs_for_some_minutes_and_not_for_days(minutes: int) -> None:
    with pytest.raises(Conflict):
        rules.started(SESSION, minutes, NOW)


def test_the_wall_leaves_out_what_was_hidden_and_tells_merged_ideas_at_the_other() -> None:
    ideas = [
        bread("rye", tags=("Grain",)),
        bread("loaf", merged="rye"),
        replace(bread("gone"), state=State.REJECTED),
        replace(bread("mine"), state=State.APPROVED, merged="elsewhere"),
    ]
    grouped = replace(at(Step.VOTE), headings=("grain",))
    wall = rules.wall(grouped, ideas, [seat("rye", "loaf", "gone"), seat("mine")])
    assert [(each.idea.ref, each.heading, each.dots) for each in wall] == [
        ("rye", "grain", 2),
        ("mine", "", 1),
    ]
    assert [each.ref for each in wall[0].merged] == ["loaf"]


REFS = ("a", "b", "c")
WALL = {each: each for each in REFS}


@given(st.lists(st.tuples(st.sampled_from([*REFS, "gone"]), st.integers(-1, 5))))
def test_nobody_ever_lays_more_dots_than_they_have(placing: list[tuple[str, int]]) -> None:
    dots: tuple[str, ...] = ()
    plain: dict[str, int] = {}
    for ref, count in placing:
        others = sum(each for name, each in plain.items() if name != ref)
        if ref in WALL and count >= 0 and others + count <= 3:
            dots = rules.placed(dots, WALL, ref, count, 3)
            plain[ref] = count
        else:
            with pytest.raises(Conflict):
                rules.placed(dots, WALL, ref, count, 3)
        assert {each: dots.count(each) for each in REFS if each in dots} == {
            name: each for name, each in plain.items() if each
        }


def test_dots_on_what_left_the_wall_come_back_and_those_on_merged_ideas_move_along() -> None:
    assert rules.placed(("gone", "gone", "gone"), WALL, "a", 3, 3) == ("a", "a", "a")
    merged = {"a": "a", "b": "a", "c": "c"}
    assert rules.placed(("b", "c"), merged, "a", 2, 3) == ("c", "a", "a")
