"""A writer that dies, wherever it was: its callers are told why at once, and the next act works."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

import pytest

from collector.errors import StoreError, Unavailable
from collector.store import Store
from collector.store.shape import Shape
from collector.store.sqlite import writer
from collector.store.sqlite.connection import Connection

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")

ENOUGH = 5
"""Seconds after which a caller who heard nothing was forgotten: half of what an act waits."""

SHAPE = Shape("shelf", keys=("name",), unique=(("name",),))

DEATHS = [MemoryError("no memory left"), SystemExit("told to go"), RuntimeError("lost its way")]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "a.db", [SHAPE]) as opened:
        yield opened


def names(store: Store) -> list[str]:
    return sorted(each["name"] for each in store.table("shelf"))


class Crowd:
    """Callers who all wait while the first one's act is under way."""

    def __init__(self, store: Store, callers: int) -> None:
        self.store = store
        self.go_on = threading.Event()
        self.pool = ThreadPoolExecutor(callers + 1)
        began = threading.Event()

        def hold(store: Store) -> None:
            began.set()
            self.go_on.wait(ENOUGH)

        self.first = self.pool.submit(store.transact, hold)
        assert began.wait(ENOUGH)
        self.others = [self.pool.submit(self.keep, n) for n in range(callers)]
        while len(store.storage.engine._writer._waiting) < callers:
            pass

    def keep(self, number: int) -> str:
        name = f"{number // 2}"  # every second one is refused, so that the batch is done one by one
        self.store.table("shelf").insert({"name": name})
        return name

    def told(self) -> list[Future[Any]]:
        self.go_on.set()
        done, forgotten = wait([self.first, *self.others], ENOUGH)
        assert not forgotten
        self.pool.shutdown()
        return [each for each in self.others if each in done]


def dying(at: str, death: BaseException) -> Callable[..., sqlite3.Cursor]:
    run = Connection.run
    deaths = iter([death])

    def dies_once(connection: Connection, statement: str, *values: Any) -> sqlite3.Cursor:
        if statement.startswith(at) and threading.current_thread().name == "writer":
            for each in deaths:
                raise each
        return run(connection, statement, *values)

    return dies_once


@pytest.mark.parametrize("death", DEATHS, ids=lambda death: type(death).__name__)
@pytest.mark.parametrize("at", ["BEGIN", "SAVEPOINT act", "ROLLBACK TO", "RELEASE", "COMMIT"])
def test_whoever_waited_for_it_is_told_why(
    store: Store, monkeypatch: pytest.MonkeyPatch, at: str, death: BaseException
) -> None:
    crowd = Crowd(store, 12)
    monkeypatch.setattr(Connection, "run", dying(at, death))
    told = [each.exception() for each in crowd.told()]
    failed = [each for each in told if isinstance(each, Unavailable)]
    assert failed
    assert {each.facts["cause"] for each in failed} == {str(death)}
    kept = [each.result() for each in crowd.others if not each.exception()]
    assert names(store) == sorted(kept)
    store.table("shelf").insert({"name": "next"})
    assert "next" in names(store)


@pytest.mark.parametrize("step", ["_connected", "_take", "_commit", "_discard"])
def test_no_step_of_its_work_can_end_it_in_silence(
    store: Store, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    work = getattr(writer.Writer, step)
    deaths = iter([MemoryError("no memory left")])

    def dies_once(*given: Any) -> Any:
        for each in deaths:
            raise each
        return work(*given)

    crowd = Crowd(store, 6)
    if step == "_discard":
        monkeypatch.setattr(Connection, "run", dying("COMMIT", RuntimeError("lost its way")))
    monkeypatch.setattr(writer.Writer, step, dies_once)
    for each in crowd.told():
        assert each.exception() is None or isinstance(each.exception(), StoreError)
    store.table("shelf").insert({"name": "next"})
    assert "next" in names(store)


def test_a_process_that_may_have_no_more_threads_says_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as full:
        full.setattr(threading.Thread, "start", refuse)
        with pytest.raises(Unavailable) as refused:
            store.table("shelf").insert({"name": "too many"})
    assert refused.value.facts["cause"] == "can't start new thread"
    store.table("shelf").insert({"name": "next"})
    assert names(store) == ["next"]
