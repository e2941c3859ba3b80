"""Ballots: filled in, changed, taken back, in one act each; on every engine."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest

from collector.acts import ballot as ballots
from collector.acts import desk, merge, upkeep
from collector.acts.ballot import Cast
from collector.acts.receipt import code_hash
from collector.brief import Brief, Form, FormKind, Page, Question, Shape, Voting, VotingKind
from collector.entries import Ballot, JobKind
from collector.errors import Closed, Conflict, Invalid, Unknown
from collector.garden import Garden, Settings
from collector.moderation import Move
from collector.store import Store, reads, writes
from collector.store import ballots as kept
from tests.kept import brief as challenge
from tests.kept import idea as sent

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
FORM = Form(
    "idea",
    FormKind.IDEA,
    "Idea",
    pages=(
        Page(
            (
                Question("title", "Title", Shape.TEXT, required=True),
                Question("cost", "Cost", Shape.NUMBER, required=True, public=True),
            )
        ),
    ),
)
RANKED = challenge(FORM, voting=Voting(VotingKind.RANKED, 3))
BUDGET = challenge(FORM, voting=Voting(VotingKind.BUDGET, budget=100, unit="€"))


@pytest.fixture
def breads(store: Store) -> list[str]:
    """Five ideas that are shown, by ref; the n-th costs n times 20."""
    ideas = [sent(FORM, {"title": f"Bread {n}", "cost": 20 * n}) for n in range(1, 6)]
    store.transact(lambda store: [writes.add(store, each) for each in ideas])
    return [each.ref for each in ideas]


def fills_in(
    store: Store, *choices: str, voter: str = "ada", brief: Brief = RANKED, **facts
) -> Ballot | None:
    return ballots.cast(store, Cast(brief=brief, choices=choices, voter=voter, **facts), NOW)


def all_of(store: Store) -> list[tuple[str, ...]]:
    return [each.choices for each in kept.all_in(store, "bread", "1")]


def test_a_ballot_is_kept_to_the_hour_and_leaves_the_pages_to_be_filled(
    store: Store, breads: list[str]
) -> None:
    filled = fills_in(store, breads[2], breads[0])
    assert filled is not None
    assert (filled.choices, filled.at) == ((breads[2], breads[0]), NOW.replace(minute=0))
    (job,) = reads.jobs(store)
    assert (job.kind, job.subject, job.due) == (JobKind.FILL, "bread", NOW + ballots.GATHERED)


def test_another_ballot_takes_its_place_and_keeps_its_name(store: Store, breads: list[str]) -> None:
    first = fills_in(store, breads[0])
    again = fills_in(store, breads[1], breads[0])
    assert first is not None
    assert again is not None
    assert first.ref == again.ref
    assert all_of(store) == [(breads[1], breads[0])]
    assert fills_in(store, breads[1], breads[0]) == again


def test_each_round_has_ballots_of_its_own(store: Store, breads: list[str]) -> None:
    fills_in(store, breads[0])
    second = replace(RANKED, voting=Voting(VotingKind.RANKED, 3, round="2"))
    fills_in(store, breads[1], brief=second)
    assert all_of(store) == [(breads[0],)]


def test_a_ballot_is_taken_back_once_or_twice(store: Store, breads: list[str]) -> None:
    fills_in(store, breads[0])
    for _ in range(2):
        assert fills_in(store) is None
    assert all_of(store) == []


def test_without_a_key_only_the_receipt_takes_back(store: Store, breads: list[str]) -> None:
    code, digest = "ABCD", "digest"
    fills_in(store, breads[0], voter="", code_hash=code_hash(code), digest=digest)
    with pytest.raises(Conflict):
        fills_in(store, voter="")
    assert fills_in(store, voter="", changes=code) is None
    assert all_of(store) == []
    with pytest.raises(Conflict) as told:
        fills_in(store, breads[1], voter="", changes=code)
    assert told.value.reason == "ballot-gone"


def test_the_same_submission_gives_the_same_ballot_and_other_content_is_asked_about(
    store: Store, breads: list[str]
) -> None:
    facts = {"code_hash": code_hash("ABCD"), "voter": ""}
    first = fills_in(store, breads[0], digest="one", **facts)
    assert fills_in(store, breads[0], digest="one", **facts) == first
    with pytest.raises(Conflict) as told:
        fills_in(store, breads[1], digest="two", **facts)
    assert told.value.reason == "other-content"


def test_too_many_ideas_and_too_much_money_are_refused(store: Store, breads: list[str]) -> None:
    with pytest.raises(Invalid) as told:
        fills_in(store, *breads[:4])
    assert told.value.problems["choices"].reason == "ballot-most"
    with pytest.raises(Invalid) as told:
        fills_in(store, breads[3], breads[1], brief=BUDGET)
    problem = told.value.problems["choices"]
    assert (problem.reason, problem.facts["over"]) == ("ballot-over", "20")
    assert all_of(store) == []


def test_outside_the_time_to_vote_and_without_ballots_none_is_kept(
    store: Store, breads: list[str]
) -> None:
    for facts in ({"opens": NOW + timedelta(1)}, {"closes": NOW - timedelta(1)}):
        with pytest.raises(Closed):
            fills_in(store, breads[0], brief=replace(RANKED, **facts))
    with pytest.raises(Conflict):
        fills_in(store, breads[0], brief=challenge(FORM))
    with pytest.raises(Unknown):
        fills_in(store, "nothing-of-that")


def test_what_is_not_shown_is_told_and_the_rest_is_kept(store: Store, breads: list[str]) -> None:
    desk.decide(store, Move.REJECT, [breads[0]], "ada", NOW)
    desk.decide(store, Move.WITHDRAW, [breads[1]], "author", NOW)
    merge.merge(store, breads[2], breads[3], merge.Merging("ada", NOW))
    settled = ballots.settle(store, RANKED, breads, NOW)
    assert settled.choices == (breads[3], breads[4])
    assert [note.reason for note in settled.notes] == [
        "ballot-idea-not-shown",
        "ballot-idea-gone",
        "ballot-idea-merged",
    ]
    fills_in(store, *breads[:3])
    assert all_of(store) == [(breads[3],)]


def test_an_erased_idea_is_taken_off_every_ballot(
    store: Store, breads: list[str], tmp_path
) -> None:
    fills_in(store, breads[0], breads[1])
    fills_in(store, breads[0], voter="ben")
    upkeep.erase(Garden(tmp_path, Settings()), store, breads[0], "ada", NOW)
    assert all_of(store) == [(breads[1],)]


def test_an_erased_person_s_ballot_still_counts_once(store: Store, breads: list[str]) -> None:
    fills_in(store, breads[0])
    store.transact(lambda store: kept.forget(store, "bread", "1", "ada"))
    assert all_of(store) == [(breads[0],)]
    assert kept.filled_by(store, "bread", "1", "ada") is None


def test_of_many_ballots_at_once_one_is_kept_and_never_more_is_spent(
    store: Store, breads: list[str]
) -> None:
    start = Barrier(16)
    prices = dict(zip(breads, range(20, 120, 20), strict=True))

    def one(number: int) -> str:
        start.wait()
        choices = (breads[number % 5], breads[(number + 1) % 5])
        try:
            fills_in(store, *choices, brief=BUDGET)
        except Invalid:
            return "too much"
        return "kept"

    with ThreadPoolExecutor(16) as threads:
        told = Counter(threads.map(one, range(16)))
    assert set(told) == {"kept", "too much"}
    (choices,) = all_of(store)
    assert sum(prices[ref] for ref in choices) <= 100
