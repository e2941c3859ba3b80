from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice

import pytest

from collector.entries import (
    Account,
    Decision,
    Entry,
    Idea,
    Job,
    JobKind,
    Link,
    Receipt,
    Reply,
    Response,
    Session,
    State,
)
from collector.entries.account import Role
from collector.store import Store, reads, writes


@pytest.fixture
def idea(now: datetime) -> Idea:
    return Idea(
        ref="walnut",
        challenge="new-breads",
        form="idea",
        form_hash="f" * 64,
        answers={"title": "Walnut bread", "kinds": ("dark", "sour"), "price": 4.5, "news": True},
        state=State.WAITING,
        received=now,
        flags=("too fast",),
    )


@pytest.fixture
def response(now: datetime) -> Response:
    return Response(
        ref="visit",
        challenge="visits",
        form="survey",
        form_hash="e" * 64,
        answers={"often": "weekly"},
        state=State.APPROVED,
        received=now,
    )


def test_an_entry_comes_back_as_it_was_kept(store: Store, idea: Idea, response: Response) -> None:
    writes.add(store, idea)
    writes.add(store, response)
    assert reads.idea(store, "walnut") == idea
    assert reads.response(store, "visit") == response
    assert reads.entry(store, "walnut") == idea
    assert reads.entry(store, "visit") == response


def test_what_is_not_kept_is_none(store: Store) -> None:
    assert reads.entry(store, "nothing") is None
    assert reads.receipt(store, "nothing") is None
    assert reads.definition(store, "nothing") is None
    assert reads.text(store, "nothing") is None
    assert reads.account(store, "nobody") is None
    assert reads.session(store, "nothing") is None
    assert reads.link(store, "nothing") is None
    assert reads.last_done(store, JobKind.FILL, "new-breads") is None


def refs(entries: Iterable[Entry]) -> list[str]:
    return [each.ref for each in entries]


def test_entries_are_told_by_challenge_and_state(
    store: Store, idea: Idea, response: Response
) -> None:
    writes.add(store, idea)
    writes.add(store, replace(idea, ref="shown", state=State.APPROVED))
    writes.add(store, replace(idea, ref="rejected", state=State.REJECTED))
    writes.add(store, replace(idea, ref="elsewhere", challenge="parcels"))
    assert refs(reads.ideas(store, "new-breads")) == ["walnut", "shown", "rejected"]
    assert refs(reads.ideas(store, "new-breads", State.APPROVED)) == ["shown"]
    both = reads.ideas(store, "new-breads", State.APPROVED, State.WAITING)
    assert refs(both) == ["walnut", "shown"]
    writes.add(store, response)
    writes.add(store, replace(response, ref="poll", form="favourite"))
    assert refs(reads.responses(store, "visits")) == ["visit", "poll"]
    assert refs(reads.responses(store, "visits", State.APPROVED, form="favourite")) == ["poll"]
    assert list(reads.responses(store, "visits", State.WAITING)) == []
    assert reads.counts(store) == {
        ("new-breads", "idea", State.WAITING): 1,
        ("new-breads", "idea", State.APPROVED): 1,
        ("new-breads", "idea", State.REJECTED): 1,
        ("parcels", "idea", State.WAITING): 1,
        ("visits", "survey", State.APPROVED): 1,
        ("visits", "favourite", State.APPROVED): 1,
    }


def test_the_definitions_that_were_answered_are_told_by_challenge_and_form(
    store: Store, idea: Idea, response: Response
) -> None:
    for form_hash in ("older", "newer", "never"):
        for challenge, form in (("new-breads", "idea"), ("visits", "survey")):
            made = {"hash": form_hash}
            writes.keep_definition(store, challenge, form, form_hash, made, {}, "en")
    writes.add(store, replace(idea, form_hash="newer"))
    writes.add(store, replace(idea, ref="before", form_hash="older", state=State.SPAM))
    writes.add(store, replace(response, form_hash="older"))
    writes.add(store, replace(response, ref="elsewhere", form_hash="newer", form="favourite"))
    assert reads.definitions_answered(store) == {
        "new-breads": {"idea": [{"hash": "older"}, {"hash": "newer"}]},
        "visits": {"survey": [{"hash": "older"}]},
    }


