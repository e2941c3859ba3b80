"""Acts on PostgreSQL: one after the other in effect, done again where they came across another."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from tinydb.table import Document

from collector.errors import StoreError, Taken, Unavailable
from collector.store import Store
from collector.store.postgres import engine as postgres_engine
from collector.store.shape import Shape
from tests.postgres import Server

pytestmark = pytest.mark.postgres


@pytest.fixture
def other(url: str, store: Store) -> Iterator[Store]:
    """The same store, as another process has it."""
    with Store(url) as other:
        yield other


def refs(store: Store) -> list[str]:
    return [each["ref"] for each in store.table("ideas")]


def keep(ref: str) -> Callable[[Store], int]:
    return lambda store: store.table("ideas").insert({"ref": ref})


def server_process(store: Store) -> int:
    """The number of the server's process that the act speaks to; to be called in an act."""
    found: int = store.storage.writing().run("SELECT pg_backend_pid()").fetchone()[0]
    return found


def cut_off(postgres: Server, process: int) -> None:
    """Let the server end a connection, as it does when it is stopped."""
    with postgres.connected() as owner:
        owner.execute(b"SELECT pg_terminate_backend(%s, 5000)", (process,))


def test_two_acts_that_can_not_both_have_been_are_done_one_after_the_other(
    store: Store, other: Store
) -> None:
    first_runs = threading.Barrier(2)
    runs: list[str] = []

    def take_the_only_place(name: str) -> Callable[[Store], bool]:
        def act(store: Store) -> bool:
            runs.append(name)
            is_free = not store.table("ideas").number(challenge="one place")
            if len(runs) <= 2:
                first_runs.wait(10)
            if is_free:
                store.table("ideas").insert({"ref": name, "challenge": "one place"})
            return is_free

        return act

    with ThreadPoolExecutor(2) as visitors:
        both = [
            visitors.submit(each.transact, take_the_only_place(name))
            for each, name in ((store, "ada"), (other, "bo"))
        ]
    assert sorted(each.result() for each in both) == [False, True]
    assert len(runs) > 2
    assert len(refs(store)) == 1


def test_acts_that_come_across_each_other_for_ever_are_given_up(
    store: Store, other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_engine, "PATIENCE", 0.2)
    row = store.transact(keep("wanted by all"))

    def too_late(store: Store) -> None:
        store.table("ideas").get(doc_id=row)
        other.table("ideas").update({"text": "changed meanwhile"}, doc_ids=[row])
        store.table("ideas").update({"text": "too late"}, doc_ids=[row])

    with pytest.raises(Unavailable) as refused:
        store.transact(too_late)
    assert refused.value.reason == "database-busy"
    assert store.table("ideas").get(doc_id=row)["text"] == "changed meanwhile"


def test_an_act_goes_on_after_it_was_told_that_a_key_is_taken(store: Store) -> None:
    def act(store: Store) -> object:
        keep("a")(store)
        with pytest.raises(Taken) as taken:
            keep("a")(store)
        keep("b")(store)
        return taken.value.facts

    assert store.transact(act) == {"table": "ideas", "key": "ref"}
    assert refs(store) == ["a", "b"]


def test_the_key_that_is_taken_is_the_one_that_is_told(postgres: Server) -> None:
    shape = Shape("seats", ("seat", "guest"), unique=(("seat",), ("guest",)))
    with Store(postgres.fresh(), [shape]) as store:
        store.table("seats").insert({"seat": "1", "guest": "ada"})
        for given, key in (
            ({"seat": "2", "guest": "ada"}, "guest"),
            ({"seat": "1", "guest": "cleo"}, "seat"),
        ):
            with pytest.raises(Taken) as taken:
                store.table("seats").insert(given)
            assert taken.value.facts == {"table": "seats", "key": key}


def test_an_id_that_is_given_is_not_given_again_at_the_same_time(
    store: Store, other: Store
) -> None:
    given, go_on = threading.Event(), threading.Event()

    def at_two(store: Store) -> None:
        store.table("ideas").insert(Document({"ref": "given"}, doc_id=2))
        given.set()
        assert go_on.wait(10)

    store.transact(keep("first"))
    with ThreadPoolExecutor(2) as visitors:
        act = visitors.submit(store.transact, at_two)
        assert given.wait(10)
        next_one = visitors.submit(other.transact, keep("next"))
        go_on.set()
        act.result()
        assert next_one.result() == 3
    assert refs(store) == ["first", "given", "next"]


