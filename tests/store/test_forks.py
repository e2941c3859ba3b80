"""What a process opened is its own: a child that is forked from it begins anew."""

import multiprocessing
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from collector.store import Store
from tests.engines import not_in_memory

pytestmark = [pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"), not_in_memory]


def test_a_child_forked_after_opening_writes_and_reads_on_its_own(store: Store) -> None:
    store.insert({"by": "parent"})
    assert len(store) == 1

    def child() -> None:
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(lambda n: store.insert({"by": f"child {n}"}), range(20)))
        assert len(store) >= 21

    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    for n in range(20):
        store.insert({"by": f"parent {n}"})
    process.join(30)
    assert process.exitcode == 0
    assert len(store) == 41


def test_a_child_forked_in_the_middle_of_an_act_does_not_wait_for_it(store: Store) -> None:
    def act(store: Store) -> int:
        store.insert({"by": "parent"})
        process = os.fork()
        if process == 0:
            os._exit(len(store))
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])

    assert store.transact(act) == 0
    assert len(store) == 1
