"""A restore or a load that is cut short, by a kill or a full disk: the old store stands or the new.

The kills come at function calls, counted by the interpreter, and at moments of time.
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from collector.errors import GardenError
from collector.garden import BackupSettings, Garden, Settings
from collector.store import Store
from collector.store.copies import backup, portable, restore
from tests.faults.disks import small_disk
from tests.store.filled import NOW, brought, plant

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

Act = Callable[[], object]
MEGABYTE = 1_000_000
POINTS = 12
"""Moments at which it is cut short."""


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    folder = str(tmp_path / "elsewhere")
    return Garden(tmp_path, Settings(backup=BackupSettings(folder=folder)))


@pytest.fixture
def old(garden: Garden) -> dict[str, Any]:
    """What is kept now."""
    return brought(garden)


@pytest.fixture(params=["restore", "load"])
def act(request: pytest.FixtureRequest, garden: Garden) -> Act:
    """What replaces the store, which holds more than what it is replaced with."""
    with Store.open(garden) as store:
        plant(store)
        keep_many(store, "early", 300)
        path = backup.make(garden, store, NOW).path
        dumped = garden.root / "dump.json"
        portable.dump(garden, store, dumped)
        keep_many(store, "late", 200)
    if request.param == "restore":
        return lambda: restore.restore(garden, path, NOW)
    return lambda: portable.load(garden, dumped, NOW, replace=True, progress=lambda _: None)


def keep_many(store: Store, name: str, count: int) -> None:
    large = [{"ref": f"{name} {n}", "text": "x" * 1000} for n in range(count)]
    store.table("ideas").insert_multiple(large)


class Count:
    """Counts the calls of functions, in C too; at the last of them the process is killed."""

    def __init__(self, last: int = sys.maxsize) -> None:
        self.calls = 0
        self.last = last

    def __call__(self, _frame: object, event: str, _argument: object) -> None:
        if event in ("call", "c_call", "c_return"):
            self.calls += 1
            if self.calls >= self.last:
                os.kill(os.getpid(), signal.SIGKILL)


def in_a_child(act: Act, cut_short: Callable[[], object]) -> bool:
    """Whether the act was done to its end."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            cut_short()
            act()
            status = 0
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1] == 0


def by_calls(act: Act) -> Iterator[Callable[[], object]]:
    """What kills the process at one call after the other; only its own thread is counted."""
    count = Count()
    sys.setprofile(count)
    act()
    sys.setprofile(None)
    for part in range(1, POINTS):
        yield partial(sys.setprofile, Count(count.calls * part // POINTS))


def by_time(act: Act) -> Iterator[Callable[[], object]]:
    """What kills the process at one moment after the other, wherever it is."""
    begun = time.monotonic()
    act()
    lasted = time.monotonic() - begun
    for part in range(1, POINTS):
        yield partial(signal.setitimer, signal.ITIMER_REAL, lasted * part / POINTS)


@pytest.mark.parametrize("kills", [by_calls, by_time])
def test_a_kill_leaves_the_old_store_or_the_new(
    garden: Garden,
    act: Act,
    old: dict[str, Any],
    kills: Callable[[Act], Iterator[Callable[[], object]]],
) -> None:
    kept = garden.database.read_bytes()
    cut_short = list(kills(act))
    new = brought(garden)
    assert len(new["ideas"]) == len(old["ideas"]) - 200
    ends = []
    for each in cut_short:
        garden.database.write_bytes(kept)
        ends.append(in_a_child(act, each))
        found = brought(garden)
        assert found == new if ends[-1] else found in (old, new)
    assert not all(ends)
    act()
    assert brought(garden) == new
    assert not (garden.var / "workshop").exists()


def free(folder: Path) -> int:
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize


@pytest.fixture
def on_a_small_disk(garden: Garden) -> Iterator[None]:
    with small_disk(garden.var, 8):
        yield


def reason_of(act: Act) -> str | None:
    """Why the act was refused; None if it was done."""
    try:
        act()
    except GardenError as error:
        return error.reason
    return None


@pytest.mark.usefixtures("on_a_small_disk")
def test_a_disk_that_fills_at_whatever_moment_leaves_the_old_store(
    garden: Garden, act: Act, old: dict[str, Any]
) -> None:
    filling = garden.var / "filling"
    refused = 0
    for left in range(0, 6 * MEGABYTE, MEGABYTE // 5):
        filling.write_bytes(b"x" * max(0, free(garden.var) - left))
        reason = reason_of(act)
        filling.unlink()
        if reason is None:
            break
        assert reason == "store-full"
        refused += 1
        assert brought(garden) == old
        assert not (garden.var / "workshop").exists()
    assert refused > 3
    assert len(brought(garden)["ideas"]) == len(old["ideas"]) - 200
