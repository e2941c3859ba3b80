"""Personal answers go when their time is over; the rest of the entry stays."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.acts import retention
from collector.brief import Form, Line, Option, Shape
from collector.brief.model import CONTACTS
from collector.entries import Entry, JobKind, Promise, Revision, State, tombstone
from collector.form import define, labels
from collector.form.columns import columns
from collector.garden import Settings
from collector.store import Store, reads, writes
from collector.store.engine import MEMORY
from tests.form.forms import form, question
from tests.form.strategies import forms
from tests.kept import NOW, idea, response

ASKED = form(
    question(Shape.TEXT, "title"),
    question(Shape.EMAIL),
    question(Shape.PHONE),
    question(Shape.ONE, "role", personal=True, options=(Option("other", "Other", own=True),)),
    question(Shape.LINES, "home", lines=(Line("street", "Street"), Line("mail", "", Shape.EMAIL))),
    question(Shape.LONG, "text"),
)
PERSONAL = {
    "email": "ann@example.org",
    "phone": "0171 234567",
    "role": "other",
    "role_other": "Walnut farmer",
    "home__street": "Mill Lane 3",
    "home__mail": "ann@example.org",
}
OTHERS = {"title": "Rye", "text": "Dark."}
ANSWERS = OTHERS | PERSONAL
DAYS = 30
CLOSES = NOW - timedelta(days=DAYS)


def keep(store: Store, entry: Entry, sent_with: Form = ASKED) -> Entry:
    writes.add(store, entry)
    define_for(store, sent_with)
    return entry


def define_for(store: Store, asked: Form, challenge: str = "bread") -> None:
    made = define(asked)
    writes.keep_definition(
        store, challenge, asked.name, made.hash, made.to_document(), labels(asked), "en"
    )


def promised(closes: datetime | None = CLOSES, days: int | None = DAYS) -> Promise:
    return Promise(challenge="bread", closes=closes, days=days)


def clear(store: Store, promise: Promise | None = None, now: datetime = NOW) -> int:
    """How many entries had held personal answers."""
    return sum(each.holding for each in retention.clear(store, promise or promised(), now))


def answers(store: Store, ref: str) -> dict[str, object]:
    kept = reads.entry(store, ref)
    assert kept is not None
    return dict(kept.answers)


@pytest.mark.parametrize("kind", [idea, response])
def test_personal_answers_go_and_the_others_stay(store: Store, kind) -> None:
    sent = keep(store, kind(ASKED, ANSWERS))
    assert clear(store) == 1
    kept = reads.entry(store, sent.ref)
    assert kept == replace(sent, answers=OTHERS, revision=2, cleared=NOW)


@pytest.mark.parametrize("state", [each for each in State if each is not State.ERASED])
def test_they_go_whatever_became_of_the_entry(store: Store, state: State) -> None:
    sent = keep(store, idea(ASKED, ANSWERS, state=state))
    clear(store)
    assert answers(store, sent.ref) == OTHERS


def test_they_go_from_what_an_entry_said_before_the_form_stopped_asking(store: Store) -> None:
    before = keep(store, idea(ASKED, ANSWERS))
    asks_no_more = form(question(Shape.TEXT, "title"), question(Shape.LONG, "text"))
    define_for(store, asks_no_more)
    writes.add(store, Revision.of(before))
    now = replace(before, answers=OTHERS, form_hash=define(asks_no_more).hash)
    writes.replace(store, now, before.revision)
    clear(store)
    assert "ann@example.org" not in str(store.table("revisions").all())


def test_of_them_no_word_is_left_in_any_table(store: Store) -> None:
    keep(store, idea(ASKED, ANSWERS))
    clear(store)
    everything = str([store.table(name).all() for name in store.tables()])
    assert not [each for each in PERSONAL.values() if each in everything and each != "other"]


def test_what_is_personal_is_what_the_form_said_when_it_was_sent(store: Store) -> None:
    older = form(question(Shape.TEXT, "title"), question(Shape.TEXT, "name", personal=True))
    newer = form(question(Shape.TEXT, "title"), question(Shape.TEXT, "name"))
    before = keep(store, idea(older, {"title": "Rye", "name": "Ann"}), older)
    after = keep(store, idea(newer, {"title": "Spelt", "name": "Bo"}), newer)
    clear(store)
    assert answers(store, before.ref) == {"title": "Rye"}
    assert answers(store, after.ref) == {"title": "Spelt", "name": "Bo"}


class TestTime:
    def test_it_begins_with_the_end_of_the_challenge(self, store: Store) -> None:
        sent = keep(store, idea(ASKED, ANSWERS, received=NOW - timedelta(days=400)))
        assert clear(store, promised(CLOSES + timedelta(seconds=1))) == 0
        assert clear(store, promised(CLOSES)) == 1
        assert answers(store, sent.ref) == OTHERS

    def test_without_an_end_it_begins_when_they_came(self, store: Store) -> None:
        due = keep(store, idea(ASKED, ANSWERS, received=CLOSES))
        not_yet = keep(store, idea(ASKED, ANSWERS, received=CLOSES + timedelta(seconds=1)))
        assert clear(store, promised(None)) == 1
        assert answers(store, due.ref) == OTHERS
        assert answers(store, not_yet.ref) == ANSWERS

    def test_a_challenge_that_is_still_open_keeps_them(self, store: Store) -> None:
        keep(store, idea(ASKED, ANSWERS, received=NOW - timedelta(days=400)))
        assert clear(store, promised(NOW + timedelta(days=1))) == 0

    def test_never_is_never(self, store: Store) -> None:
        keep(store, idea(ASKED, ANSWERS, received=NOW - timedelta(days=40_000)))
        assert clear(store, promised(CLOSES, None)) == 0
        assert clear(store, promised(None, None)) == 0

    def test_what_came_after_it_was_opened_again_waits_for_the_new_end(self, store: Store) -> None:
        keep(store, idea(ASKED, ANSWERS))
        clear(store)
        late = keep(store, idea(ASKED, ANSWERS, received=NOW))
        assert clear(store, promised(NOW + timedelta(days=7))) == 0
        assert clear(store, promised(NOW), NOW + timedelta(days=DAYS)) == 1
        assert answers(store, late.ref) == OTHERS


class TestOftenAndInterrupted:
    def test_a_second_time_nothing_happens(self, store: Store) -> None:
        sent = keep(store, idea(ASKED, ANSWERS))
        clear(store)
        assert [*retention.clear(store, promised(), NOW + timedelta(days=1))] == []
        kept = reads.entry(store, sent.ref)
        assert kept is not None
        assert kept.revision == 2

    def test_entries_that_hold_none_are_looked_at_once(self, store: Store) -> None:
        keep(store, idea(ASKED, OTHERS))
        assert [each.holding for each in retention.clear(store, promised(), NOW)] == [0]
        assert [*retention.due(store, promised(), NOW)] == []

    def test_whatever_stops_it_the_next_time_goes_on(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(retention, "AT_ONCE", 2)
        sent = [keep(store, idea(ASKED, ANSWERS)) for _ in range(5)]
        run = retention.clear(store, promised(), NOW)
        assert next(run).holding == 2
        run.close()
        assert clear(store) == 3
        assert [answers(store, each.ref) for each in sent] == [OTHERS] * 5

    def test_one_act_clears_a_few(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(retention, "AT_ONCE", 2)
        for _ in range(5):
            keep(store, response(ASKED, ANSWERS))
        assert [each.entries for each in retention.clear(store, promised(), NOW)] == [2, 2, 1]

    def test_what_was_erased_meanwhile_stays_a_tombstone(self, store: Store) -> None:
        sent = keep(store, idea(ASKED, ANSWERS))
        run = retention.clear(store, promised(), NOW)
        waiting = retention.due(store, promised(), NOW)
        assert next(waiting).ref == sent.ref
        writes.replace(store, tombstone(sent), 1)
        assert [each.holding for each in run] == []
        assert answers(store, sent.ref) == {}

    def test_traces_are_swept_after_it(self, store: Store) -> None:
        keep(store, idea(ASKED, ANSWERS))
        clear(store)
        assert {job.kind for job in reads.jobs(store)} == {JobKind.SWEEP}

    def test_where_nothing_was_erased_nothing_is_swept(self, store: Store) -> None:
        keep(store, idea(ASKED, OTHERS))
        clear(store)
        assert reads.jobs(store) == []


class TestRehearsal:
    def test_it_tells_how_many_entries_hold_what_is_due(self, store: Store) -> None:
        for told in (ANSWERS, OTHERS, ANSWERS):
            keep(store, idea(ASKED, told))
        assert retention.holding(store, promised(), NOW) == 2
        assert retention.holding(store, promised(NOW), NOW) == 0

    def test_it_changes_nothing(self, store: Store) -> None:
        sent = keep(store, idea(ASKED, ANSWERS))
        retention.holding(store, promised(), NOW)
        assert reads.entry(store, sent.ref) == sent


class TestPromises:
    def test_every_challenge_with_entries_has_one(self, store: Store) -> None:
        writes.keep_promise(store, promised())
        for slug in ("bread", "cake", "pie"):
            define_for(store, ASKED, slug)
        for slug in ("bread", "cake"):
            writes.add(store, idea(ASKED, ANSWERS, challenge=slug))
        assert retention.promises(store, Settings(retention="7 days")) == [
            promised(),
            Promise(challenge="cake", closes=None, days=7),
        ]
        assert retention.promises(store, Settings(retention="never"))[1].days is None

    def test_the_last_one_counts(self, store: Store) -> None:
        for days in (10, 10, 20):
            writes.keep_promise(store, promised(days=days))
        assert reads.promises(store) == {"bread": promised(days=20)}


@given(asked=forms(), data=st.data())
def test_of_any_form_exactly_what_identifies_somebody_goes(asked: Form, data) -> None:
    every = [column for each in asked.questions for column in columns(each)]
    sent = idea(asked, {column: "Walnut" for column in every if data.draw(st.booleans())})
    with Store(MEMORY) as store:
        keep(store, sent, asked)
        clear(store)
        left = answers(store, sent.ref)
    gone = {
        column
        for each in asked.questions
        if each.personal or {each.shape, *(line.shape for line in each.lines)} & CONTACTS
        for column in columns(each)
    }
    assert set(left) == set(sent.answers) - gone


def test_a_day_is_a_day_in_every_zone() -> None:
    late = datetime(2026, 11, 21, 23, 59, tzinfo=UTC)
    stone = tombstone(idea(ASKED, ANSWERS, received=late))
    assert stone.received == datetime(2026, 11, 21, 12, tzinfo=UTC)
