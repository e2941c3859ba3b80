"""The bytes of files ride along with every backup, and come back with it."""

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from collector.errors import Unreadable
from collector.garden import Garden, Settings, StoreSettings
from collector.store import Store, erased, reads, writes
from collector.store.copies import backup, portable, restore
from tests.engines import not_in_memory
from tests.store.filled import CONTENT, hand_in, idea


def lies(garden: Garden, ref: str) -> bool:
    return (garden.files / ref).exists()


@pytest.fixture
def place(tmp_path: Path, engine: StoreSettings) -> Garden:
    """The garden of `store`, on each engine."""
    return Garden(tmp_path, Settings(store=engine))


@not_in_memory
def test_a_file_comes_back_with_its_backup(place: Garden, store: Store, now: datetime) -> None:
    garden = place
    writes.add(store, idea("rye"))
    ref = hand_in(garden, store, "rye")
    made = backup.make(garden, store, now)
    (garden.files / ref).unlink()
    store.table("files").truncate()
    restore.restore(garden, made.path, now)
    assert (garden.files / ref).read_bytes() == CONTENT
    assert (garden.files / ref).stat().st_mode & 0o077 == 0
    (kept,) = reads.files(store, about="rye")
    assert (kept.ref, kept.name) == (ref, "rye.pdf")


def test_what_is_only_staged_is_in_no_backup(garden: Garden, now: datetime) -> None:
    with Store.open(garden) as store:
        ref = hand_in(garden, store, "", b"only staged")
        made = backup.make(garden, store, now)
    content = made.path.read_bytes()
    assert ref.encode() not in content
    assert b"only staged" not in content


def test_what_was_erased_since_does_not_come_back(garden: Garden, now: datetime) -> None:
    with Store.open(garden) as store:
        writes.add(store, idea("rye"))
        ref = hand_in(garden, store, "rye")
        made = backup.make(garden, store, now)
    erased.note(garden, ["rye"], now.date())
    (garden.files / ref).unlink()
    restore.restore(garden, made.path, now)
    assert not lies(garden, ref)


def test_what_came_since_is_in_the_copy_of_what_stood(garden: Garden, now: datetime) -> None:
    with Store.open(garden) as store:
        writes.add(store, idea("rye"))
        made = backup.make(garden, store, now)
        ref = hand_in(garden, store, "rye")
    replaced = restore.restore(garden, made.path, now).replaced
    assert replaced is not None
    (garden.files / ref).unlink()
    restore.restore(garden, replaced, now)
    assert lies(garden, ref)


def test_the_store_itself_holds_no_bytes_of_files(garden: Garden, now: datetime) -> None:
    with Store.open(garden) as store:
        writes.add(store, idea("rye"))
        hand_in(garden, store, "rye")
        made = backup.make(garden, store, now)
    restore.restore(garden, made.path, now)
    assert CONTENT not in garden.database.read_bytes()


def test_a_file_that_changed_in_a_backup_is_found(garden: Garden, now: datetime) -> None:
    with Store.open(garden) as store:
        writes.add(store, idea("rye"))
        hand_in(garden, store, "rye")
        made = backup.make(garden, store, now)
    made.path.with_name(f"{made.path.name}.sha256").unlink()
    driver = sqlite3.connect(made.path)
    driver.execute("UPDATE file_bytes SET content = ?", (b"something else",))
    driver.commit()
    driver.close()
    with pytest.raises(Unreadable) as refused:
        restore.restore(garden, made.path, now)
    assert refused.value.reason == "backup-damaged"


def test_a_file_that_is_missing_hinders_no_backup(garden: Garden, now: datetime) -> None:
    with Store.open(garden) as store:
        writes.add(store, idea("rye"))
        (garden.files / hand_in(garden, store, "rye")).unlink()
        assert backup.make(garden, store, now).found.counts["files"] == 1


def test_a_dump_tells_what_is_known_of_kept_files(
    garden: Garden, tmp_path: Path, now: datetime
) -> None:
    with Store.open(garden) as store:
        writes.add(store, idea("rye"))
        kept, staged = hand_in(garden, store, "rye"), hand_in(garden, store, "")
        portable.dump(garden, store, tmp_path / "dump.json")
    told = (tmp_path / "dump.json").read_text("utf-8")
    assert kept in told
    assert staged not in told
