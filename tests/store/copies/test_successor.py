"""A store takes another's place at once, on each engine: who is in the middle of something goes on.

Between engines too: from SQLite to PostgreSQL and back, to the byte.
"""

import os
import signal
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from collector import export
from collector.acts import upkeep
from collector.entries import State
from collector.export import Choices
from collector.garden import Garden, Settings, StoreSettings
from collector.store import Store, reads, writes
from collector.store.copies import backup, portable, restore
from tests.engines import POSTGRES, not_in_memory
from tests.export.exported import EVERY, POLL
from tests.kept import brief, idea, reply, response
from tests.store.copies.dumped import dumped
from tests.store.filled import NOW, brought, keep, refs, refs_in
from tests.store.writer import writing

pytestmark = [not_in_memory, pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")]

LATER = NOW + timedelta(days=1)
OLD = ["rye", "spelt", "gone"]


@pytest.fixture
def garden(tmp_path: Path, engine: StoreSettings) -> Garden:
    return Garden(tmp_path, Settings(store=engine))


def test_what_was_kept_is_kept_again_in_all_tables(garden: Garden, backed: Path) -> None:
    before = brought(garden)
    with Store.open(garden) as store:
        store.drop_table("a table of one's own")
        store.table("younger").insert({"n": 1})
        keep(store, "latest")
    copy = restore.restore(garden, backed, LATER).replaced
    before["ideas"].pop()
    assert brought(garden) == before
    assert "younger" not in before
    assert copy
    assert refs_in(copy) == [*OLD, "later", "latest"]


def test_a_copy_of_what_was_replaced_can_be_restored_in_turn(garden: Garden, backed: Path) -> None:
    before = brought(garden)
    copy = restore.restore(garden, backed, LATER).replaced
    assert copy
    restore.restore(garden, copy, LATER)
    assert brought(garden) == before


def test_no_id_is_given_twice(garden: Garden, backed: Path) -> None:
    with Store.open(garden) as store:
        keep(store, "latest")
        last = store.table("ideas").all()[-1].doc_id
    restore.restore(garden, backed, LATER)
    with Store.open(garden) as store:
        assert store.table("ideas").insert({"ref": "new"}) == last + 1


def test_ids_go_on_from_the_highest_of_what_is_loaded(garden: Garden, tmp_path: Path) -> None:
    (tmp_path / "some.json").write_text('{"ideas": {"41": {"ref": "a"}}, "own": {"7": {}}}')
    portable.load(garden, tmp_path / "some.json", NOW, progress=lambda _: None)
    with Store.open(garden) as store:
        assert store.table("ideas").insert({"ref": "b"}) == 42
        assert store.table("own").insert({}) == 8


def test_what_was_erased_since_is_erased_again(garden: Garden, backed: Path) -> None:
    with Store.open(garden) as store:
        upkeep.erase(garden, store, "rye", "ada", NOW)
    (garden.backups / "erased.txt").unlink()
    restore.restore(garden, backed, LATER)
    with Store.open(garden) as store:
        found = reads.idea(store, "rye")
    assert found
    assert found.state is State.ERASED


FORMATS = {"bread.json": {}, "bread.xlsx": {}, "bread.csv": {"form": "poll"}}


def exported(garden: Garden, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    with Store.open(garden) as store:
        for name, choices in FORMATS.items():
            material = export.gather(store, brief(EVERY, POLL))
            export.export(folder / name, material, NOW, Choices(**choices))
    return {name: (folder / name).read_bytes() for name in FORMATS}


@pytest.fixture
def asked(garden: Garden) -> Garden:
    """A garden whose challenge brought ideas, answers and replies."""
    with Store.open(garden) as store:
        for n in range(30):
            one = idea(EVERY, {"title": f"{n}", "text": "é\n“=1+1”", "number": n / 7}, received=NOW)
            writes.add(store, one)
            writes.add(store, reply(one.ref, f"To {n}"))
            writes.add(store, response(POLL, {"one": "bern", "scale": n % 5}, received=NOW))
    return garden


def test_exports_are_the_same_to_the_byte_after_a_restore(asked: Garden, tmp_path: Path) -> None:
    before = exported(asked, tmp_path / "before")
    with Store.open(asked) as store:
        path = backup.make(asked, store, NOW).path
        store.table("ideas").truncate()
        store.table("replies").truncate()
    restore.restore(asked, path, LATER)
    assert exported(asked, tmp_path / "after") == before


@pytest.fixture(params=["sqlite", POSTGRES])
def another(request: pytest.FixtureRequest, tmp_path: Path) -> Garden:
    """A garden with nothing in it, on one engine or the other."""
    url = request.getfixturevalue("postgres").fresh() if request.param == "postgres" else ""
    return Garden(tmp_path / "another", Settings(store=StoreSettings(url)))


def test_a_store_that_moved_to_another_engine_and_back_is_the_same(
    asked: Garden, another: Garden, tmp_path: Path
) -> None:
    first = dumped(asked, tmp_path / "first.json")
    exports = exported(asked, tmp_path / "before")
    portable.load(another, tmp_path / "first.json", NOW, progress=lambda _: None)
    assert dumped(another, tmp_path / "second.json") == first
    assert exported(another, tmp_path / "between") == exports
    portable.load(asked, tmp_path / "second.json", NOW, replace=True, progress=lambda _: None)
    assert dumped(asked, tmp_path / "third.json") == first
    assert exported(asked, tmp_path / "after") == exports


def test_a_backup_is_restored_on_the_other_engine(backed: Path, another: Garden) -> None:
    restore.restore(another, backed, LATER)
    assert refs(another) == OLD


def test_who_writes_meanwhile_waits_and_goes_on_with_the_restored(
    garden: Garden, backed: Path
) -> None:
    with writing(garden, 3) as writers:
        copy = restore.restore(garden, backed, LATER).replaced
        for each in writers:
            each.waits_for(30)
    assert copy
    replaced, found = refs_in(copy), refs(garden)
    assert found[:3] == OLD
    assert replaced[:4] == [*OLD, "later"]
    for each in writers:
        mine = [
            [ref for ref in kept if ref.startswith(f"{each.name} ")] for kept in (replaced, found)
        ]
        both = mine[0] + mine[1]
        assert both == [f"{each.name} {n}" for n in range(len(both))]
        assert each.acknowledged() == both[: len(each.acknowledged())]
        assert mine[1]


def test_who_reads_meanwhile_sees_the_old_or_the_restored_and_nothing_between(
    garden: Garden, backed: Path
) -> None:
    seen: list[list[str]] = []
    ended = threading.Event()

    def read() -> None:
        with Store.open(garden) as store:
            while not ended.is_set():
                seen.append([each["ref"] for each in store.table("ideas")])

    reader = threading.Thread(target=read)
    reader.start()
    try:
        while not seen:
            time.sleep(0.01)
        restore.restore(garden, backed, LATER)
        count = len(seen)
        while len(seen) < count + 5:
            time.sleep(0.01)
    finally:
        ended.set()
        reader.join()
    assert seen[0] == [*OLD, "later"]
    assert seen[-1] == OLD
    assert all(each in ([*OLD, "later"], OLD) for each in seen)


def test_a_kill_in_the_middle_leaves_the_old_or_the_new(garden: Garden, backed: Path) -> None:
    with Store.open(garden) as store:
        rows = [{"ref": f"large {n}", "text": "x" * 2000} for n in range(500)]
        store.table("ideas").insert_multiple(rows)
        large = backup.make(garden, store, NOW, garden.root / "large.db").path
    old = refs(garden)
    begun = time.monotonic()
    restore.restore(garden, backed, LATER)
    lasted = time.monotonic() - begun
    for part in range(1, 5):
        restore.restore(garden, large, LATER)
        child = os.fork()
        if child == 0:
            signal.setitimer(signal.ITIMER_REAL, lasted * part / 5)
            try:
                restore.restore(garden, backed, LATER)
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        assert refs(garden) in (old, OLD)
    restore.restore(garden, backed, LATER)
    assert refs(garden) == OLD
