"""A race of voters in several processes: a vote counts once, and nobody spends more than they have.

The tables are the tests' own. What makes a vote count once is a unique key; what keeps a budget is
an act that counts before it writes.
"""

import multiprocessing
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from collector.store import Store
from collector.store.engine import Place
from collector.store.shape import Shape

pytestmark = [
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
    pytest.mark.parametrize(
        "engine", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
    ),
]

PROCESSES, THREADS = 4, 50
BUDGET = 3

SHAPES = (
    Shape(
        "votes",
        keys=("round", "idea", "voter"),
        unique=(("round", "idea", "voter"),),
        index=(("round", "voter"),),
    ),
)


class Spent(Exception):
    """The voter has no vote left."""


def vote_once(store: Store, _number: int) -> str:
    store.table("votes").insert({"round": "one", "idea": "rye", "voter": "ada", "value": 1})
    return "counted"


def vote_within_budget(store: Store, number: int) -> str:
    def act(store: Store) -> str:
        votes = store.table("votes")
        if votes.number(round="one", voter="ada") >= BUDGET:
            raise Spent
        votes.insert({"round": "one", "idea": f"bread {number}", "voter": "ada", "value": 1})
        return "counted"

    return store.transact(act)


def race(place: Place, vote: Callable[[Store, int], str]) -> Counter[str]:
    """What the voters of all processes were told; they begin at one instant."""
    context = multiprocessing.get_context("fork")
    results = context.SimpleQueue()
    start = context.Barrier(PROCESSES)

    def process(first: int) -> None:
        together = Barrier(THREADS, action=start.wait)
        with Store(place, SHAPES) as store, ThreadPoolExecutor(THREADS) as threads:
            store.table("votes").first(round="none")

            def voter(number: int) -> str:
                together.wait()
                try:
                    return vote(store, number)
                except Exception as told:  # noqa: BLE001  # whatever it is, it is told
                    return type(told).__name__

            results.put(list(threads.map(voter, range(first, first + THREADS))))

    workers = [context.Process(target=process, args=(n * THREADS,)) for n in range(PROCESSES)]
    for each in workers:
        each.start()
    told = Counter(each for _ in workers for each in results.get())
    for each in workers:
        each.join()
    assert told.total() == PROCESSES * THREADS
    return told


def test_of_two_hundred_identical_votes_one_counts(place: Place) -> None:
    Store(place, SHAPES).close()
    told = race(place, vote_once)
    assert told == {"counted": 1, "Taken": PROCESSES * THREADS - 1}
    with Store(place, SHAPES) as store:
        assert len(store.table("votes")) == 1


def test_two_hundred_votes_at_once_overspend_no_budget_of_three(place: Place) -> None:
    Store(place, SHAPES).close()
    told = race(place, vote_within_budget)
    assert told == {"counted": BUDGET, "Spent": PROCESSES * THREADS - BUDGET}
    with Store(place, SHAPES) as store:
        assert len(store.table("votes")) == BUDGET
