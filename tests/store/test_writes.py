from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from collector.entries import Account, Idea, JobKind, Link, Reply, Session, State
from collector.entries.account import Role
from collector.errors import Conflict, StoreError, Taken, Unknown
from collector.store import Store, reads, writes
from collector.words import say


@pytest.fixture
def idea(now: datetime) -> Idea:
    return Idea(
        ref="walnut",
        challenge="new-breads",
        form="idea",
        form_hash="f" * 64,
        answers={"title": "Walnut bread"},
        state=State.WAITING,
        received=now,
    )


def test_two_entries_of_one_name_are_not_kept(store: Store, idea: Idea) -> None:
    writes.add(store, idea)
    with pytest.raises(Taken) as taken:
        writes.add(store, replace(idea, answers={"title": "Another"}))
    assert taken.value.facts == {"table": "ideas", "key": "ref"}
    assert list(reads.ideas(store, "new-breads")) == [idea]


@pytest.mark.parametrize("name", ["x" * 201, "nul \0", "\ud800"])
def test_a_key_that_an_engine_could_not_hold_is_refused(
    store: Store, idea: Idea, name: str
) -> None:
    with pytest.raises(StoreError) as refused:
        writes.add(store, replace(idea, challenge=name))
    assert say(refused.value.reason, refused.value.facts).startswith("challenge in ideas")
    assert reads.counts(store) == {}


def test_an_answer_may_hold_any_text(store: Store, idea: Idea) -> None:
    strange = replace(idea, answers={"title": "nul \0 \ud800 \u2028 'x' \"y\" <b> 🥖"})
    writes.add(store, strange)
    assert reads.idea(store, "walnut") == strange


def test_a_change_counts_the_revision_up(store: Store, idea: Idea) -> None:
    writes.add(store, idea)
    approved = writes.replace(store, replace(idea, state=State.APPROVED), 1)
    assert approved == replace(idea, state=State.APPROVED, revision=2)
    assert list(reads.ideas(store, "new-breads", State.APPROVED)) == [approved]
    assert list(reads.ideas(store, "new-breads", State.WAITING)) == []


def test_of_many_changes_to_one_revision_one_is_kept(store: Store, idea: Idea) -> None:
    writes.add(store, idea)

    def moderator(n: int) -> bool:
        try:
            writes.replace(store, replace(idea, language=f"{n}"), 1)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(10) as moderators:
        assert sum(moderators.map(moderator, range(10))) == 1
    changed = reads.idea(store, "walnut")
    assert changed is not None
    assert changed.revision == 2


def test_what_is_not_kept_can_not_be_changed(store: Store, idea: Idea) -> None:
    with pytest.raises(Unknown):
        writes.replace(store, idea, 1)


def test_what_is_removed_is_gone_and_once_only(store: Store, now: datetime) -> None:
    reply = Reply(ref="r", about="walnut", challenge="new-breads", text="Yes!", by="ada", at=now)
    writes.add(store, reply)
    assert writes.remove(store, Reply, "r")
    assert not writes.remove(store, Reply, "r")
    assert reads.replies(store, "new-breads") == []


def test_every_log_in_and_link_of_an_account_ends(store: Store, now: datetime) -> None:
    for n, name in enumerate(["ada", "bo", "ada"]):
        writes.add(store, Session(token_hash=f"{n}", account=name, csrf="", ends=now))
        writes.add(store, Link(code_hash=f"{n}", account=name, role=Role.OWNER, ends=now))
    writes.end_sessions(store, "ada")
    writes.remove_links(store, "bo")
    assert [reads.session(store, f"{n}") is None for n in range(3)] == [True, False, True]
    assert [reads.link(store, f"{n}") is None for n in range(3)] == [False, True, False]


def test_an_account_is_kept_once(store: Store, now: datetime) -> None:
    writes.add(store, Account(name="ada", password="hash", role=Role.OWNER, made=now))
    with pytest.raises(Taken):
        writes.add(store, Account(name="ada", password="other", role=Role.OWNER, made=now))


def keep_definition(store: Store, challenge: str, form_hash: str, label: str) -> None:
    writes.keep_definition(
        store, challenge, "idea", form_hash, {"of": form_hash}, {"label": label}, "en"
    )


def test_a_definition_is_kept_once_and_its_words_as_they_are_now(store: Store) -> None:
    keep_definition(store, "new-breads", "one", "Your idear")
    keep_definition(store, "new-breads", "two", "Your idea?")
    keep_definition(store, "new-breads", "one", "Your idea")
    keep_definition(store, "new-breads", "one", "Your idea")
    assert reads.definition(store, "one") == {"of": "one"}
    assert reads.definitions(store, "new-breads") == {"one": {"of": "one"}, "two": {"of": "two"}}
    assert reads.labels(store, "new-breads") == {
        "one": {"label": "Your idea"},
        "two": {"label": "Your idea?"},
    }
    assert reads.labels(store, "new-breads", "de") == reads.labels(store, "new-breads")


