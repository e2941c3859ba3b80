"""What is allowed in an hour, wherever it is counted."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeAlias

import pytest

from collector.errors import TooMany
from collector.garden import Garden, Settings, StoreSettings
from collector.store import Limits
from tests.engines import not_in_memory

pytestmark = [pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"), not_in_memory]

Open: TypeAlias = Callable[[], Limits]


@pytest.fixture
def open_limits(tmp_path: Path, engine: StoreSettings) -> Iterator[Open]:
    """The same limits once more, as another process of another machine has them."""
    opened = []

    def open_once_more() -> Limits:
        opened.append(Limits.open(Garden(tmp_path, Settings(store=engine))))
        return opened[-1]

    yield open_once_more
    for each in opened:
        each.close()


@pytest.fixture
def limits(open_limits: Open) -> Limits:
    return open_limits()


def taken(limits: Limits, address: str, allowed: int, now: datetime, times: int = 1) -> int:
    """How many of so many takes are allowed."""
    count = 0
    for _ in range(times):
        try:
            limits.take("entry", address, allowed, now)
        except TooMany:
            continue
        count += 1
    return count


def test_no_more_than_allowed_in_an_hour(limits: Limits, now: datetime) -> None:
    assert taken(limits, "203.0.113.9", 3, now, times=5) == 3
    with pytest.raises(TooMany) as refused:
        limits.take("entry", "203.0.113.9", 3, now + timedelta(minutes=20))
    assert refused.value.wait == 40 * 60
    assert taken(limits, "203.0.113.9", 3, now + timedelta(hours=1), times=5) == 3


def test_each_kind_of_act_is_counted_apart(limits: Limits, now: datetime) -> None:
    limits.take("entry", "203.0.113.9", 1, now)
    limits.take("log-in", "203.0.113.9", 1, now)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("203.0.113.9", "203.0.113.200"),
        ("2001:db8:1:200::1", "2001:db8:1:2ff::7"),
        ("203.0.113.9", "::ffff:203.0.113.10"),
        ("", ""),
    ],
)
def test_one_network_is_one(limits: Limits, now: datetime, one: str, other: str) -> None:
    limits.take("entry", one, 1, now)
    assert taken(limits, other, 1, now) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("203.0.113.9", "203.0.114.9"),
        ("2001:db8:1:200::1", "2001:db8:1:300::1"),
        ("unix:", "203.0.113.9"),
    ],
)
def test_two_networks_are_two(limits: Limits, now: datetime, one: str, other: str) -> None:
    limits.take("entry", one, 1, now)
    assert taken(limits, other, 1, now) == 1


def test_a_limit_holds_across_threads_and_processes(open_limits: Open, now: datetime) -> None:
    def worker(results: "multiprocessing.SimpleQueue[int]") -> None:
        limits = open_limits()
        with ThreadPoolExecutor(4) as threads:
            results.put(sum(threads.map(lambda _: taken(limits, "::1", 25, now), range(20))))

    context = multiprocessing.get_context("fork")
    results = context.SimpleQueue()
    workers = [context.Process(target=worker, args=(results,)) for _ in range(3)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    assert sum(results.get() for _ in workers) == 25


def test_a_child_forked_after_the_first_take_counts_on(limits: Limits, now: datetime) -> None:
    assert taken(limits, "::1", 2, now) == 1
    with limits._turn:  # as if another thread were counting
        child = os.fork()
        if child == 0:
            signal.alarm(20)
            os._exit(taken(limits, "::1", 2, now, times=5))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
    assert taken(limits, "::1", 2, now) == 0


def test_a_generous_limit_is_never_exceeded_across_processes(
    open_limits: Open, now: datetime
) -> None:
    one, other = open_limits(), open_limits()
    allowed = 1000
    both = sum(
        taken(each, "::1", allowed, now, times=20) for _ in range(40) for each in (one, other)
    )
    assert allowed - 2 * (allowed // 100) <= both <= allowed
    assert taken(one, "::1", allowed, now + timedelta(hours=1), times=5) == 5


def test_a_share_of_one_limit_is_none_of_another(limits: Limits, now: datetime) -> None:
    limits.take("entry", "::1", 1000, now)
    assert taken(limits, "::1", 2, now, times=5) == 0


@pytest.mark.parametrize("allowed", [20, 2000])
def test_what_costs_more_takes_more(
    limits: Limits, open_limits: Open, now: datetime, allowed: int
) -> None:
    spent = 0
    for turn in range(allowed):
        cost = 1 + turn % 7
        try:
            (limits, open_limits())[turn % 50 == 0].take("files", "203.0.113.9", allowed, now, cost)
        except TooMany:
            break
        spent += cost
    assert allowed // 2 < spent <= allowed