def test_ideas_and_responses_are_told_together_what_came_first_before(
    store: Store, idea: Idea, response: Response
) -> None:
    earlier = idea.received - timedelta(hours=1)
    writes.add(store, idea)
    writes.add(store, replace(response, state=State.WAITING, received=earlier))
    writes.add(store, replace(idea, ref="shown", state=State.APPROVED))
    assert refs(reads.entries(store)) == ["visit", "walnut", "shown"]
    assert refs(reads.entries(store, State.WAITING)) == ["visit", "walnut"]
    assert refs(reads.entries(store, State.WAITING, challenge="new-breads")) == ["walnut"]
    assert reads.number(store) == 3
    assert reads.number(store, State.WAITING) == 2
    assert reads.number(store, State.WAITING, challenge="new-breads") == 1
    assert reads.number(store, State.WAITING, challenge="x" * 1000) == 0


def test_a_reading_goes_on_where_an_earlier_one_stopped(
    store: Store, idea: Idea, response: Response
) -> None:
    for n in range(5):
        writes.add(store, replace(idea, ref=f"i{n}", received=idea.received + timedelta(hours=n)))
        writes.add(store, replace(response, ref=f"r{n}", received=idea.received))
    place, told = "", []
    while part := list(islice(reads.entries(store, after=place), 3)):
        told += refs(part)
        place = reads.place(part, place)
    assert told == refs(reads.entries(store))
    assert sorted(told) == sorted(f"{kind}{n}" for kind in "ir" for n in range(5))


def test_decisions_and_replies_are_told_in_their_order(store: Store, now: datetime) -> None:
    for n, (about, challenge) in enumerate(
        [("a", "one"), ("b", "one"), ("a", "one"), ("c", "two")]
    ):
        told = {"ref": f"{n}", "about": about, "challenge": challenge, "by": "ada", "at": now}
        writes.add(store, Reply(**told, text="Thank you"))
        writes.add(store, Decision(**told, move="approve", before="waiting", after="approved"))
    assert [each.ref for each in reads.decisions(store)] == ["0", "1", "2", "3"]
    assert [each.ref for each in reads.decisions(store, about="a")] == ["0", "2"]
    assert [each.ref for each in reads.decisions(store, challenge="two")] == ["3"]
    assert [each.ref for each in reads.replies(store, "one")] == ["0", "1", "2"]
    assert [each.ref for each in reads.replies(store, "one", about="a")] == ["0", "2"]


def test_a_receipt_is_found_by_its_code(store: Store) -> None:
    receipt = Receipt(code_hash="c", digest="d", about="walnut", table="ideas")
    writes.add(store, receipt)
    assert reads.receipt(store, "c") == receipt


def test_people_are_found_by_name_and_token(store: Store, now: datetime) -> None:
    ada = Account(name="ada", password="hash", role=Role.OWNER, made=now)
    session = Session(token_hash="t", account="ada", csrf="x", ends=now)
    link = Link(code_hash="l", account="", role=Role.OWNER, ends=now)
    for each in (ada, session, link):
        writes.add(store, each)
    assert reads.account(store, "ada") == ada
    assert reads.accounts(store) == [ada]
    assert reads.session(store, "t") == session
    assert reads.sessions(store, "ada") == [session]
    assert reads.sessions(store, "bo") == []
    assert reads.link(store, "l") == link


def test_a_job_is_due_once_its_time_has_come(store: Store, now: datetime) -> None:
    later = now + timedelta(minutes=1)
    writes.enqueue(store, JobKind.BUILD, "", later)
    writes.enqueue(store, JobKind.FILL, "new-breads", now)
    assert kinds(reads.jobs_due(store, now - timedelta(seconds=1))) == []
    assert kinds(reads.jobs_due(store, now)) == [JobKind.FILL]
    assert kinds(reads.jobs_due(store, later)) == [JobKind.FILL, JobKind.BUILD]
    assert kinds(reads.jobs(store)) == [JobKind.BUILD, JobKind.FILL]


def kinds(jobs: list[Job]) -> list[JobKind]:
    return [each.kind for each in jobs]


def test_an_act_reads_its_own_view(store: Store, idea: Idea) -> None:
    def act(store: Store) -> Entry | None:
        writes.add(store, idea)
        return reads.entry(store, idea.ref)

    assert store.transact(act) == idea


@pytest.mark.parametrize("ref", ["\udcff", "nul \0", "x" * 1000])
def test_what_can_not_be_a_key_names_nothing(store: Store, ref: str) -> None:
    assert reads.entry(store, ref) is None
    assert list(reads.ideas(store, ref)) == []
