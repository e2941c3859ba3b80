import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from collector.errors import Taken, Unavailable
from collector.garden import Garden
from collector.store import Store
from tests.engines import not_in_memory, on_file


class Mistake(Exception):
    """Something an act raises."""


def ideas(store: Store) -> list[str]:
    return [each["ref"] for each in store.table("ideas")]


def keep(*refs: str) -> Callable[[Store], int]:
    def act(store: Store) -> int:
        return store.table("ideas").insert_multiple({"ref": ref} for ref in refs)[-1]

    return act


def test_an_act_gives_back_what_it_returns(store: Store) -> None:
    assert store.transact(keep("a", "b")) == 2
    assert ideas(store) == ["a", "b"]


def test_an_act_that_fails_leaves_nothing(store: Store) -> None:
    def act(store: Store) -> None:
        keep("a")(store)
        store.table("new table").insert({})
        raise Mistake

    with pytest.raises(Mistake):
        store.transact(act)
    assert ideas(store) == []
    assert "new table" not in store.tables()


@not_in_memory
def test_an_act_sees_what_it_wrote_and_others_do_not(store: Store) -> None:
    def act(store: Store) -> tuple[list[str], list[str]]:
        keep("a")(store)
        with ThreadPoolExecutor(1) as another_thread:
            return ideas(store), another_thread.submit(ideas, store).result()

    assert store.transact(act) == (["a"], [])


@on_file
def test_a_second_connection_sees_nothing_of_an_open_batch(store: Store, garden: Garden) -> None:
    def act(store: Store) -> int:
        keep("a")(store)
        other = sqlite3.connect(garden.database)
        count: int = other.execute("SELECT count(*) FROM t_ideas").fetchone()[0]
        other.close()
        return count

    assert store.transact(act) == 0


def test_a_part_of_an_act_can_fail_alone(store: Store) -> None:
    def act(store: Store) -> None:
        keep("a")(store)
        with pytest.raises(Taken):
            store.transact(keep("b", "a"))
        with pytest.raises(Taken):
            store.table("ideas").insert_multiple([{"ref": "c"}, {"ref": "a"}])
        keep("d")(store)

    store.transact(act)
    assert ideas(store) == ["a", "d"]


def test_an_act_that_is_refused_does_not_undo_its_neighbours(store: Store) -> None:
    together = threading.Barrier(20)

    def visitor(n: int) -> object:
        together.wait()
        try:
            return store.transact(keep(f"own {n}", "wanted by all"))
        except Taken as taken:
            return taken.facts

    with ThreadPoolExecutor(20) as visitors:
        told = list(visitors.map(visitor, range(20)))
    winners = [each for each in told if isinstance(each, int)]
    assert len(winners) == 1
    assert told.count({"table": "ideas", "key": "ref"}) == 19
    assert len(ideas(store)) == 2


@on_file
def test_acts_that_wait_together_share_a_commit(store: Store, garden: Garden) -> None:
    began, go_on = threading.Event(), threading.Event()

    def slow(store: Store) -> None:
        began.set()
        go_on.wait(10)

    with ThreadPoolExecutor(30) as visitors:
        first = visitors.submit(store.transact, slow)
        began.wait(10)
        rest = [visitors.submit(store.transact, keep(f"{n}")) for n in range(20)]
        until(lambda: waiting(store) == 20)
        before = commits(garden)
        go_on.set()
        first.result()
        rows = sorted(each.result() for each in rest)
    assert rows == list(range(1, 21))
    assert commits(garden) - before <= 2


def until(true: Callable[[], bool]) -> None:
    for _ in range(1000):
        if true():
            return
        time.sleep(0.01)
    raise AssertionError("it never came true")


def waiting(store: Store) -> int:
    return len(store.storage.engine._writer._waiting)


def commits(garden: Garden) -> int:
    """Commits in the log: each ends in a frame that tells the database's size."""
    log = garden.database.with_name("garden.db-wal").read_bytes()
    page = int.from_bytes(log[8:12], "big")
    frames = range(32, len(log), page + 24)
    return sum(log[at + 4 : at + 8] != bytes(4) for at in frames)


@not_in_memory
def test_reading_does_not_wait_for_an_act(store: Store) -> None:
    keep("a")(store)
    began, go_on = threading.Event(), threading.Event()

    def slow(store: Store) -> None:
        keep("b")(store)
        began.set()
        assert go_on.wait(10)

    with ThreadPoolExecutor(1) as visitor:
        act = visitor.submit(store.transact, slow)
        assert began.wait(10)
        assert ideas(store) == ["a"]
        go_on.set()
        act.result()
    assert ideas(store) == ["a", "b"]


@pytest.mark.parametrize("mistake", [Mistake(), TimeoutError(), SystemExit(3), KeyboardInterrupt()])
def test_whatever_an_act_raises_comes_back_and_the_next_act_works(
    store: Store, mistake: BaseException
) -> None:
    def act(store: Store) -> None:
        raise mistake

    with pytest.raises(type(mistake)):
        store.transact(act)
    keep("a")(store)


def test_an_act_that_ends_the_transaction_fails_and_the_next_act_works(store: Store) -> None:
    def act(store: Store) -> None:
        keep("a")(store)
        store.storage.writing().run("ROLLBACK")
        with pytest.raises(Unavailable):
            keep("b")(store)
        with pytest.raises(Unavailable):
            store.transact(keep("c"))

    with pytest.raises(Unavailable):
        store.transact(act)
    keep("d")(store)
    assert ideas(store) == ["d"]


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(Unavailable) as closed:
        keep("a")(store)
    assert closed.value.facts["cause"] == "the store was closed"


def test_what_waits_is_done_before_the_store_closes(garden: Garden) -> None:
    store = Store.open(garden)
    with ThreadPoolExecutor(8) as visitors:
        kept = [visitors.submit(store.transact, keep(f"{n}")) for n in range(40)]
        until(lambda: not waiting(store))
        store.close()
        told = [each.exception() for each in kept]
    assert all(each is None or isinstance(each, Unavailable) for each in told)
    with Store.open(garden) as again:
        assert len(ideas(again)) == told.count(None)


def test_to_look_for_any_of_no_values_is_a_mistake(store: Store) -> None:
    with pytest.raises(ValueError, match="at least one"):
        store.table("ideas").first(state=[])