def test_within_an_act_too_an_id_comes_after_those_that_were_given(store: Store) -> None:
    def act(store: Store) -> list[int]:
        table = store.table("ideas")
        return [table.insert(Document({"ref": "given"}, doc_id=7)), table.insert({"ref": "next"})]

    assert store.transact(act) == [7, 8]
    assert store.transact(keep("later")) == 9


def test_an_act_whose_statement_failed_is_not_acknowledged(store: Store) -> None:
    def act(store: Store) -> None:
        keep("a")(store)
        with pytest.raises(StoreError):
            store.storage.writing().run("SELECT nonsense")

    with pytest.raises(Unavailable):
        store.transact(act)
    assert refs(store) == []


def test_two_acts_may_make_one_table_at_once(store: Store, other: Store) -> None:
    both_look = threading.Barrier(2)

    def act(store: Store) -> int:
        if "new" not in store.tables():
            both_look.wait(10)
        return store.table("new").insert({})

    with ThreadPoolExecutor(2) as visitors:
        rows = [visitors.submit(each.transact, act) for each in (store, other)]
    assert len({each.result() for each in rows}) == 2
    assert len(store.table("new")) == 2


def test_who_is_cut_off_in_the_middle_of_an_act_does_it_again_once(
    store: Store, postgres: Server
) -> None:
    runs = []

    def act(store: Store) -> None:
        runs.append(1)
        keep("a")(store)
        if len(runs) == 1:
            cut_off(postgres, server_process(store))
        keep("b")(store)

    store.transact(act)
    assert len(runs) == 2
    assert refs(store) == ["a", "b"]


def test_who_is_cut_off_again_and_again_is_told(store: Store, postgres: Server) -> None:
    runs = []

    def act(store: Store) -> None:
        runs.append(1)
        cut_off(postgres, server_process(store))
        keep("a")(store)

    with pytest.raises(Unavailable) as refused:
        store.transact(act)
    assert refused.value.reason == "database-unreached"
    assert len(runs) == 2
    store.transact(keep("next"))
    assert refs(store) == ["next"]


def test_who_is_cut_off_at_the_last_moment_is_told_that_nobody_knows(
    store: Store, postgres: Server
) -> None:
    runs = []

    def act(store: Store) -> None:
        runs.append(1)
        keep("a")(store)
        cut_off(postgres, server_process(store))

    with pytest.raises(Unavailable) as refused:
        store.transact(act)
    assert refused.value.reason == "database-unsure"
    assert len(runs) == 1, "what may have been kept is not done again"


def test_connections_that_were_cut_off_while_nobody_used_them_are_not_used(
    store: Store, postgres: Server
) -> None:
    together = threading.Barrier(4)

    def act(store: Store) -> int:
        together.wait(10)
        return server_process(store)

    with ThreadPoolExecutor(4) as visitors:
        for process in visitors.map(lambda _: store.transact(act), range(4)):
            cut_off(postgres, process)
    for n in range(4):
        assert len(refs(store)) == n
        store.transact(keep(f"{n}"))


def test_who_gets_no_connection_in_time_is_told(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres_engine, "MOST", 1)
    monkeypatch.setattr(postgres_engine, "PATIENCE", 0.1)
    with Store(url) as store, ThreadPoolExecutor(1) as another:

        def act(store: Store) -> BaseException | None:
            return another.submit(refs, store).exception()

        told = store.transact(act)
        assert isinstance(told, Unavailable)
        assert told.reason == "database-busy"
        assert refs(store) == []


def test_a_thread_needs_one_connection_for_all_that_it_does(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_engine, "MOST", 1)
    with Store(url) as store:
        store.insert_multiple({"n": n} for n in range(20))
        for each in store:
            store.transact(lambda store, row=each.doc_id: store.update({"n": 0}, doc_ids=[row]))
        assert {each["n"] for each in store} == {0}


def setting(store: Store, name: str) -> str:
    def act(store: Store) -> str:
        return str(store.storage.writing().run(f"SHOW {name}").fetchone()[0])

    return store.transact(act)


def test_acts_are_serializable_and_what_is_acknowledged_is_synced(url: str) -> None:
    with Store(f"{url}%20-csynchronous_commit%3Doff") as store:
        assert setting(store, "synchronous_commit") == "on"
        assert setting(store, "transaction_isolation") == "serializable"


def test_a_server_may_be_asked_for_more_than_its_own_disk(url: str) -> None:
    with Store(f"{url}%20-csynchronous_commit%3Dremote_apply") as store:
        assert setting(store, "synchronous_commit") == "remote_apply"
