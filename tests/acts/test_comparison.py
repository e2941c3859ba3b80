"""Comparisons of two ideas: one answer a pair and person; on every engine."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest

from collector.acts import comparison as comparisons
from collector.acts import desk, upkeep
from collector.acts.comparison import Answer
from collector.brief import Brief, Form, FormKind, Page, Question, Shape, Voting, VotingKind
from collector.entries import Comparison, new_reference
from collector.errors import Closed, Conflict, Invalid
from collector.garden import Garden, Settings
from collector.moderation import Move
from collector.store import Store, writes
from collector.store import comparisons as kept
from tests.kept import brief as challenge
from tests.kept import idea as sent

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
TITLE = Question("title", "Title", Shape.TEXT, required=True)
FORM = Form("idea", FormKind.IDEA, "Idea", pages=(Page((TITLE,)),))
PAIRS = challenge(FORM, voting=Voting(VotingKind.PAIRWISE))


@pytest.fixture
def breads(store: Store) -> list[str]:
    ideas = [sent(FORM, {"title": f"Bread {n}"}) for n in range(3)]
    store.transact(lambda store: [writes.add(store, each) for each in ideas])
    return [each.ref for each in ideas]


def says(
    store: Store,
    pair: list[str],
    choice: str = "left",
    voter: str = "ada",
    ref: str = "",
    brief: Brief = PAIRS,
) -> Comparison:
    left, right = pair
    said = Answer(
        brief=brief,
        ref=ref or new_reference(),
        left=left,
        right=right,
        choice=choice,
        voter=voter,
    )
    return comparisons.answer(store, said, NOW)


def all_of(store: Store) -> list[tuple[str, str, str]]:
    return [(each.left, each.right, each.choice) for each in kept.all_in(store, "bread", "1")]


def test_an_answer_is_kept_to_the_hour(store: Store, breads: list[str]) -> None:
    assert says(store, breads[:2]).at == NOW.replace(minute=0)
    assert all_of(store) == [(breads[0], breads[1], "left")]
    assert comparisons.seen(store, PAIRS, "ada") == {frozenset(breads[:2])}
    assert comparisons.seen(store, PAIRS, "ben") == frozenset()


def test_of_one_person_the_last_answer_about_a_pair_stands(store: Store, breads: list[str]) -> None:
    says(store, breads[:2])
    says(store, breads[1::-1], "left")
    assert all_of(store) == [(breads[1], breads[0], "left")]


def test_the_same_answer_again_changes_nothing_even_without_a_key(
    store: Store, breads: list[str]
) -> None:
    first = says(store, breads[:2], voter="", ref="2" * 16)
    assert says(store, breads[:2], voter="", ref="2" * 16) == first
    assert first.apart == "no key"
    assert len(all_of(store)) == 1


def test_what_can_not_be_said_is_refused(store: Store, breads: list[str]) -> None:
    with pytest.raises(Invalid):
        says(store, breads[:2], "both")
    with pytest.raises(Conflict):
        says(store, breads[:2], brief=challenge(FORM))
    for facts in ({"opens": NOW + timedelta(1)}, {"closes": NOW - timedelta(1)}):
        with pytest.raises(Closed):
            says(store, breads[:2], brief=replace(PAIRS, **facts))
    desk.decide(store, Move.REJECT, [breads[0]], "ada", NOW)
    with pytest.raises(Conflict) as told:
        says(store, breads[:2])
    assert told.value.reason == "pairs-gone"
    assert all_of(store) == []


def test_erasing_an_idea_or_oneself(store: Store, breads: list[str], tmp_path) -> None:
    says(store, breads[:2])
    says(store, breads[1:])
    upkeep.erase(Garden(tmp_path, Settings()), store, breads[0], "ada", NOW)
    assert all_of(store) == [(breads[1], breads[2], "left")]
    over = replace(PAIRS, closes=NOW - timedelta(1))
    assert comparisons.forget(store, over, "ada", NOW) == 1
    assert comparisons.seen(store, PAIRS, "ada") == frozenset()
    assert len(all_of(store)) == 1
    says(store, breads[1:])
    assert comparisons.forget(store, PAIRS, "ada", NOW) == 1
    assert len(all_of(store)) == 1
    assert comparisons.forget(store, PAIRS, "", NOW) == 0


def test_of_many_answers_about_a_pair_at_once_one_is_kept(store: Store, breads: list[str]) -> None:
    start = Barrier(12)

    def one(number: int) -> str:
        start.wait()
        return says(store, breads[:2], ("left", "right")[number % 2]).ref

    with ThreadPoolExecutor(12) as threads:
        refs = set(threads.map(one, range(12)))
    assert len(refs) == len(all_of(store)) == 1
