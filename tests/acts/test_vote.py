"""Votes: cast, changed, taken back, in one act each; on every engine."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collector.acts import desk, merge, upkeep
from collector.acts import vote as votes
from collector.acts.receipt import code_hash
from collector.acts.vote import Cast
from collector.analysis import VoteCount
from collector.brief import Brief, Form, FormKind, Page, Question, Shape, Voting, VotingKind
from collector.entries import JobKind
from collector.errors import Closed, Conflict, Invalid, Unknown
from collector.garden import Garden, Settings
from collector.moderation import Move
from collector.store import Store, reads, writes
from collector.store import votes as kept
from collector.store.engine import MEMORY
from tests.engines import not_in_memory
from tests.kept import brief as challenge
from tests.kept import idea as sent

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
FORM = Form(
    "idea",
    FormKind.IDEA,
    "Idea",
    pages=(Page((Question("title", "Title", Shape.TEXT, required=True),)),),
)


def asks(kind: VotingKind = VotingKind.APPROVE, most: int | None = None, **facts) -> Brief:
    return challenge(FORM, voting=Voting(kind, most), **facts)


BREAD = asks()


@pytest.fixture
def breads(store: Store) -> list[str]:
    """Five ideas that are shown, by ref."""
    ideas = [sent(FORM, {"title": f"Bread {n}"}) for n in range(5)]
    store.transact(lambda store: [writes.add(store, each) for each in ideas])
    return [each.ref for each in ideas]


def says(
    store: Store, idea: str, value: str = "yes", voter: str = "ada", brief: Brief = BREAD, **facts
) -> votes.Outcome:
    cast = Cast(brief=brief, idea=idea, value=value, voter=voter, **facts)
    return votes.cast(store, cast, NOW)


def count(store: Store, idea: str, brief: Brief = BREAD) -> VoteCount:
    return votes.count(store, brief, idea, NOW)


def test_a_vote_counts_and_leaves_the_pages_to_be_filled_in_a_moment(
    store: Store, breads: list[str]
) -> None:
    outcome = says(store, breads[0])
    assert outcome.vote
    assert outcome.vote.value == "yes"
    assert outcome.vote.at == NOW.replace(minute=0)
    assert count(store, breads[0]) == VoteCount({"yes": 1})
    (job,) = reads.jobs(store)
    assert (job.kind, job.subject, job.due) == (JobKind.FILL, "bread", NOW + votes.GATHERED)


def test_the_same_vote_again_changes_nothing(store: Store, breads: list[str]) -> None:
    first = says(store, breads[0])
    assert says(store, breads[0]) == first
    assert count(store, breads[0]).n == 1


def test_what_a_voter_says_last_counts(store: Store, breads: list[str]) -> None:
    stars = asks(VotingKind.STARS)
    for value in ("5", "1", "4"):
        says(store, breads[0], value, brief=stars)
    assert count(store, breads[0], stars) == VoteCount({"4": 1})


def test_a_vote_is_taken_back_once_or_twice(store: Store, breads: list[str]) -> None:
    says(store, breads[0])
    for _ in range(2):
        assert says(store, breads[0], "").vote is None
    assert count(store, breads[0]).n == 0


@pytest.mark.parametrize(
    ("kind", "value"),
    [(VotingKind.APPROVE, "up"), (VotingKind.UPDOWN, "yes"), (VotingKind.STARS, "6")],
)
def test_a_value_of_another_kind_is_refused(
    store: Store, breads: list[str], kind: VotingKind, value: str
) -> None:
    with pytest.raises(Invalid) as told:
        says(store, breads[0], value, brief=asks(kind))
    assert told.value.problems["value"].reason == "vote-value"


def test_before_and_after_the_voting_the_day_is_named(store: Store, breads: list[str]) -> None:
    later, earlier = NOW + timedelta(days=3), NOW - timedelta(days=3)
    with pytest.raises(Closed) as told:
        says(store, breads[0], brief=asks(opens=later))
    assert (told.value.reason, told.value.facts["opens"]) == ("vote-opens", later)
    for value in ("yes", ""):
        with pytest.raises(Closed) as told:
            says(store, breads[0], value, brief=asks(closes=earlier))
        assert (told.value.reason, told.value.facts["closes"]) == ("vote-ended", earlier)


@pytest.mark.parametrize("kind", [None, VotingKind.RANKED, VotingKind.PAIRWISE])
def test_where_single_ideas_are_not_voted_on_no_vote_is_taken(
    store: Store, breads: list[str], kind: VotingKind | None
) -> None:
    brief = asks(kind) if kind else challenge(FORM)
    with pytest.raises(Conflict) as told:
        says(store, breads[0], brief=brief)
    assert told.value.reason == "vote-none"


def test_what_is_not_shown_takes_no_vote(store: Store, breads: list[str]) -> None:
    desk.decide(store, Move.REJECT, [breads[0]], "ada", NOW)
    desk.decide(store, Move.WITHDRAW, [breads[1]], "author", NOW)
    merge.merge(store, breads[2], breads[3], merge.Merging("ada", NOW))
    expected = {breads[0]: "vote-not-shown", breads[1]: "vote-withdrawn", breads[2]: "vote-merged"}
    for ref, reason in expected.items():
        with pytest.raises(Conflict) as told:
            says(store, ref)
        assert told.value.reason == reason
    assert told.value.facts["target"] == breads[3]
    with pytest.raises(Unknown):
        says(store, "nothing-of-this-name")


def test_nobody_votes_for_more_ideas_than_the_brief_allows(store: Store, breads: list[str]) -> None:
    brief = asks(most=2)
    assert [says(store, ref, brief=brief).left for ref in breads[:2]] == [1, 0]
    with pytest.raises(Conflict) as told:
        says(store, breads[2], brief=brief)
    assert (told.value.reason, told.value.facts["most"]) == ("vote-spent", 2)
    assert says(store, breads[1], "", brief=brief).left == 1
    assert says(store, breads[2], brief=brief).left == 0
    assert says(store, breads[2], voter="ben", brief=brief).left == 1


def test_a_vote_on_what_is_not_shown_is_free_again_and_counts_if_it_returns(
    store: Store, breads: list[str]
) -> None:
    brief = asks(most=2)
    for ref in breads[:2]:
        says(store, ref, brief=brief)
    desk.decide(store, Move.REJECT, [breads[0]], "ada", NOW)
    assert says(store, breads[2], brief=brief).left == 0
    desk.undo(store, [breads[0]], "ada", NOW)
    assert count(store, breads[0], brief).n == 1
    with pytest.raises(Conflict):
        says(store, breads[3], brief=brief)


def test_votes_of_merged_ideas_count_each_voter_once_and_part_again(
    store: Store, breads: list[str]
) -> None:
    brief = asks(VotingKind.UPDOWN)
    one, other = breads[:2]
    says(store, one, "up", "ada", brief)
    says(store, one, "down", "ben", brief)
    says(store, other, "up", "ben", brief)
    says(store, other, "up", "cyd", brief)
    apart = (count(store, one, brief), count(store, other, brief))
    merge.merge(store, one, other, merge.Merging("ada", NOW))
    assert count(store, other, brief) == VoteCount({"up": 3})
    merge.unmerge(store, one, "ada", NOW)
    assert (count(store, one, brief), count(store, other, brief)) == apart


def test_a_vote_that_is_changed_is_the_latest_of_a_merged_set(
    store: Store, breads: list[str]
) -> None:
    brief = asks(VotingKind.UPDOWN)
    one, other = breads[:2]
    for idea, value in ((one, "up"), (other, "up"), (one, "down")):
        says(store, idea, value, brief=brief)
    merge.merge(store, one, other, merge.Merging("ada", NOW))
    assert count(store, other, brief) == VoteCount({"down": 1})


def test_votes_without_a_key_are_kept_and_counted_apart(store: Store, breads: list[str]) -> None:
    for _ in range(2):
        outcome = says(store, breads[0], voter="")
        assert outcome.vote
        assert outcome.vote.apart == "no key"
    assert count(store, breads[0]) == VoteCount({}, apart=2)
    with pytest.raises(Conflict) as told:
        says(store, breads[0], "", voter="")
    assert told.value.reason == "vote-by-receipt"


def receipted(code: str, **facts) -> dict[str, str]:
    return {"code_hash": code_hash(code), "digest": code, **facts}


def test_a_vote_without_a_key_is_changed_and_taken_back_by_its_receipt(
    store: Store, breads: list[str]
) -> None:
    brief = asks(VotingKind.UPDOWN)
    says(store, breads[0], "up", voter="", brief=brief, **receipted("code"))
    changed = votes.change(store, brief, "code", "down", NOW).vote
    assert changed
    assert (changed.value, changed.apart) == ("down", "no key")
    assert votes.change(store, brief, "code", "", NOW).vote is None
    assert votes.behind(store, "code") is None
    with pytest.raises(Conflict) as told:
        votes.change(store, brief, "code", "up", NOW)
    assert told.value.reason == "vote-gone"


def test_the_same_post_twice_keeps_one_vote_though_nobody_can_tell_who(
    store: Store, breads: list[str]
) -> None:
    first = says(store, breads[0], voter="", **receipted("code"))
    assert says(store, breads[0], voter="", **receipted("code")).vote == first.vote
    assert count(store, breads[0]).apart == 1
    with pytest.raises(Conflict):
        says(store, breads[1], voter="", code_hash=code_hash("code"), digest="other")


def test_an_old_post_does_not_bring_back_what_was_taken_back(
    store: Store, breads: list[str]
) -> None:
    says(store, breads[0], **receipted("code"))
    says(store, breads[0], "")
    assert says(store, breads[0], **receipted("code")).vote is None
    assert count(store, breads[0]).n == 0


def test_a_suspected_vote_stays_apart_when_it_is_changed(store: Store, breads: list[str]) -> None:
    brief = asks(VotingKind.UPDOWN)
    says(store, breads[0], "up", brief=brief, suspicion="too fast")
    says(store, breads[0], "down", brief=brief)
    assert count(store, breads[0], brief) == VoteCount({}, apart=1)


def test_an_erased_idea_takes_its_votes_along(
    store: Store, breads: list[str], tmp_path, engine
) -> None:
    for ref in breads[:2]:
        says(store, ref)
    upkeep.erase(Garden(tmp_path, Settings(store=engine)), store, breads[0], "ada", NOW)
    assert [each["idea"] for each in store.table("votes")] == [breads[1]]


def test_a_vote_is_erased_with_its_receipt_while_voting_is_open(
    store: Store, breads: list[str]
) -> None:
    says(store, breads[0], **receipted("code"))
    votes.erase(store, BREAD, "code", NOW)
    assert count(store, breads[0]).n == 0
    with pytest.raises(Unknown):
        votes.behind(store, "code")


def test_once_voting_is_over_an_erased_vote_counts_and_is_nobodys(
    store: Store, breads: list[str]
) -> None:
    says(store, breads[0], **receipted("code"))
    votes.erase(store, asks(closes=NOW - timedelta(days=1)), "code", NOW)
    assert count(store, breads[0]).n == 1
    assert kept.cast_by(store, "ada", "1", breads[0]) is None


def test_an_erased_persons_votes_count_once_each_and_are_not_tied_together(
    store: Store, breads: list[str]
) -> None:
    for ref in breads[:2]:
        says(store, ref)
    assert store.transact(lambda store: kept.forget(store, "bread", "1", "ada")) == 2
    assert [count(store, ref).n for ref in breads[:2]] == [1, 1]
    assert len({each["voter"] for each in store.table("votes")} | {"ada"}) == 3


@not_in_memory
def test_a_crowd_of_threads_keeps_one_vote_a_voter_and_overspends_no_allowance(
    store: Store, breads: list[str]
) -> None:
    brief = asks(VotingKind.UPDOWN, most=2)
    start = Barrier(20)

    def one(number: int) -> str:
        start.wait()
        idea, value = breads[number % 5], ("up", "down")[number % 2]
        try:
            says(store, idea, value, "ada", brief)
        except Conflict as told:
            return told.reason
        return "kept"

    with ThreadPoolExecutor(20) as threads:
        told = Counter(threads.map(one, range(20)))
    assert set(told) == {"kept", "vote-spent"}
    cast = kept.all_by(store, "bread", "1", "ada")
    assert len(cast) == len({each.idea for each in cast}) == 2


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["ada", "ben", "cyd"]),
        st.integers(0, 2),
        st.sampled_from(["up", "down", ""]),
    ),
    max_size=30,
)


@settings(max_examples=25)
@given(steps=STEPS)
def test_counts_are_what_each_voter_said_last(steps) -> None:
    with Store(MEMORY) as store:
        follow(store, steps)


def follow(store: Store, steps) -> None:
    brief = asks(VotingKind.UPDOWN)
    ideas = [sent(FORM, {"title": f"Bread {n}"}) for n in range(3)]
    for each in ideas:
        writes.add(store, each)
    last: dict[tuple[str, int], str] = {}
    for voter, number, value in steps:
        says(store, ideas[number].ref, value, voter, brief)
        last[voter, number] = value
    for number, idea in enumerate(ideas):
        said = Counter(value for (_, n), value in last.items() if n == number and value)
        assert count(store, idea.ref, brief).values == said
