"""Whatever a server refuses is told in a sentence that names it and the remedy, but no password."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from collector.errors import StoreError, Unavailable, Unreadable
from collector.store import Store
from collector.words import say
from tests.faults.disks import fill_up, make_room, small_disk
from tests.postgres import Server, running

pytestmark = pytest.mark.postgres


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One of its own, whose roles and rules are changed."""
    with running("max_connections=10") as server:
        server.ask("CREATE ROLE ada LOGIN PASSWORD 'right'")
        server.ask("CREATE ROLE nobody_may NOLOGIN")
        server.ask("CREATE ROLE narrow LOGIN CONNECTION LIMIT 0")
        server.ask("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
        server.ask("CREATE DATABASE other")
        rules = server.folder / "data" / "pg_hba.conf"
        rules.write_text("local all ada scram-sha-256\n" + rules.read_text("utf-8"))
        server.ask("SELECT pg_reload_conf()")
        yield server


def refused(url: str, kind: type[StoreError] = Unavailable) -> str:
    with pytest.raises(kind) as refused:
        Store(url)
    return say(refused.value.reason, refused.value.facts)


def test_a_wrong_password(server: Server) -> None:
    told = refused(server.address(user="ada:wrong"))
    assert "does not let the kit in" in told
    assert "postgresql+psycopg://ada@" in told
    assert "wrong" not in told


def test_no_password(server: Server) -> None:
    assert "does not let the kit in" in refused(server.address(user="ada"))


@pytest.mark.parametrize("role", ["nobody_may", "never_made"])
def test_a_role_that_may_not_log_in(server: Server, role: str) -> None:
    assert "does not let the kit in" in refused(server.address(user=role))


def test_no_such_database(server: Server) -> None:
    assert "createdb" in refused(server.address("garden"))


def test_a_role_whose_connections_are_used_up(server: Server) -> None:
    assert "max_connections" in refused(server.address(user="narrow"))


def test_a_server_whose_connections_are_used_up_and_free_again(server: Server) -> None:
    url = server.fresh()
    Store(url).close()
    others = [server.connected() for _ in range(10)]
    assert "max_connections" in refused(url)
    for each in others:
        each.close()
    with Store(url) as store:
        assert store.insert({}) == 1


def test_a_role_that_may_make_no_tables(server: Server) -> None:
    told = refused(server.address(user="ada:right"))
    assert "owner of a database" in told
    assert "right" not in told


def test_a_search_path_to_nowhere(server: Server) -> None:
    url = server.address(options="-csearch_path=nowhere")
    assert "owner of a database" in refused(url)


def test_a_database_that_can_not_hold_every_text(server: Server) -> None:
    assert "--encoding=UTF8" in refused(server.address("latin"), Unreadable)


def test_a_database_of_something_else(server: Server) -> None:
    server.ask("CREATE TABLE songs (title text)", "other")
    assert "something else" in refused(server.address("other"), Unreadable)


def test_a_store_of_a_newer_kit(server: Server) -> None:
    url = server.fresh()
    Store(url).close()
    schema = url.rpartition("%3D")[2]
    server.ask(f"UPDATE {schema}.meta SET value = '99' WHERE name = 'version'")
    assert "version 99" in refused(url, Unreadable)


def test_a_server_that_does_not_wait_for_its_disk() -> None:
    with running("fsync=off") as server:
        assert "fsync = on" in refused(server.address())


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    url = f"postgresql+psycopg://ada:salt@/garden?host={tmp_path}"
    told = refused(url)
    assert "can't be reached" in told
    assert str(tmp_path) in told
    assert "salt" not in told


def test_an_option_that_the_driver_does_not_know() -> None:
    assert "color" in refused("postgresql+psycopg://ada@/garden?color=green")


def test_what_may_only_be_read_is_read(server: Server) -> None:
    url = server.fresh()
    with Store(url) as store:
        store.insert({"n": 1})
    with Store(f"{url}%20-cdefault_transaction_read_only%3Don") as store:
        assert store.all() == [{"n": 1}]
        with pytest.raises(Unavailable) as refused:
            store.insert({"n": 2})
        assert "may only be read" in say(refused.value.reason, refused.value.facts)
        assert len(store) == 1


def test_a_lock_that_somebody_holds_is_waited_for_then_told(server: Server) -> None:
    url = server.fresh()
    schema = url.rpartition("%3D")[2]
    with Store(url) as store, server.connected() as somebody, somebody.transaction():
        somebody.execute(f"LOCK TABLE {schema}.t_ideas".encode())

        def act(store: Store) -> None:
            store.storage.writing().run("SET LOCAL lock_timeout = '50ms'")
            store.table("ideas").insert({"ref": "a"})

        with pytest.raises(Unavailable) as refused:
            store.transact(act)
        assert refused.value.reason == "database-busy"


@pytest.fixture
def disk(server: Server) -> Iterator[Path]:
    """A small one, where the tables of a database are; the server's log has room elsewhere."""
    disk = server.folder / "disk"
    with small_disk(disk, 40):
        shutil.chown(disk, server.user)
        server.ask(f"CREATE TABLESPACE small LOCATION '{disk}'")
        server.ask("CREATE DATABASE small TABLESPACE small")
        yield disk
        server.ask("DROP DATABASE small WITH (FORCE)")
        server.ask("DROP TABLESPACE small")


def test_a_full_disk_keeps_what_it_acknowledged_and_goes_on_once_there_is_room(
    server: Server, disk: Path
) -> None:
    with Store(server.address("small")) as store:
        kept: list[int] = []
        fill_up(disk)

        def keep_on() -> None:
            for n in range(100):
                store.insert({"n": n, "text": os.urandom(200_000).hex()})
                kept.append(n)

        with pytest.raises(Unavailable) as refused:
            keep_on()
        assert "is full" in say(refused.value.reason, refused.value.facts)
        assert [each["n"] for each in store] == kept
        make_room(disk)
        store.insert({"n": 100})
        assert [each["n"] for each in store] == [*kept, 100]


def test_without_its_driver_the_kit_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in sys.modules if each.startswith("collector.store.postgres")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "ideagarden[postgresql]" in refused("postgresql+psycopg://ada@/garden")
