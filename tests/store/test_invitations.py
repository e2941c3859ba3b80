"""Invitations on every engine: one code, one answer, whoever is first; nothing that ties them."""

import multiprocessing
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest

from collector.acts import invite, visit
from collector.acts.admit import PersonKind, Proof
from collector.brief import Access, Act, Group
from collector.entries import Card, invitation_hash
from collector.errors import Conflict, Taken, Unproven
from collector.store import Store, invitations, reads
from collector.store.engine import MEMORY, Place
from tests.acts.test_visit import POLL, submission
from tests.kept import NOW, brief

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

PROCESSES, THREADS = 4, 50
INVITED = replace(
    brief(POLL), access={Act.ANSWER: Access.INVITE}, groups=(Group("staff", "Staff"),)
)


def made(store: Store, count: int = 1) -> list[Card]:
    return invite.make(store, INVITED, count, NOW, group="staff")


def answer(store: Store, code: str, number: int = 0, claim: str = "7f" * 32, **when: int) -> str:
    proof = Proof(PersonKind.INVITATION, invitation_hash(code))
    sent = submission(POLL, of=INVITED, key=f"k{number}", claim=claim, proof=proof)
    try:
        visit.send(store, sent, NOW + timedelta(**when))
    except (Conflict, Unproven) as refused:
        return refused.reason
    return "kept"


def crowd(store: Store, code: str, first: int, together: Barrier) -> list[str]:
    def tab(number: int) -> str:
        together.wait()
        return answer(store, code, number)

    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(tab, range(first, first + THREADS)))


def race(place: Place, code: str) -> Counter[str]:
    context = multiprocessing.get_context("fork")
    results = context.SimpleQueue()
    start = context.Barrier(PROCESSES)

    def process(first: int) -> None:
        with Store(place) as store:
            store.table("claims").first(hash="none")
            results.put(crowd(store, code, first, Barrier(THREADS, action=start.wait)))

    workers = [context.Process(target=process, args=(n * THREADS,)) for n in range(PROCESSES)]
    for each in workers:
        each.start()
    told = Counter(each for _ in workers for each in results.get())
    for each in workers:
        each.join()
    return told


def test_of_two_hundred_who_hold_one_code_one_is_kept(place: Place) -> None:
    if place == MEMORY:
        with Store(place) as store:
            (card,) = made(store)
            told = Counter(crowd(store, card.code, 0, Barrier(THREADS)))
            assert told == {"kept": 1, "invite-used": THREADS - 1}
        return
    with Store(place) as store:
        (card,) = made(store)
    assert race(place, card.code) == {"kept": 1, "invite-used": PROCESSES * THREADS - 1}
    with Store(place) as store:
        assert reads.number(store, challenge="bread") == 1


def test_what_is_kept_tells_that_a_code_was_used_and_not_for_what(place: Place) -> None:
    """Codes are used from the last to the first: no order, time or name gives the pairs away."""
    with Store(place) as store:
        cards = made(store, 5)
        for n, card in enumerate(reversed(cards)):
            claim = invitation_hash(f"claim of {card.code}")
            assert answer(store, card.code, n, claim, hours=n) == "kept"
        kept = invitations.of_challenge(store, "bread")
        assert [each.number for each in kept] == [1, 2, 3, 4, 5]
        assert {each.used for each in kept} == {True}
        known = {each.code_hash for each in kept} | {each.place for each in kept}
        known |= {card.code for card in cards} | {card.code.replace("-", "") for card in cards}
        for table in ("responses", "claims", "receipts", "jobs", "votes"):
            for row in store.table(table):
                assert not [each for each in known if each in str(row)], table
        rows = [each["hash"] for each in store.table("claims")]
        assert rows == sorted(rows)
        assert {each.group for each in reads.responses(store, "bread")} == {"staff"}


def test_what_was_taken_back_meanwhile_lets_nobody_in(place: Place) -> None:
    with Store(place) as store:
        first, second = made(store, 2)
        assert answer(store, first.code, 1, "aa" * 32) == "kept"
        assert invite.void(store, INVITED, "staff") == 1
        assert answer(store, second.code, 2, "bb" * 32) == "invite-void"
        assert reads.number(store, challenge="bread") == 1
        assert not invitations.find(store, invitation_hash(second.code)).used


def test_a_number_is_given_once(place: Place) -> None:
    with Store(place) as store:
        made(store, 2)
        (third,) = made(store)
        assert third.invitation.number == 3
        twin = replace(third.invitation, code_hash="other")
        with pytest.raises(Taken):
            store.transact(lambda store: invitations.add(store, [twin]))
