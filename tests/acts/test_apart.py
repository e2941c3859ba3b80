"""Votes counted apart: by reason and idea; counted, or left apart, by a decision."""

import pytest

from collector.acts import apart, merge
from collector.acts.apart import Verdict
from collector.errors import Conflict, Unknown
from collector.store import Store, reads
from tests.acts.test_vote import BREAD, NOW, breads, count, says

__all__ = ["breads"]


@pytest.fixture
def flagged(store: Store, breads: list[str]) -> list[str]:
    for number in range(3):
        says(store, breads[0], voter=f"fast {number}", suspicion="too fast")
    says(store, breads[1], voter="fast", suspicion="too fast")
    says(store, breads[1], voter="")
    says(store, breads[1], voter="ada")
    return breads


def told(store: Store) -> list[tuple[str, str, int]]:
    return [(each.reason, each.title, each.n) for each in apart.apart(store, BREAD)]


def settles(store: Store, idea: str, reason: str, verdict: Verdict):
    return apart.settle(store, BREAD, idea, reason, verdict, "ada", NOW)


def test_they_are_told_by_reason_the_most_first(store: Store, flagged: list[str]) -> None:
    assert told(store) == [
        ("no key", "Bread 1", 1),
        ("too fast", "Bread 0", 3),
        ("too fast", "Bread 1", 1),
    ]


def test_they_count_once_somebody_says_so_and_a_decision_is_kept(
    store: Store, flagged: list[str]
) -> None:
    decision = settles(store, flagged[0], "too fast", Verdict.COUNT)
    assert count(store, flagged[0]).n == 3
    assert told(store) == [("no key", "Bread 1", 1), ("too fast", "Bread 1", 1)]
    assert reads.decisions(store, about=flagged[0]) == [decision]
    assert (decision.move, decision.before) == ("count-votes", "too fast")


def test_left_apart_they_stay_and_the_page_says_so(store: Store, flagged: list[str]) -> None:
    decision = settles(store, flagged[0], "too fast", Verdict.LEAVE)
    assert count(store, flagged[0]).apart == 3
    assert decision in [each.decided for each in apart.apart(store, BREAD)]


def test_what_comes_later_is_apart_again(store: Store, flagged: list[str]) -> None:
    settles(store, flagged[0], "too fast", Verdict.COUNT)
    says(store, flagged[0], voter="late", suspicion="too fast")
    assert (count(store, flagged[0]).n, count(store, flagged[0]).apart) == (3, 1)


def test_a_vote_that_was_let_count_counts_when_it_is_changed(
    store: Store, flagged: list[str]
) -> None:
    settles(store, flagged[0], "too fast", Verdict.COUNT)
    says(store, flagged[0], "", voter="fast 0")
    assert count(store, flagged[0]).n == 2


@pytest.mark.parametrize("reason", ["trap", "", "nonsense"])
def test_what_is_not_there_is_not_decided(store: Store, flagged: list[str], reason: str) -> None:
    for verdict in Verdict:
        with pytest.raises(Conflict):
            settles(store, flagged[0], reason, verdict)
    assert reads.decisions(store) == []


def test_an_idea_of_another_challenge_is_not_there(store: Store, flagged: list[str]) -> None:
    with pytest.raises(Unknown):
        settles(store, "nothing", "too fast", Verdict.COUNT)


def test_a_decision_about_votes_does_not_stand_in_the_way_of_undoing_a_move(
    store: Store, flagged: list[str]
) -> None:
    from collector.acts import desk
    from collector.moderation import Move

    desk.decide(store, Move.REJECT, [flagged[0]], "ada", NOW)
    settles(store, flagged[0], "too fast", Verdict.COUNT)
    desk.undo(store, [flagged[0]], "ada", NOW)
    assert count(store, flagged[0]).n == 3


def test_of_merged_ideas_the_one_that_stands_is_named(store: Store, flagged: list[str]) -> None:
    merge.merge(store, flagged[0], flagged[2], merge.Merging("ada", NOW))
    assert ("too fast", "Bread 2", 3) in told(store)
