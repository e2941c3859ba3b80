from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.brief import DatedPhase, FormKind, Shape, Showing
from collector.entries import Decision, State
from collector.errors import Conflict
from collector.moderation import (
    ENDS,
    MOVES,
    TARGET,
    Move,
    arrival,
    counted,
    merged_sets,
    move,
    standing,
    undo,
    visible,
)
from collector.words import say
from tests.form.forms import form, question
from tests.kept import AFTER, BEFORE, NOW, brief, idea, response

IDEAS = form(question(Shape.TEXT, "title", public=True))
POLL = form(question(Shape.ONE), kind=FormKind.POLL, name="poll")

states = st.sampled_from(State)
moves = st.sampled_from(Move)


def decision(before: State, after: State, by: str = "approve") -> Decision:
    return Decision(
        ref="d",
        about="e",
        challenge="bread",
        move=by,
        before=before,
        after=after,
        by="maja",
        at=NOW,
    )


@given(states, moves)
def test_a_move_leads_to_its_one_state_or_is_refused_with_a_sentence(state, by):
    if by in MOVES[state]:
        assert move(state, by) is MOVES[state][by] is TARGET[by]
        return
    with pytest.raises(Conflict) as refused:
        move(state, by)
    assert say(refused.value.reason, refused.value.facts)


@pytest.mark.parametrize("end", sorted(ENDS))
@pytest.mark.parametrize("by", Move)
def test_nothing_leads_out_of_withdrawn_and_erased(end, by):
    with pytest.raises(Conflict):
        move(end, by)


@pytest.mark.parametrize("state", sorted(set(State) - ENDS))
def test_the_author_may_withdraw_whatever_the_owner_decided(state):
    assert move(state, Move.WITHDRAW) is State.WITHDRAWN


@given(states, moves)
def test_every_owners_move_can_be_undone_and_leaves_the_entry_as_it_was(state, by):
    if by in MOVES[state] and by is not Move.WITHDRAW:
        after = move(state, by)
        assert undo(after, decision(state, after, by)) is state


@given(states, states, states)
def test_undo_gives_what_the_decision_found_while_it_stands_and_nothing_else(state, before, after):
    if state is after and before is not after and not {before, after} & ENDS:
        assert undo(state, decision(before, after)) is before
        return
    with pytest.raises(Conflict) as refused:
        undo(state, decision(before, after))
    assert say(refused.value.reason, refused.value.facts)


def test_a_withdrawal_is_its_authors_and_no_owner_undoes_it():
    with pytest.raises(Conflict, match="undo-not-allowed"):
        undo(State.WITHDRAWN, decision(State.APPROVED, State.WITHDRAWN, "withdraw"))


@pytest.mark.parametrize(
    ("sent_to", "moderation", "flags", "state"),
    [
        (IDEAS, "before", (), State.WAITING),
        (IDEAS, "after", (), State.APPROVED),
        (IDEAS, "after", ("trap",), State.WAITING),
        (POLL, "before", (), State.APPROVED),
        (POLL, "before", ("too fast",), State.WAITING),
    ],
)
def test_an_idea_waits_unless_the_rule_says_after_and_what_is_suspected_always_waits(
    sent_to, moderation, flags, state
):
    assert arrival(brief(IDEAS, POLL, moderation=moderation), sent_to, flags) is state


@given(states)
def test_only_an_approved_idea_is_shown(state):
    entry = idea(IDEAS, {"title": "Rye"}, state=state)
    assert visible(entry, brief(IDEAS), NOW) == (state is State.APPROVED)


@given(states)
def test_a_response_is_never_shown_and_only_an_approved_one_counts(state):
    entry = response(POLL, {"one": "bern"}, state=state)
    assert not visible(entry, brief(POLL), NOW)
    assert counted(entry) == (state is State.APPROVED)


def test_an_idea_is_not_shown_where_its_form_is_gone_private_or_another_kind():
    entry = idea(IDEAS, {"title": "Rye"})
    assert not visible(entry, brief(POLL), NOW)
    assert not visible(entry, brief(replace(IDEAS, private=True)), NOW)
    assert not visible(entry, brief(replace(IDEAS, kind=FormKind.SURVEY)), NOW)


def test_an_idea_is_shown_only_in_its_own_challenge_and_not_before_that_opens():
    entry = idea(IDEAS, {"title": "Rye"})
    assert not visible(entry, brief(IDEAS, slug="rolls"), NOW)
    assert not visible(entry, brief(IDEAS, opens=AFTER), NOW)
    assert visible(entry, brief(IDEAS, closes=BEFORE), NOW)


def test_a_merged_idea_is_seen_still_at_the_one_it_was_merged_into():
    assert visible(idea(IDEAS, {"title": "Rye"}, merged="another"), brief(IDEAS), NOW)


def test_nobody_decides_on_what_nobody_has_sent():
    assert set(MOVES[State.UNFINISHED]) == {Move.WITHDRAW}
    saved = response(POLL, {"one": "bern"}, state=State.UNFINISHED, complete=False)
    assert not counted(saved)


def leads(**merged: str) -> dict[str, str]:
    return {"rye": "", "spelt": "", "oats": "", "bran": ""} | merged


def test_a_merged_idea_stands_at_the_end_of_its_pointers():
    chain = leads(rye="spelt", spelt="oats")
    assert [standing(ref, chain) for ref in chain] == ["oats", "oats", "oats", "bran"]
    assert merged_sets(chain) == {"oats": ("oats", "rye", "spelt"), "bran": ("bran",)}


def test_a_pointer_to_what_may_not_be_seen_counts_for_nothing():
    assert standing("rye", {"rye": "spelt", "spelt": "gone"}) == "spelt"
    assert standing("rye", {"rye": "gone"}) == "rye"
    assert standing("gone", {"rye": "gone"}) == "gone"


REFS = st.sampled_from(["rye", "spelt", "oats", "bran", "gone"])


@given(st.dictionaries(REFS, REFS, max_size=5))
def test_every_idea_is_in_one_set_and_none_is_lost(pointers):
    """Also where pointers run in a ring, which no act makes."""
    told = {ref: merged for ref, merged in pointers.items() if ref != "gone"}
    sets = merged_sets(told)
    assert sorted(each for refs in sets.values() for each in refs) == sorted(told)
    for stands, refs in sets.items():
        assert {standing(each, told) for each in refs} == {stands}
        assert refs[0] == stands


@pytest.mark.parametrize(
    ("shows", "shown_in_it"), [({Showing.IDEAS}, True), ({Showing.COUNTS}, False), (set(), False)]
)
def test_an_idea_is_shown_only_while_its_phase_shows_ideas_and_after_the_last(shows, shown_in_it):
    phase = DatedPhase("Send", BEFORE, AFTER, shows=frozenset(shows))
    challenge = brief(IDEAS, phases=(phase,), opens=BEFORE, closes=AFTER)
    entry = idea(IDEAS, {"title": "Rye"})
    assert not visible(entry, challenge, BEFORE - timedelta(seconds=1))
    assert visible(entry, challenge, NOW) is shown_in_it
    assert visible(entry, challenge, AFTER)
