"""Many entries are decided on under one name, in steps, and taken back by it."""

import pytest

from collector.acts import desk, many
from collector.entries import Idea, Reason, State, new_reference
from collector.errors import Conflict
from collector.moderation import Move
from collector.store import Store, reads, writes
from tests.kept import NOW


@pytest.fixture
def ideas(store: Store) -> list[str]:
    """More than two steps of them."""

    def fill(store: Store) -> list[str]:
        return [_kept(store, f"Idea {number}") for number in range(2 * many.STEP + 1)]

    return store.transact(fill)


def _kept(store: Store, title: str) -> str:
    ref = new_reference()
    about = {"ref": ref, "challenge": "bread", "form": "idea", "form_hash": "h"}
    writes.add(store, Idea(**about, answers={"title": title}, state=State.WAITING, received=NOW))
    return ref


def states(store: Store) -> list[State]:
    return [each.state for each in reads.ideas(store, "bread")]


def spam(store: Store, refs: list[str]) -> many.Done:
    return many.decide(store, Move.SPAM, refs, State.WAITING, "ada", NOW, reason=Reason.ADVERTISING)


def test_all_are_moved_under_one_name_with_the_reason(store: Store, ideas: list[str]) -> None:
    done = spam(store, ideas)
    assert (done.count, done.passed) == (len(ideas), 0)
    assert set(states(store)) == {State.SPAM}
    log = list(reads.batch(store, done.batch))
    assert [each.about for each in log] == ideas
    assert {(each.move, each.by, each.reason) for each in log} == {
        ("spam", "ada", Reason.ADVERTISING)
    }
    assert reads.size_of_batch(store, done.batch) == len(ideas)


def test_what_somebody_else_decided_meanwhile_is_passed_over(
    store: Store, ideas: list[str]
) -> None:
    desk.decide(store, Move.APPROVE, ideas[:1], "ben", NOW)
    done = spam(store, [*ideas, "nobody", ideas[1]])
    assert (done.count, done.passed) == (len(ideas) - 1, 2)
    assert states(store)[0] is State.APPROVED


def test_all_come_back_by_the_name_but_for_what_was_decided_since(
    store: Store, ideas: list[str]
) -> None:
    done = spam(store, ideas)
    desk.decide(store, Move.REJECT, ideas[:1], "ben", NOW)
    back = many.undo(store, done.batch, ideas, "ada", NOW)
    assert (back.count, back.passed) == (len(ideas) - 1, 1)
    assert states(store) == [State.REJECTED, *[State.WAITING] * (len(ideas) - 1)]
    again = many.undo(store, done.batch, ideas, "ada", NOW)
    assert (again.count, again.passed) == (0, len(ideas))


def test_a_step_that_fails_leaves_those_before_it_done(
    store: Store, ideas: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = many.carry_out

    def failing(store: Store, entry: Idea, decision):
        if entry.ref == ideas[many.STEP + 3]:
            raise OSError("full")
        return sound(store, entry, decision)

    monkeypatch.setattr(many, "carry_out", failing)
    with pytest.raises(OSError, match="full"):
        spam(store, ideas)
    found = states(store)
    assert found.count(State.SPAM) == many.STEP
    assert len(list(reads.decisions(store))) == many.STEP


def test_a_move_that_leads_nowhere_is_refused(store: Store, ideas: list[str]) -> None:
    with pytest.raises(Conflict):
        many.decide(store, Move.REOPEN, ideas, State.WAITING, "ada", NOW)
    assert reads.decisions(store) == []


def test_under_no_name_there_is_nothing(store: Store, ideas: list[str]) -> None:
    desk.decide(store, Move.APPROVE, ideas[:1], "ada", NOW)
    assert list(reads.batch(store, "")) == []
    assert reads.size_of_batch(store, "") == 0