def test_challenges_may_share_a_definition_but_not_its_words(store: Store) -> None:
    keep_definition(store, "new-breads", "one", "Your bread")
    keep_definition(store, "parcels", "one", "Your parcel")
    assert reads.definitions(store, "parcels") == {"one": {"of": "one"}}
    assert reads.labels(store, "new-breads")["one"] == {"label": "Your bread"}


def test_an_accepted_text_is_kept_once(store: Store) -> None:
    writes.keep_text(store, "h", "We print your idea.")
    writes.keep_text(store, "h", "We print your idea.")
    assert reads.text(store, "h") == "We print your idea."
    assert len(store.table("texts")) == 1


FILL, CHALLENGE = JobKind.FILL, "new-breads"


def test_orders_for_one_job_become_one_job_at_the_earliest_time(
    store: Store, now: datetime
) -> None:
    for minutes in (5, 3, 8):
        writes.enqueue(store, FILL, CHALLENGE, now + timedelta(minutes=minutes))
    writes.enqueue(store, FILL, "parcels", now)
    assert {(job.subject, job.due) for job in reads.jobs(store)} == {
        (CHALLENGE, now + timedelta(minutes=3)),
        ("parcels", now),
    }


def test_a_job_that_is_under_way_does_not_count_for_a_new_order(
    store: Store, now: datetime
) -> None:
    writes.enqueue(store, FILL, CHALLENGE, now)
    first = writes.lease(store, now, 60)
    writes.enqueue(store, FILL, CHALLENGE, now)
    second = writes.lease(store, now, 60)
    assert first is not None
    assert second is not None
    assert first.key != second.key


def test_one_runner_alone_gets_a_job_until_its_lease_ends(store: Store, now: datetime) -> None:
    writes.enqueue(store, FILL, CHALLENGE, now)
    with ThreadPoolExecutor(8) as runners:
        leases = list(runners.map(lambda _: writes.lease(store, now, 60), range(8)))
    assert len([each for each in leases if each]) == 1
    assert writes.lease(store, now + timedelta(seconds=59), 60) is None
    again = writes.lease(store, now + timedelta(seconds=60), 60)
    assert again is not None
    assert again.tries == 2


def test_the_job_that_is_due_longest_comes_first(store: Store, now: datetime) -> None:
    writes.enqueue(store, FILL, "second", now - timedelta(seconds=1))
    writes.enqueue(store, FILL, "first", now - timedelta(seconds=2))
    writes.enqueue(store, FILL, "not yet", now + timedelta(seconds=1))
    leased = [writes.lease(store, now, 60) for _ in range(3)]
    assert [job and job.subject for job in leased] == ["first", "second", None]


def test_a_job_that_is_done_is_remembered_until_the_next_is_done(
    store: Store, now: datetime
) -> None:
    for minutes in range(3):
        at = now + timedelta(minutes=minutes)
        writes.enqueue(store, FILL, CHALLENGE, at)
        job = writes.lease(store, at, 60)
        assert job is not None
        writes.finish(store, job, at)
        assert writes.lease(store, at, 60) is None
        assert reads.last_done(store, FILL, CHALLENGE) == at
    assert len(reads.jobs(store)) == 1


def test_a_job_that_failed_tells_why_and_is_due_again(store: Store, now: datetime) -> None:
    writes.enqueue(store, FILL, CHALLENGE, now)
    job = writes.lease(store, now, 60)
    assert job is not None
    later = now + timedelta(seconds=10)
    writes.fail(store, job, "The disk is full.", later)
    assert [each.error for each in reads.jobs(store)] == ["The disk is full."]
    assert writes.lease(store, now, 60) is None
    again = writes.lease(store, later, 60)
    assert again is not None
    writes.finish(store, again, later)
    assert [each.error for each in reads.jobs(store)] == [""]
    assert again.tries == 2


def test_a_new_order_does_not_wait_for_a_failed_jobs_pause(store: Store, now: datetime) -> None:
    writes.enqueue(store, FILL, CHALLENGE, now)
    job = writes.lease(store, now, 60)
    assert job is not None
    writes.fail(store, job, "The disk is full.", now + timedelta(hours=1))
    writes.enqueue(store, FILL, CHALLENGE, now)
    assert writes.lease(store, now, 60) is not None
