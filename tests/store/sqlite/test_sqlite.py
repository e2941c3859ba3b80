"""What can happen to a file: each time a clear error, nothing acknowledged lost, work goes on."""

import multiprocessing
import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from collector.errors import Unavailable, Unreadable
from collector.garden import Garden
from collector.store import Store
from collector.store.sqlite import connection
from collector.words import say

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

LARGE = "x" * 400_000


def refs(store: Store) -> list[str]:
    return [each["ref"] for each in store.table("ideas")]


def keep(store: Store, ref: str, text: str = "") -> str:
    store.table("ideas").insert({"ref": ref, "text": text})
    return ref


def keep_many(store: Store, name: str, count: int) -> list[str]:
    """The refs that were acknowledged, of so many large entries sent at once."""

    def one(n: int) -> str | None:
        try:
            return keep(store, f"{name} {n}", LARGE)
        except Unavailable:
            return None

    with ThreadPoolExecutor(16) as visitors:
        return [ref for ref in visitors.map(one, range(count)) if ref]


def only_in_a_child(act: Callable[[], Any]) -> Any:
    """What the act returns in a forked process, whose limits and rights are its own."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=lambda: sender.send(act()))
    child.start()
    sender.close()
    try:
        return receiver.recv()
    finally:
        child.join()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that any user may enter."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o777)
    yield made
    shutil.rmtree(made)


def as_nobody() -> None:
    if os.getuid() == 0:
        os.setuid(65534)


def allow(pages: int, patch: pytest.MonkeyPatch) -> None:
    """Let the file have no more pages than that, for every connection from now on."""
    opened = connection.opened

    def limited(path: Path) -> sqlite3.Connection:
        driver = opened(path)
        driver.execute(f"PRAGMA max_page_count={pages}")
        return driver

    patch.setattr(connection, "opened", limited)


def test_a_disk_that_fills_in_mid_batch_loses_nothing_acknowledged(
    garden: Garden, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as small, Store.open(garden) as store:
        allow(1500, small)
        acknowledged = keep_many(store, "while", 40)
        with pytest.raises(Unavailable) as full:
            acknowledged += [keep(store, f"fill {n}", LARGE) for n in range(40)]
        assert full.value.reason == "store-full"
        assert len(acknowledged) < 40
        read_when_full = refs(store)
        assert {*acknowledged} <= {*read_when_full}
        small.undo()
        after = keep_many(store, "after", 5)
        assert len(after) == 5
        assert sorted(refs(store)) == sorted([*read_when_full, *after])


def fill_up(path: Path) -> dict[str, Any]:
    store = Store(path)
    keep(store, "first")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8_000_000, hard))
    acknowledged = keep_many(store, "while", 60)
    read_when_full = refs(store)
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    after = keep_many(store, "after", 3)
    return {
        "while": acknowledged,
        "read": read_when_full,
        "after": after,
        "kept": refs(store),
    }


def test_a_file_that_can_not_grow_loses_nothing_acknowledged(tmp_path: Path) -> None:
    told = only_in_a_child(lambda: fill_up(tmp_path / "a.db"))
    assert 0 < len(told["while"]) < 60
    assert {"first", *told["while"]} <= {*told["read"]}
    assert len(told["after"]) == 3
    with Store(tmp_path / "a.db") as store:
        assert sorted(refs(store)) == sorted({"first", *told["read"], *told["after"]})


def test_a_read_only_file_is_read_and_says_so_when_written(folder: Path) -> None:
    with Store(folder / "a.db") as store:
        keep(store, "kept")
    for each in folder.iterdir():
        each.chmod(0o666)
    (folder / "a.db").chmod(0o444)

    def act() -> Any:
        as_nobody()
        store = Store(folder / "a.db")
        with pytest.raises(Unavailable) as refused:
            keep(store, "not kept")
        return refs(store), refused.value.reason, refused.value.facts["path"]

    assert only_in_a_child(act) == (["kept"], "store-read-only", folder / "a.db")


def test_a_folder_that_may_not_be_written_is_named(folder: Path) -> None:
    folder.chmod(0o555)

    def act() -> Any:
        as_nobody()
        with pytest.raises(Unavailable) as refused:
            Store(folder / "a.db")
        return say(refused.value.reason, refused.value.facts)

    assert str(folder) in only_in_a_child(act)


def test_a_file_that_is_no_database_is_refused_and_left_alone(garden: Garden) -> None:
    garden.var.mkdir()
    stock = '{"_default": {"1": {"title": "a stock TinyDB file"}}}' * 40
    garden.database.write_text(stock)
    with pytest.raises(Unreadable) as refused:
        Store.open(garden)
    assert refused.value.reason == "store-damaged"
    assert str(garden.database) in say(refused.value.reason, refused.value.facts)
    assert garden.database.read_text() == stock


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "a.db") as other:
        other.execute("CREATE TABLE songs (title)")
    other.close()
    with pytest.raises(Unreadable) as refused:
        Store(tmp_path / "a.db")
    assert refused.value.reason == "store-foreign"


def test_a_store_of_a_newer_kit_is_refused(tmp_path: Path) -> None:
    Store(tmp_path / "a.db").close()
    with sqlite3.connect(tmp_path / "a.db") as newer:
        newer.execute("UPDATE meta SET value = '99' WHERE name = 'version'")
    newer.close()
    with pytest.raises(Unreadable) as refused:
        Store(tmp_path / "a.db")
    assert refused.value.reason == "store-newer"
    assert refused.value.facts["version"] == 99


def test_a_truncated_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        keep_many(store, "entry", 10)
    whole = (tmp_path / "a.db").read_bytes()
    (tmp_path / "a.db").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Unreadable) as refused, Store(tmp_path / "a.db") as store:
        refs(store)
    assert refused.value.facts["path"] == tmp_path / "a.db"
    assert (tmp_path / "a.db").stat().st_size == len(whole) // 2


def another(path: Path) -> Path:
    with Store(path) as store:
        keep(store, "of the other")
    return path


def seen_by_another_program(path: Path) -> list[str]:
    other = sqlite3.connect(path)
    found = [ref for (ref,) in other.execute("SELECT ref FROM t_ideas ORDER BY id")]
    other.close()
    return found


def test_acts_go_on_in_the_file_that_took_the_place_of_the_old(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        keep(store, "of the old")
        assert refs(store) == ["of the old"]
        for each in tmp_path.glob("a.db*"):
            each.unlink()
        another(tmp_path / "b.db").rename(tmp_path / "a.db")
        keep(store, "new")
        assert refs(store) == ["of the other", "new"]
        keep(store, "newer")
        assert seen_by_another_program(tmp_path / "a.db") == ["of the other", "new", "newer"]


def test_a_file_put_beside_the_log_of_the_old_is_not_touched(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.db")
    keep(store, "of the old")
    other = another(tmp_path / "b.db").read_bytes()
    (tmp_path / "b.db").rename(tmp_path / "a.db")
    for act in (lambda: keep(store, "new"), lambda: refs(store)):
        with pytest.raises(Unavailable) as refused:
            act()
        assert refused.value.reason == "store-replaced"
    store.close()
    assert (tmp_path / "a.db").read_bytes() == other


def test_a_file_that_is_gone_is_not_made_anew_in_silence(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        keep(store, "kept")
        (tmp_path / "a.db").rename(tmp_path / "aside")
        for act in (lambda: keep(store, "new"), lambda: refs(store)):
            with pytest.raises(Unavailable) as refused:
                act()
            assert refused.value.reason == "store-not-opened"
        assert not (tmp_path / "a.db").exists()
        (tmp_path / "aside").rename(tmp_path / "a.db")
        keep(store, "later")
        assert refs(store) == ["kept", "later"]


def test_another_program_that_holds_the_file_is_waited_for_then_told(
    store: Store, garden: Garden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.05)
    other = sqlite3.connect(garden.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable) as refused:
        keep(store, "not kept")
    assert refused.value.reason == "store-busy"
    assert refs(store) == []
    other.execute("COMMIT")
    other.close()
    keep(store, "kept")


def test_acknowledged_means_synced(store: Store) -> None:
    def level(store: Store) -> tuple[int, str]:
        run = store.storage.writing().run
        return (
            run("PRAGMA synchronous").fetchone()[0],
            run("PRAGMA journal_mode").fetchone()[0],
        )

    assert store.transact(level) == (2, "wal")


def test_a_store_brought_back_from_a_copy_is_written_ahead_again(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        keep(store, "kept")
    copy = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    copy.execute("VACUUM INTO ?", (str(tmp_path / "b.db"),))
    copy.close()
    with Store(tmp_path / "b.db") as store:
        assert refs(store) == ["kept"]
        journal = store.transact(
            lambda s: s.storage.writing().run("PRAGMA journal_mode").fetchone()
        )
    assert journal == ("wal",)


def test_many_may_open_a_new_store_at_once(tmp_path: Path) -> None:
    def open_one(n: int) -> str:
        with Store(tmp_path / "a.db") as store:
            return keep(store, f"{n}")

    with ThreadPoolExecutor(16) as workers:
        opened = list(workers.map(open_one, range(16)))
    with Store(tmp_path / "a.db") as store:
        assert sorted(refs(store)) == sorted(opened)
