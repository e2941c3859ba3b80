"""A challenge that wants so many answers takes no more, and closes by itself."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from collector.acts import quota, receipt, visit
from collector.brief import Brief, Phase
from collector.entries import JobKind, State
from collector.errors import Closed
from collector.store import Store, reads
from tests.acts.test_visit import IDEA, POLL, submission
from tests.kept import AFTER, BEFORE, NOW, brief

LATER = NOW + timedelta(hours=3)


def of_two(**facts: object) -> Brief:
    return brief(IDEA, POLL, closes_after=2, **facts)


def sends(store: Store, key: str, of: Brief, **more: object) -> None:
    visit.send(store, submission(POLL, of=of, key=key, claim="", title=key, **more), NOW)


def test_the_last_one_closes_it_and_leaves_its_page_to_be_closed(store: Store) -> None:
    sends(store, "k1", of_two())
    assert quota.standing(store, of_two(), LATER).phase(LATER) is Phase.OPEN
    sends(store, "k2", of_two())
    standing = quota.standing(store, of_two(), LATER)
    assert (standing.closes, standing.phase(LATER)) == (NOW, Phase.CLOSED)
    assert JobKind.FILL in {job.kind for job in reads.jobs(store)}
    with pytest.raises(Closed) as closed:
        sends(store, "k3", of_two())
    assert closed.value.facts["closes"] == NOW
    assert reads.number(store, challenge="bread") == 2


def test_answers_of_all_forms_count_and_suspected_and_waiting_ones_too(store: Store) -> None:
    visit.send(store, submission(IDEA, of=of_two()), NOW)
    sends(store, "k2", of_two(), flags=("trap",))
    with pytest.raises(Closed):
        sends(store, "k3", of_two())


def test_what_is_taken_back_before_makes_room_and_afterwards_opens_nothing(store: Store) -> None:
    codes = {f"{n}": receipt.code_hash(f"{n}") for n in range(4)}
    sends(store, codes["0"], of_two())
    receipt.withdraw(store, "0", NOW)
    sends(store, codes["1"], of_two())
    sends(store, codes["2"], of_two())
    receipt.withdraw(store, "1", LATER)
    with pytest.raises(Closed):
        sends(store, codes["3"], of_two())


def test_who_wants_more_opens_it_again_and_who_wants_fewer_closes_it(store: Store) -> None:
    for key in ("k1", "k2"):
        sends(store, key, of_two())
    more, fewer = replace(of_two(), closes_after=3), replace(of_two(), closes_after=1)
    assert quota.standing(store, more, LATER).phase(LATER) is Phase.OPEN
    assert quota.standing(store, fewer, LATER).phase(LATER) is Phase.CLOSED
    with pytest.raises(Closed):
        sends(store, "k3", fewer)
    sends(store, "k3", more)
    assert quota.standing(store, more, LATER).closes == NOW


def test_its_own_end_closes_it_as_well(store: Store) -> None:
    over, later = of_two(closes=BEFORE), of_two(closes=AFTER)
    assert quota.standing(store, over, NOW).closes == BEFORE
    for key in ("k1", "k2"):
        sends(store, key, later)
    assert quota.standing(store, later, LATER).closes == NOW
    assert quota.standing(store, over, LATER).closes == BEFORE


def test_without_a_quota_nothing_is_noted(store: Store) -> None:
    plain = brief(POLL)
    quota.settle(store, plain, NOW)
    assert quota.standing(store, plain, NOW) is plain
    assert len(store.table("counters")) == 0


def test_of_a_crowd_as_many_are_taken_as_were_wanted(store: Store) -> None:
    wanted = brief(POLL, closes_after=20)

    def answer(number: int) -> bool:
        try:
            sends(store, f"k{number}", wanted)
        except Closed:
            return False
        return True

    with ThreadPoolExecutor(16) as crowd:
        assert sum(crowd.map(answer, range(60))) == 20
    assert reads.number(store, State.APPROVED, challenge="bread") == 20
    assert len(store.table("receipts")) == 20
