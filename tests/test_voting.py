"""What a vote may be under a challenge's rules."""

import pytest

from collector import voting
from collector.brief import SINGLE, Voting, VotingKind
from collector.entries import State
from collector.errors import Conflict, Invalid, Unknown
from tests.acts.test_vote import FORM
from tests.kept import brief, idea

RYE = idea(FORM, {"title": "Rye"}, ref="k3d9x2mf77abqq4r")


def test_every_kind_of_voting_on_single_ideas_has_its_values() -> None:
    assert set(voting.VALUES) == SINGLE


@pytest.mark.parametrize("kind", sorted(SINGLE))
def test_a_value_of_the_kind_may_be_said_and_no_other(kind: VotingKind) -> None:
    for value in voting.VALUES[kind]:
        voting.ensure_value(Voting(kind), value)
    for value in ("", "0", "6", "no", "YES", " yes", "maybe", "\0"):
        with pytest.raises(Invalid):
            voting.ensure_value(Voting(kind), value)


@pytest.mark.parametrize("kind", [None, *sorted(set(VotingKind) - SINGLE)])
def test_ballots_and_pairs_are_no_votes_on_one_idea(kind: VotingKind | None) -> None:
    with pytest.raises(Conflict, match="vote-none"):
        voting.on_ideas(brief(FORM, voting=kind and Voting(kind)))


def test_what_can_be_voted_on_is_shown_and_stands_for_itself() -> None:
    assert voting.ensure_votable(RYE, RYE.ref, shown=True) == RYE


@pytest.mark.parametrize(
    ("found", "stands", "shown", "reason"),
    [
        (None, "", False, "vote-unknown"),
        (idea(FORM, {}, state=State.ERASED), "", False, "vote-unknown"),
        (idea(FORM, {}, state=State.WITHDRAWN), "", False, "vote-withdrawn"),
        (RYE, RYE.ref, False, "vote-not-shown"),
        (RYE, "another", True, "vote-merged"),
    ],
)
def test_anything_else_is_refused_by_name(found, stands, shown, reason) -> None:
    with pytest.raises((Unknown, Conflict)) as told:
        voting.ensure_votable(found, stands, shown=shown)
    assert told.value.reason == reason


@pytest.mark.parametrize(("used", "left"), [(0, 3), (2, 1), (3, 0), (5, 0)])
def test_the_allowance_is_never_less_than_nothing(used: int, left: int) -> None:
    rules = Voting(VotingKind.APPROVE, most=3)
    assert voting.left(rules, used) == left
    assert voting.left(Voting(VotingKind.APPROVE), used) is None
    if left:
        voting.ensure_left(rules, used)
    else:
        with pytest.raises(Conflict, match="vote-spent"):
            voting.ensure_left(rules, used)
