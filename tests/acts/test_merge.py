from collections.abc import Mapping
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collector.acts import desk, merge
from collector.acts.merge import Merging
from collector.entries import JobKind, Response, State
from collector.errors import Conflict, Invalid, Unknown
from collector.moderation import Move
from collector.store import Store, reads, writes
from collector.words import say
from tests.acts.ideas import NOW, keep

ADA = Merging("ada", NOW)
BY_RULE = HealthCheck.function_scoped_fixture


def pointer(store: Store, ref: str) -> str:
    found = reads.idea(store, ref)
    assert found
    return found.merged


def stands(store: Store, ref: str) -> str:
    found = reads.idea(store, ref)
    assert found
    return reads.standing(store, found).ref


@pytest.fixture
def breads(store: Store) -> Store:
    for ref in ("rye", "spelt", "oats"):
        keep(store, ref)
    return store


def test_a_merged_idea_points_to_the_other_and_nothing_else_of_it_changes(breads: Store) -> None:
    before = reads.idea(breads, "rye")
    decision = merge.merge(breads, "rye", "spelt", ADA)
    after = reads.idea(breads, "rye")
    assert after
    assert before
    assert (after.merged, after.state, after.answers) == ("spelt", before.state, before.answers)
    assert (decision.move, decision.before, decision.after) == ("merge", "", "spelt")
    assert reads.decisions(breads, about="rye") == [decision]
    assert [job.kind for job in reads.jobs(breads)] == [JobKind.FILL]


def test_what_was_merged_into_it_goes_along_and_comes_back_with_it(breads: Store) -> None:
    merge.merge(breads, "rye", "spelt", ADA)
    merge.merge(breads, "spelt", "oats", ADA)
    assert stands(breads, "rye") == stands(breads, "spelt") == "oats"
    merge.unmerge(breads, "spelt", "ada", NOW)
    assert (stands(breads, "rye"), stands(breads, "spelt")) == ("spelt", "spelt")
    merge.unmerge(breads, "rye", "ada", NOW)
    assert stands(breads, "rye") == "rye"


@pytest.mark.parametrize("way", ["withdraw", "reject", "reopen"])
def test_if_the_other_is_shown_no_more_the_merged_one_stands_again(breads: Store, way: str) -> None:
    merge.merge(breads, "rye", "spelt", ADA)
    desk.decide(breads, Move(way), ["spelt"], "ada", NOW)
    assert (stands(breads, "rye"), pointer(breads, "rye")) == ("rye", "spelt")


def test_it_follows_again_once_the_other_is_back(breads: Store) -> None:
    merge.merge(breads, "rye", "spelt", ADA)
    desk.decide(breads, Move.REJECT, ["spelt"], "ada", NOW)
    desk.undo(breads, ["spelt"], "ada", NOW)
    assert stands(breads, "rye") == "spelt"


