"""Many threads that do the same thing again and again for a while, and how long each time took."""

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter
from typing import TypeAlias

Act: TypeAlias = Callable[[], object]
"""What is done once and is durable when it returns."""
Actor: TypeAlias = Callable[[], AbstractContextManager[Act]]
"""What a thread opens for itself before it begins."""

PATIENCE = 60
"""Seconds until every thread has opened what it needs."""


@dataclass(frozen=True)
class Speed:
    """Acts a second, and the 99th percentile of how long one took, in milliseconds."""

    rate: float
    p99: float

    def told(self) -> dict[str, float]:
        return {"a second": round(self.rate), "p99 in ms": round(self.p99, 2)}


def press(actor: Actor, threads: int, seconds: float) -> Speed:
    """All threads at once. Raises what an act raises."""
    ready = threading.Barrier(threads, timeout=PATIENCE)

    def work(_: int) -> list[float]:
        with actor() as act:
            ready.wait()
            return _repeated(act, seconds)

    with ThreadPoolExecutor(threads) as crowd:
        took = list(crowd.map(work, range(threads)))
    return speed([each for mine in took for each in mine], max(map(sum, took)))


def speed(took: list[float], elapsed: float) -> Speed:
    """Of acts that took so many seconds each, and all together `elapsed`."""
    return Speed(len(took) / elapsed, quantiles(took, n=100)[98] * 1000)


def middle(speeds: Iterable[Speed]) -> Speed:
    """The median rate and the median of the 99th percentiles."""
    found = list(speeds)
    return Speed(median(each.rate for each in found), median(each.p99 for each in found))


def _repeated(act: Act, seconds: float) -> list[float]:
    """How long each took; one begins where the last ended."""
    took = []
    begun = perf_counter()
    end = begun + seconds
    while begun < end:
        act()
        done = perf_counter()
        took.append(done - begun)
        begun = done
    return took
