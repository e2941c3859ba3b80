"""Each trap that lost data or time in a prototype of the store, and the tests that hold it.

a writer that dies, or was begun before a fork   store/sqlite/test_dead_writer.py
                                                 store/test_forks.py
the driver's own transactions                    faults/test_traps.py
a disk that fills in mid-batch                   store/sqlite/test_sqlite.py
                                                 faults/test_disk.py
a file replaced under a running writer           store/sqlite/test_sqlite.py
                                                 store/sqlite/test_standing.py
a budget overspent at READ COMMITTED             store/test_votes.py
an index that a bound path never uses            store/test_narrow.py
keys that collide or fail on one engine only     store/test_values.py
all documents in memory, a long read             store/test_ours.py
                                                 faults/test_traps.py
writers and openers that wait by sleeping        store/sqlite/test_sqlite.py
                                                 faults/test_traps.py
a query pushed down that finds too little        store/test_narrow.py
a query cache, and ids that come again           store/test_ours.py
                                                 faults/test_traps.py
a copy of a live file                            store/copies/test_backup.py
NaN that becomes null, and other values          store/test_values.py
"""

import multiprocessing
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tinydb import Query, where

from collector.store import Store
from collector.store.engine import Place
from collector.store.shape import Shape

SHARED = pytest.mark.parametrize(
    "engine", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)
"""The engines that several processes share."""

SHELF = Shape("shelf", keys=("name",), unique=(("name",),))

LOOK = """
import sqlite3, sys
place = sys.argv[1]
if "://" in place:
    from collector.store.postgres import Postgres
    with Postgres(place).reading() as connection:
        rows = connection.run("SELECT name FROM t_shelf ORDER BY name").fetchall()
else:
    rows = sqlite3.connect(place).execute("SELECT name FROM t_shelf ORDER BY name").fetchall()
print(*(name for (name,) in rows))
"""
"""Without opening a store: that waits for its turn among the writers."""


class Mistake(Exception):
    """Something an act raises."""


def seen_by_another_process(place: Place) -> list[str]:
    told = subprocess.run(
        [sys.executable, "-c", LOOK, str(place)], capture_output=True, text=True, check=True
    )
    return told.stdout.split()


def test_each_trap_is_held_by_tests_that_are_there() -> None:
    tests = Path(__file__).parents[1]
    named = set(re.findall(r"\S+/test_\w+\.py", __doc__ or ""))
    assert len(named) > 8
    assert [name for name in named if not (tests / name).is_file()] == []


@SHARED
def test_another_process_sees_nothing_of_an_open_batch_and_all_of_it_afterwards(
    place: Place,
) -> None:
    with Store(place, [SHELF]) as store:
        store.table("shelf").insert({"name": "before"})

        def act(store: Store) -> list[str]:
            store.table("shelf").insert_multiple([{"name": "one"}, {"name": "two"}])
            store.transact(lambda store: store.table("shelf").insert({"name": "within"}))
            store.table("shelf").remove(where("name") == "before")
            return seen_by_another_process(place)

        assert store.transact(act) == ["before"]
        assert seen_by_another_process(place) == ["one", "two", "within"]


@SHARED
def test_a_part_that_was_done_does_not_outlive_an_act_that_fails(place: Place) -> None:
    with Store(place, [SHELF]) as store:

        def act(store: Store) -> None:
            store.transact(lambda store: store.table("shelf").insert({"name": "within"}))
            raise Mistake

        with pytest.raises(Mistake):
            store.transact(act)
        assert store.table("shelf").all() == []
    assert seen_by_another_process(place) == []


@SHARED
def test_a_query_asked_twice_hears_what_another_process_changed_between(place: Place) -> None:
    query = (Query().name == "rye") & Query().seeds.any(["poppy"])
    pattern, any_case = Query().name.matches("RYE"), Query().name.matches("RYE", flags=re.I)
    with Store(place, [SHELF]) as one, Store(place, [SHELF]) as other:
        assert one.table("shelf").search(query) == []
        other.table("shelf").insert({"name": "rye", "seeds": ["poppy"]})
        assert one.table("shelf").count(query) == 1
        assert one.table("shelf").count(pattern) == 0
        assert one.table("shelf").count(any_case) == 1
        other.table("shelf").update({"seeds": []})
        assert one.table("shelf").search(query) == []


def test_a_reader_who_thinks_does_not_let_the_log_grow(tmp_path: Path) -> None:
    """An open read would keep every page that was written since."""
    log = tmp_path / "a.db-wal"

    def keep_some(store: Store) -> None:
        for _ in range(25):
            store.table("shelf").insert_multiple({"text": "x" * 100_000} for _ in range(10))

    with Store(tmp_path / "a.db", [SHELF]) as store:
        keep_some(store)
        alone = log.stat().st_size
        readers = [iter(store.table("shelf")) for _ in range(3)]
        for each in readers:
            next(each)
        keep_some(store)
        assert log.stat().st_size <= alone + 5_000_000
        assert [sum(1 for _ in each) for each in readers] == [499] * 3


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@SHARED
def test_processes_that_open_a_new_store_at_once_all_open_it(place: Place) -> None:
    context = multiprocessing.get_context("fork")
    start, told = context.Barrier(8), context.SimpleQueue()

    def process(number: int) -> None:
        start.wait()
        try:
            with Store(place) as store:
                told.put(store.table("ideas").insert({"ref": f"{number}"}) > 0)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is told
            told.put(repr(error))

    processes = [context.Process(target=process, args=(n,)) for n in range(8)]
    for each in processes:
        each.start()
    assert [told.get() for _ in processes] == [True] * 8
    for each in processes:
        each.join()


def test_writers_of_several_stores_take_turns_without_losing_patience(tmp_path: Path) -> None:
    stores = [Store(tmp_path / "a.db", [SHELF]) for _ in range(4)]

    def keep(number: int) -> int:
        return stores[number % 4].table("shelf").insert({"name": f"{number}"})

    with ThreadPoolExecutor(32) as threads:
        rows = list(threads.map(keep, range(400)))
    assert len({*rows}) == 400
    for each in stores:
        each.close()
