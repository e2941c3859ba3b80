"""A race for one claim in several processes: of many answers of one browser, one is kept."""

import multiprocessing
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from collector.acts import visit
from collector.entries import NO_KEY, Claim
from collector.errors import Conflict
from collector.store import Store, reads, writes
from collector.store.engine import MEMORY, Place
from tests.acts.test_visit import POLL, submission
from tests.kept import NOW

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

PROCESSES, THREADS = 4, 50
CLAIM = "7f" * 32


def answer(store: Store, number: int) -> str:
    """What a browser is told that sends its answer in one of many tabs."""
    sent = submission(POLL, key=f"k{number}", claim=CLAIM)
    try:
        visit.send(store, sent, NOW)
    except Conflict as refused:
        return refused.reason
    return "kept"


def crowd(store: Store, first: int, together: Barrier) -> list[str]:
    def tab(number: int) -> str:
        together.wait()
        return answer(store, number)

    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(tab, range(first, first + THREADS)))


def race(place: Place) -> Counter[str]:
    context = multiprocessing.get_context("fork")
    results = context.SimpleQueue()
    start = context.Barrier(PROCESSES)

    def process(first: int) -> None:
        with Store(place) as store:
            store.table("claims").first(hash="none")
            results.put(crowd(store, first, Barrier(THREADS, action=start.wait)))

    workers = [context.Process(target=process, args=(n * THREADS,)) for n in range(PROCESSES)]
    for each in workers:
        each.start()
    told = Counter(each for _ in workers for each in results.get())
    for each in workers:
        each.join()
    return told


def test_of_two_hundred_identical_answers_at_once_one_counts(place: Place) -> None:
    if place == MEMORY:
        with Store(place) as store:
            told = Counter(crowd(store, 0, Barrier(THREADS)))
            assert told == {"kept": 1, "answered-before": THREADS - 1}
            assert reads.number(store, challenge="bread") == 1
        return
    Store(place).close()
    assert race(place) == {"kept": 1, "answered-before": PROCESSES * THREADS - 1}
    with Store(place) as store:
        (kept,) = reads.responses(store, "bread")
        assert NO_KEY not in kept.flags
        assert len(store.table("receipts")) == 1
        assert [each["hash"] for each in store.table("claims")] == [CLAIM]


def test_two_claims_that_begin_alike_both_have_a_place(place: Place) -> None:
    hashes = [f"{'a' * 60}{end}" for end in ("0000", "0001", "0002")]
    with Store(place) as store:
        for each in hashes:
            writes.claim(store, Claim(hash=each))
        assert [each["hash"] for each in store.table("claims")] == hashes