REFUSED = {
    "merge-itself": ("rye", "rye"),
    "merge-elsewhere": ("rye", "soup"),
    "merge-merged": ("oats", "rye"),
    "merge-further": ("rye", "oats"),
    "merge-cycle": ("spelt", "oats"),
    "no-idea": ("rye", "visit"),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_what_can_not_be_merged_is_refused_with_what_to_do(breads: Store, reason: str) -> None:
    keep(breads, "soup", challenge="soups")
    writes.add(
        breads,
        Response(
            ref="visit",
            challenge="bread",
            form="survey",
            form_hash="h",
            answers={},
            state=State.APPROVED,
            received=NOW,
        ),
    )
    merge.merge(breads, "oats", "spelt", ADA)
    with pytest.raises(Conflict) as refused:
        merge.merge(breads, *REFUSED[reason], ADA)
    assert refused.value.reason == reason
    assert say(refused.value.reason, refused.value.facts)
    if reason == "merge-further":
        assert refused.value.facts["stands"] == "spelt"


@pytest.mark.parametrize("state", sorted(set(State) - merge.MERGEABLE))
def test_what_was_rejected_or_taken_back_is_neither_merged_nor_merged_into(
    breads: Store, state: State
) -> None:
    keep(breads, "gone", state)
    for one, other in (("gone", "rye"), ("rye", "gone")):
        with pytest.raises(Conflict, match="merge-state"):
            merge.merge(breads, one, other, ADA)
    assert pointer(breads, "rye") == ""


def test_ideas_nobody_knows_are_not_merged(breads: Store) -> None:
    for one, other in (("rye", "nobody"), ("nobody", "rye")):
        with pytest.raises(Unknown):
            merge.merge(breads, one, other, ADA)


def test_of_two_moderators_at_once_the_second_is_told_so(breads: Store) -> None:
    seen = {"rye": 1, "spelt": 1, "oats": 1}
    merge.merge(breads, "rye", "spelt", ADA, seen)
    with pytest.raises(Conflict, match="entry-changed"):
        merge.merge(breads, "rye", "oats", Merging("ben", NOW), seen)
    with pytest.raises(Conflict, match="entry-changed"):
        merge.merge(breads, "oats", "rye", Merging("ben", NOW), seen)
    assert pointer(breads, "rye") == "spelt"
    with pytest.raises(Conflict, match="entry-changed"):
        merge.unmerge(breads, "rye", "ben", NOW, seen)


def test_a_public_sentence_is_a_reply_to_the_merged_one(breads: Store) -> None:
    merge.merge(breads, "rye", "spelt", Merging("ada", NOW, text=" The same flour. "))
    assert [each.text for each in reads.replies(breads, "bread", about="rye")] == [
        "The same flour."
    ]
    assert reads.replies(breads, "bread", about="spelt") == []


def test_a_sentence_that_is_too_long_merges_nothing(breads: Store) -> None:
    with pytest.raises(Invalid):
        merge.merge(breads, "rye", "spelt", Merging("ada", NOW, text="x" * 5000))
    assert pointer(breads, "rye") == ""


def test_one_that_waits_may_be_approved_with_it_or_go_on_waiting(store: Store) -> None:
    keep(store, "bread")
    keep(store, "rye", State.WAITING)
    keep(store, "oats", State.WAITING)
    merge.merge(store, "rye", "bread", Merging("ada", NOW, approve=True))
    merge.merge(store, "oats", "bread", ADA)
    rye, oats = reads.idea(store, "rye"), reads.idea(store, "oats")
    assert rye
    assert oats
    assert (rye.state, oats.state) == (State.APPROVED, State.WAITING)
    assert [each.move for each in reads.decisions(store, about="rye")] == ["approve", "merge"]


def test_what_is_not_merged_is_not_unmerged(breads: Store) -> None:
    with pytest.raises(Conflict, match="not-merged"):
        merge.unmerge(breads, "rye", "ada", NOW)


def test_undo_takes_a_merging_back_but_merges_nothing_by_itself(breads: Store) -> None:
    merging = merge.merge(breads, "rye", "spelt", ADA)
    (undone,) = desk.undo(breads, ["rye"], "ada", NOW)
    assert (pointer(breads, "rye"), undone.undoes) == ("", merging.ref)
    with pytest.raises(Conflict, match="undo-not-allowed"):
        desk.undo(breads, ["rye"], "ada", NOW)
    merge.merge(breads, "rye", "spelt", ADA)
    merge.unmerge(breads, "rye", "ada", NOW)
    with pytest.raises(Conflict, match="undo-not-allowed"):
        desk.undo(breads, ["rye"], "ada", NOW)


def plain(store: Store) -> Mapping[str, object]:
    """Everything of every idea but how often it was changed."""
    return {
        each.ref: {**vars(each), "revision": 0, "answers": dict(each.answers)}
        for each in reads.ideas(store, "bread")
    }


REFS = st.sampled_from(["rye", "spelt", "oats", "bran"])


@settings(max_examples=15, suppress_health_check=[BY_RULE])
@given(merged=st.lists(st.tuples(REFS, REFS), max_size=8), one=REFS, other=REFS)
def test_what_is_merged_and_unmerged_is_as_it_was_whatever_was_merged_before(
    store: Store, merged: list[tuple[str, str]], one: str, other: str
) -> None:
    store.table("ideas").truncate()
    for ref in ("rye", "spelt", "oats", "bran"):
        keep(store, ref)
    for pair in merged:
        _try_to_merge(store, *pair)
    before = plain(store)
    if _try_to_merge(store, one, other):
        assert stands(store, one) == other
        merge.unmerge(store, one, "ada", NOW + timedelta(minutes=1))
    assert plain(store) == before
    for ref in before:
        assert stands(store, ref) in before  # every way ends


def _try_to_merge(store: Store, one: str, other: str) -> bool:
    try:
        merge.merge(store, one, other, ADA)
    except Conflict:
        return False
    return True
