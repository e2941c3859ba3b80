"""A workshop is led, sat in and ended; on every engine."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from collector.acts import seat as seats
from collector.acts import tags, upkeep, visit
from collector.acts import workshop as acts
from collector.acts.seat import Sitting
from collector.acts.workshop import Plan
from collector.brief import Access, Act, Form, FormKind, Page, Question, Shape
from collector.entries import State, Step, Workshop
from collector.errors import Closed, Conflict, Forbidden, Invalid, Refused, Unknown
from collector.form import define
from collector.garden import Garden, Settings
from collector.store import Store, reads, workshops
from collector.workshop import LASTS
from tests.kept import brief as challenge

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
TITLE = Question("title", "Title", Shape.TEXT, required=True)
FORM = Form("idea", FormKind.IDEA, "Idea", pages=(Page((TITLE,)),))
BRIEF = challenge(FORM)
PLAN = Plan(form="idea", home="http://192.168.1.20:8000/", language="en", tables=4, dots=3)


@pytest.fixture
def workshop(store: Store) -> Workshop:
    return acts.begin(store, BRIEF, PLAN, "ada", NOW)


def goes_to(store: Store, workshop: Workshop, step: Step) -> Workshop:
    now = acts.known(store, workshop.ref)
    while now.step is not step:
        now = acts.lead(store, now.ref, now.revision, "next", NOW)
    return now


def sits(store: Store, workshop: Workshop, who: str = "maja", table: int = 1) -> Sitting:
    sitting = Sitting(workshop.ref, who)
    seats.sit(store, sitting, table, NOW)
    return sitting


def writes(store: Store, sitting: Sitting, title: str, number: str = "") -> str:
    code = f"{sitting.who} {number or title}"
    submission = visit.Submission(
        brief=BRIEF,
        form=FORM,
        form_hash=define(FORM).hash,
        answers={"title": title},
        digest=title,
        code_hash=code,
        source="workshop",
        waits=True,
    )
    return seats.write(store, sitting, submission, number or title, NOW).about


def titles(store: Store) -> list[str]:
    return sorted(str(each.answers["title"]) for each in reads.ideas(store, "bread"))


def test_an_idea_is_written_once_waits_and_is_noted_with_its_table(
    store: Store, workshop: Workshop
) -> None:
    goes_to(store, workshop, Step.WRITE)
    maja = sits(store, workshop, table=3)
    ref = writes(store, maja, "Rye", "1")
    assert writes(store, maja, "Rye", "1") == ref
    [kept] = reads.ideas(store, "bread")
    assert (kept.ref, kept.state, kept.source) == (ref, State.WAITING, "workshop")
    [note] = workshops.written(store, workshop.ref)
    assert (note.idea, note.table, note.who) == (ref, 3, "maja")


def test_what_was_kept_is_known_again_after_writing_is_over(
    store: Store, workshop: Workshop
) -> None:
    goes_to(store, workshop, Step.WRITE)
    maja = sits(store, workshop)
    ref = writes(store, maja, "Rye", "1")
    goes_to(store, workshop, Step.VOTE)
    assert writes(store, maja, "Rye", "1") == ref
    with pytest.raises(Closed, match="workshop-written"):
        writes(store, maja, "Late")


def test_it_waits_though_the_challenge_shows_ideas_on_arrival(
    store: Store, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_to(store, workshop, Step.WRITE)
    monkeypatch.setitem(globals(), "BRIEF", replace(BRIEF, moderation="after"))
    writes(store, sits(store, workshop), "Rye")
    assert [each.state for each in reads.ideas(store, "bread")] == [State.WAITING]


def test_nobody_writes_or_votes_without_a_seat(store: Store, workshop: Workshop) -> None:
    goes_to(store, workshop, Step.VOTE)
    with pytest.raises(Forbidden):
        writes(store, Sitting(workshop.ref, "eve"), "Rye")
    with pytest.raises(Forbidden):
        seats.place(store, Sitting(workshop.ref, "eve"), "x", 1, NOW)


def test_a_seat_is_taken_once_and_may_move_to_another_table(
    store: Store, workshop: Workshop
) -> None:
    sits(store, workshop, table=1)
    sits(store, workshop, table=2)
    sits(store, workshop, table=99)
    assert [(each.who, each.table) for each in workshops.seats(store, workshop.ref)] == [
        ("maja", 0)
    ]


def test_a_room_that_is_full_takes_nobody_more(
    store: Store, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seats, "MOST_SEATS", 2)
    for who in ("a", "b", "a"):
        sits(store, workshop, who)
    with pytest.raises(Conflict, match="workshop-full"):
        sits(store, workshop, "c")


def test_a_seat_writes_so_many_ideas_and_no_more(
    store: Store, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seats, "MOST_IDEAS", 1)
    goes_to(store, workshop, Step.WRITE)
    maja = sits(store, workshop)
    writes(store, maja, "Rye")
    with pytest.raises(Conflict, match="workshop-enough"):
        writes(store, maja, "Oats")


def test_dots_sent_twice_are_there_once_and_racing_ones_are_never_too_many(
    store: Store, workshop: Workshop
) -> None:
    goes_to(store, workshop, Step.WRITE)
    maja = sits(store, workshop)
    rye, oats = writes(store, maja, "Rye"), writes(store, maja, "Oats")
    goes_to(store, workshop, Step.VOTE)
    for _ in range(2):
        seats.place(store, maja, rye, 2, NOW)

    def lays(ref: str) -> bool:
        try:
            seats.place(store, maja, ref, 2, NOW)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lays, [oats, rye, oats, rye]))
    [seat] = workshops.seats(store, workshop.ref)
    assert sorted(seat.dots) == [rye, rye]
    seats.place(store, maja, rye, 0, NOW)
    assert sorted(seats.place(store, maja, oats, 3, NOW).dots) == [oats] * 3


def test_of_two_who_lead_at_once_the_second_is_told(store: Store, workshop: Workshop) -> None:
    seen = workshop.revision
    acts.lead(store, workshop.ref, seen, "next", NOW)
    with pytest.raises(Conflict, match="workshop-changed"):
        acts.lead(store, workshop.ref, seen, "next", NOW)
    assert acts.known(store, workshop.ref).step is Step.WRITE


def test_two_who_group_at_once_undo_nothing_of_each_other(store: Store, workshop: Workshop) -> None:
    goes_to(store, workshop, Step.WRITE)
    maja = sits(store, workshop)
    rye, oats = writes(store, maja, "Rye"), writes(store, maja, "Oats")
    now = goes_to(store, workshop, Step.CLUSTER)
    now = acts.add_heading(store, now.ref, now.revision, "  Grain ", NOW)
    seen = {rye: 1, oats: 1}

    def groups(wanted: Mapping[str, str], by: str) -> int:
        return acts.group(store, workshop.ref, wanted, seen, by, NOW)

    assert groups({rye: "Grain"}, "ada") == 1
    assert groups({oats: "Grain"}, "ben") == 1
    with pytest.raises(Conflict, match="entry-changed"):
        groups({rye: "", oats: "Grain"}, "ben")
    assert {each.ref: each.tags for each in reads.ideas(store, "bread")} == {
        rye: ("Grain",),
        oats: ("Grain",),
    }


def test_another_heading_takes_the_place_of_the_first_and_other_tags_stay(
    store: Store, workshop: Workshop
) -> None:
    goes_to(store, workshop, Step.WRITE)
    ref = writes(store, sits(store, workshop), "Rye")
    tags.tag(store, ref, ["Own"], "ada", NOW)
    for heading in ("Grain", "Seed"):
        now = acts.known(store, workshop.ref)
        acts.add_heading(store, workshop.ref, now.revision, heading, NOW)
        acts.group(store, workshop.ref, {ref: heading}, {}, "ada", NOW)
    assert [each.tags for each in reads.ideas(store, "bread")] == [("Own", "Seed")]


def test_a_heading_is_some_words_and_stands_once(store: Store, workshop: Workshop) -> None:
    now = acts.add_heading(store, workshop.ref, workshop.revision, "Grain", NOW)
    for heading in ("", "   ", "grain", "x" * 41, "bad\0"):
        with pytest.raises(Invalid):
            acts.add_heading(store, workshop.ref, now.revision, heading, NOW)


def test_what_is_hidden_is_off_the_wall_and_may_come_back(store: Store, workshop: Workshop) -> None:
    goes_to(store, workshop, Step.WRITE)
    ref = writes(store, sits(store, workshop), "Rye")
    acts.hide(store, workshop.ref, ref, {ref: 1}, "ada", NOW)
    assert [each.state for each in workshops.ideas(store, workshop.ref)] == [State.REJECTED]
    with pytest.raises(Conflict):
        acts.hide(store, workshop.ref, ref, {ref: 1}, "ben", NOW)
    acts.hide(store, workshop.ref, ref, {ref: 2}, "ada", NOW)
    assert [each.state for each in workshops.ideas(store, workshop.ref)] == [State.WAITING]
    with pytest.raises(Unknown):
        acts.hide(store, workshop.ref, "other", {}, "ada", NOW)


def test_once_it_is_over_nothing_ties_ideas_and_dots_to_a_browser(
    store: Store, workshop: Workshop
) -> None:
    goes_to(store, workshop, Step.WRITE)
    maja, bert = sits(store, workshop, "maja"), sits(store, workshop, "bert")
    rye = writes(store, maja, "Rye")
    now = goes_to(store, workshop, Step.VOTE)
    for each in (maja, bert):
        seats.place(store, each, rye, 2, NOW)
    over = acts.end(store, now.ref, now.revision, NOW)
    kept = workshops.seats(store, workshop.ref)
    assert [each.dots for each in kept] == [(rye, rye)] * 2
    assert {"maja", "bert"} & {each.who for each in kept} == set()
    assert [(each.who, each.submission) for each in workshops.written(store, over.ref)] == [
        ("", "")
    ]
    with pytest.raises(Closed):
        sits(store, workshop, "late")
    with pytest.raises(Closed):
        acts.lead(store, over.ref, over.revision, "next", NOW)


def test_one_that_nobody_ended_is_ended_for_them(store: Store, workshop: Workshop) -> None:
    sits(store, workshop)
    assert acts.end_forgotten(store, NOW + LASTS) == 0
    goes_to(store, workshop, Step.WRITE)
    assert acts.end_forgotten(store, NOW + LASTS - timedelta(seconds=1)) == 0
    assert acts.end_forgotten(store, NOW + LASTS) == 1
    assert acts.known(store, workshop.ref).ended
    assert [each.who for each in workshops.seats(store, workshop.ref)] != ["maja"]


def test_an_erased_idea_was_written_nowhere_and_no_dot_lies_on_it(
    store: Store, workshop: Workshop, tmp_path: Path
) -> None:
    goes_to(store, workshop, Step.WRITE)
    maja = sits(store, workshop)
    rye, oats = writes(store, maja, "Rye"), writes(store, maja, "Oats")
    goes_to(store, workshop, Step.VOTE)
    seats.place(store, maja, rye, 2, NOW)
    seats.place(store, maja, oats, 1, NOW)
    upkeep.erase(Garden(tmp_path, Settings()), store, rye, "ada", NOW)
    assert [each.dots for each in workshops.seats(store, workshop.ref)] == [(oats,)]
    assert [each.idea for each in workshops.written(store, workshop.ref)] == [oats]


def test_one_that_is_over_is_removed_with_its_dots_and_its_ideas_stay(
    store: Store, workshop: Workshop
) -> None:
    now = goes_to(store, workshop, Step.WRITE)
    writes(store, sits(store, workshop), "Rye")
    with pytest.raises(Conflict):
        acts.remove(store, now.ref, now.revision)
    over = acts.end(store, now.ref, now.revision, NOW)
    acts.remove(store, over.ref, over.revision)
    assert workshops.find(store, over.ref) is None
    assert [*store.table("seats")] == [*store.table("written")] == []
    assert titles(store) == ["Rye"]


def test_a_plan_with_faults_names_each_of_them(store: Store) -> None:
    plan = replace(PLAN, form="x", home="localhost:8000", tables=0, dots=None, minutes={"vote": 0})
    with pytest.raises(Invalid) as error:
        acts.begin(store, BRIEF, plan, "ada", NOW)
    assert set(error.value.problems) == {"form", "home", "tables", "dots", "minutes-vote"}
    with pytest.raises(Refused, match="workshop-no-form"):
        acts.begin(store, challenge(), PLAN, "ada", NOW)


def test_an_address_that_leads_nowhere_is_refused(store: Store) -> None:
    for home in ("", "bakery", "ftp://x", "http://", "http://a b", "http://x:99999", "http://[::"):
        with pytest.raises(Invalid):
            acts.begin(store, BRIEF, replace(PLAN, home=home), "ada", NOW)


def test_all_on_the_wall_that_waits_is_approved_at_once(store: Store, workshop: Workshop) -> None:
    goes_to(store, workshop, Step.WRITE)
    maja = sits(store, workshop)
    rye, oats = writes(store, maja, "Rye"), writes(store, maja, "Oats")
    acts.hide(store, workshop.ref, oats, {}, "ada", NOW)
    unseen = writes(store, maja, "Late")
    done = acts.approve(store, workshop.ref, {rye: 1, oats: 2}, "ada", NOW)
    assert [each.about for each in done] == [rye]
    states = {each.ref: each.state for each in reads.ideas(store, "bread")}
    assert states == {rye: State.APPROVED, oats: State.REJECTED, unseen: State.WAITING}


def test_its_code_lets_people_write_where_others_need_one_and_the_end_holds_for_all(
    store: Store, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_to(store, workshop, Step.WRITE)
    maja = sits(store, workshop)
    closed = replace(BRIEF, access={Act.SUBMIT: Access.INVITE})
    monkeypatch.setitem(globals(), "BRIEF", closed)
    writes(store, maja, "Rye")
    monkeypatch.setitem(globals(), "BRIEF", replace(closed, closes=NOW))
    with pytest.raises(Closed):
        writes(store, maja, "Oats")
    assert titles(store) == ["Rye"]
