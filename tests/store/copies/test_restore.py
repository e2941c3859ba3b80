"""Restoring puts a sound backup in the store's place at once, and what was erased stays erased."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from tinydb import where

from collector.acts import upkeep
from collector.entries import JobKind, State
from collector.errors import Unavailable, Unreadable
from collector.garden import Garden
from collector.store import Store, erased, migrate, reads, writes
from collector.store.copies import backup, restore
from collector.store.copies.aside import aside
from collector.words import say
from tests.faults.disks import fill_up, small_disk
from tests.store.filled import (
    LINK,
    NOW,
    SESSION,
    contents,
    keep,
    leased,
    plant,
    refs,
    refs_in,
)

LATER = NOW + timedelta(days=1)
OLD = ["rye", "spelt", "gone"]


def without_sum(path: Path) -> Path:
    """A copy of the backup without its checksum."""
    return Path(shutil.copyfile(path, path.with_name("copied.db")))


def test_what_was_kept_is_kept_again_with_its_ids(garden: Garden, backed: Path) -> None:
    with Store.open(garden) as store:
        store.drop_table("a table of one's own")
    now = contents(garden)
    restore.restore(garden, backed, LATER)
    then = contents(garden)
    assert len(now["ideas"]) == 4
    assert [each["ref"] for _, each in then["ideas"]] == OLD
    assert len(then["a table of one's own"]) == 1
    for same in ("responses", "replies", "receipts", "accounts", "forms", "labels", "texts"):
        assert then[same] == now[same]
        assert then[same]


def test_it_tells_what_was_found_and_where_the_copy_is_of_what_stood(
    garden: Garden, backed: Path
) -> None:
    told = restore.restore(garden, backed, LATER)
    assert told.found.counts["ideas"] == 3
    assert told.has_checksum
    assert told.replaced == garden.backups / "before-restore-20261121T093015Z.db"
    assert refs_in(told.replaced) == [*OLD, "later"]
    restore.restore(garden, told.replaced, LATER)
    assert refs(garden) == [*OLD, "later"]


def test_log_ins_and_links_end(garden: Garden, backed: Path) -> None:
    for table, key, name in (("sessions", "token_hash", SESSION), ("links", "code_hash", LINK)):
        changed(backed, f"INSERT INTO t_{table} (doc, {key}) VALUES ('{{}}', '{name}')")
    restore.restore(garden, without_sum(backed), LATER)
    with Store.open(garden) as store:
        assert len(store.table("sessions")) == len(store.table("links")) == 0


def test_jobs_are_free_again_and_the_site_is_to_be_built(garden: Garden) -> None:
    with Store.open(garden) as store:
        writes.add(store, leased("begun"))
        path = backup.make(garden, store, NOW).path
    restore.restore(garden, path, NOW)
    with Store.open(garden) as store:
        found = {job.kind: job for job in reads.jobs_due(store, NOW)}
    assert found[JobKind.FILL].key == "begun"
    assert found[JobKind.BUILD].subject == ""


def test_what_was_erased_since_is_erased_again(garden: Garden, backed: Path) -> None:
    with Store.open(garden) as store:
        upkeep.erase(garden, store, "rye", "ada", NOW)
    restore.restore(garden, backed, LATER)
    with Store.open(garden) as store:
        assert reads.idea(store, "rye").state is State.ERASED
        assert reads.idea(store, "rye").answers == {}
        assert reads.replies(store, "bread", about="rye") == []
        assert [each["about"] for each in store.table("receipts")] == ["spelt"]
    assert b"rye: Br" not in garden.database.read_bytes()


def test_what_was_erased_is_known_from_the_list_where_the_store_is_lost(
    garden: Garden, backed: Path
) -> None:
    erased.note(garden, ["rye"], NOW.date())
    garden.database.unlink()
    restore.restore(garden, backed, LATER)
    with Store.open(garden) as store:
        assert reads.idea(store, "rye").state is State.ERASED


def flipped(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= 0x40
    path.write_bytes(content)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def of_something_else(path: Path) -> None:
    path.unlink()
    changed(path, "CREATE TABLE songs (title)")


def changed(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute(statement)
        file.commit()


DAMAGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "cut in half": (lambda path: os.truncate(path, path.stat().st_size // 2), "backup-damaged"),
    "cut at its end": (lambda path: os.truncate(path, path.stat().st_size - 1), "backup-damaged"),
    "empty": (lambda path: os.truncate(path, 0), "backup-foreign"),
    "a text": (lambda path: path.write_text('{"_default": {}}' * 999), "backup-damaged"),
    "a folder": (a_folder, "backup-unreadable"),
    "missing": (Path.unlink, "backup-unreadable"),
    "of something else": (of_something_else, "backup-foreign"),
    "of a newer kit": (lambda path: changed(path, "UPDATE meta SET value = '99'"), "store-newer"),
    "without a table": (lambda path: changed(path, "DROP TABLE t_ideas"), "backup-damaged"),
    "with a strange table": (
        lambda path: changed(path, 'CREATE TABLE "t_ideas; DROP" (id INTEGER, doc TEXT)'),
        "backup-damaged",
    ),
    "without a version": (
        lambda path: changed(path, "UPDATE meta SET value = 'two'"),
        "backup-foreign",
    ),
    "with another first page": (lambda path: flipped(path, 20), "backup-damaged"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_what_is_no_sound_backup_is_refused_and_nothing_changes(
    garden: Garden, backed: Path, kind: str
) -> None:
    damage, reason = DAMAGE[kind]
    path = without_sum(backed)
    damage(path)
    before = contents(garden)
    with pytest.raises((Unreadable, Unavailable)) as refused:
        restore.restore(garden, path, LATER)
    assert refused.value.reason == reason
    assert str(path) in say(refused.value.reason, refused.value.facts)
    assert contents(garden) == before
    assert not (garden.var / "aside").exists()
    assert [each.kind for each in backup.kept(garden)] == ["garden"]


def test_one_bit_that_fell_over_is_found_by_the_checksum(garden: Garden, backed: Path) -> None:
    size = backed.stat().st_size
    for place in range(0, size, size // 50):
        flipped(backed, place)
        with pytest.raises(Unreadable) as refused:
            restore.restore(garden, backed, LATER)
        assert refused.value.reason == "backup-checksum"
        flipped(backed, place)
    assert refs(garden) == [*OLD, "later"]
    restore.verify(backed)


@pytest.mark.parametrize("told", ["", "no sum", "0" * 64 + "  garden.db\n", "\xff\xfe"])
def test_a_checksum_that_is_none_is_refused(garden: Garden, backed: Path, told: str) -> None:
    backed.with_name(f"{backed.name}.sha256").write_text(told, encoding="latin-1")
    with pytest.raises(Unreadable) as refused:
        restore.verify(backed)
    assert refused.value.reason == "backup-checksum"


def test_a_backup_without_a_checksum_is_taken_and_that_is_told(
    garden: Garden, backed: Path
) -> None:
    assert not restore.restore(garden, without_sum(backed), LATER).has_checksum
    assert refs(garden) == OLD


def test_a_plain_copy_of_a_live_store_is_taken_with_its_log(garden: Garden, tmp_path: Path) -> None:
    with Store.open(garden) as store:
        keep(store, "in the log only")
        for ending in ("", "-wal"):
            shutil.copyfile(f"{garden.database}{ending}", tmp_path / f"copy.db{ending}")
        store.table("ideas").truncate()
    restore.restore(garden, tmp_path / "copy.db", LATER)
    assert refs(garden) == ["in the log only"]


def shout(document: dict[str, object]) -> dict[str, object]:
    return {**document, "source": "older"}


def test_an_older_one_is_brought_up_to_date_first(
    garden: Garden, backed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = without_sum(backed)
    changed(path, "UPDATE meta SET value = '1'")
    changed(path, "DROP TABLE t_promises")
    monkeypatch.setattr(migrate, "STEPS", {2: {"ideas": shout}})
    assert restore.restore(garden, path, LATER).found.version == 1
    with Store.open(garden) as store:
        assert {each["source"] for each in store.table("ideas")} == {"older"}
        assert len(store.table("promises")) == 0
    assert [each.kind for each in backup.kept(garden)] == ["before-restore", "garden"]


def unlinked(path: Path) -> None:
    path.unlink()


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def a_text(path: Path) -> None:
    path.write_text("no database" * 1000)


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def torn(path: Path) -> None:
    """Every page but the first is nonsense."""
    path.write_bytes(path.read_bytes()[:4096] + os.urandom(path.stat().st_size - 4096))


@pytest.mark.parametrize("damage", [unlinked, emptied, a_text, cut, torn])
def test_a_store_that_is_damaged_or_gone_does_not_stand_in_the_way(
    garden: Garden, backed: Path, damage: Callable[[Path], None]
) -> None:
    damage(garden.database)
    stood = garden.database.read_bytes() if garden.database.exists() else None
    told = restore.restore(garden, backed, LATER)
    assert refs(garden) == OLD
    assert (told.replaced and told.replaced.read_bytes()) == stood
    with Store.open(garden) as store:
        keep(store, "new")
    assert refs(garden) == [*OLD, "new"]
    assert garden.database.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", [unlinked, a_text])
def test_those_who_had_the_damaged_one_open_go_on_with_the_restored(
    garden: Garden, backed: Path, damage: Callable[[Path], None]
) -> None:
    with Store.open(garden) as store:
        keep(store, "open")
        damage(garden.database)
        restore.restore(garden, backed, LATER)
        assert [each["ref"] for each in store.table("ideas")] == OLD
        keep(store, "new")
    assert refs(garden) == [*OLD, "new"]


def test_what_only_a_log_was_left_of_is_moved_aside(garden: Garden, backed: Path) -> None:
    garden.database.rename(garden.var / "away")
    log = garden.var / "garden.db-wal"
    log.write_bytes(b"left")
    restore.restore(garden, backed, LATER)
    assert refs(garden) == OLD
    assert [each.read_bytes() for each in garden.var.glob("garden.db.before-restore*-wal")] == [
        b"left"
    ]


def test_another_program_that_writes_is_waited_for_then_told(
    garden: Garden, backed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("collector.store.sqlite.connection.PATIENCE", 0.05)
    with closing(sqlite3.connect(garden.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable) as refused:
            restore.restore(garden, backed, LATER)
        assert refused.value.reason == "store-busy"
        other.execute("ROLLBACK")
    assert refs(garden) == [*OLD, "later"]


RESTORE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from collector.garden import Garden, Settings
from collector.store.copies import restore
root, path = map(Path, sys.argv[1:])
print("begun", flush=True)
restore.restore(Garden(root, Settings()), path, datetime.now(UTC))
"""


def test_a_second_one_waits_for_the_first(garden: Garden, backed: Path) -> None:
    words = [str(garden.root), str(backed)]
    with aside(garden) as folder:
        (folder / "mine").write_text("mine")
        second = subprocess.Popen([sys.executable, "-c", RESTORE, *words], stdout=subprocess.PIPE)
        assert second.stdout
        assert second.stdout.readline() == b"begun\n"
        with pytest.raises(subprocess.TimeoutExpired):
            second.wait(0.3)
        assert (folder / "mine").exists()
    with second.stdout:
        assert second.wait(30) == 0
    assert refs(garden) == OLD


def test_no_room_for_the_copy_of_what_stands_leaves_what_stood(
    garden: Garden, tmp_path: Path
) -> None:
    with Store.open(garden) as store:
        plant(store)
        path = backup.make(garden, store, NOW, tmp_path / "mine.db").path
        keep(store, "later")
    with small_disk(garden.backups, 1):
        fill_up(garden.backups)
        with pytest.raises(Unavailable) as full:
            restore.restore(garden, path, LATER)
        assert full.value.reason == "backup-failed"
        assert str(garden.backups) in str(full.value.facts["path"])
    assert refs(garden) == [*OLD, "later"]


READER = """
import sys
from pathlib import Path
from collector.garden import Garden, Settings
from collector.store import Store

seen = None
with Store.open(Garden(Path(sys.argv[1]), Settings())) as store:
    while True:
        now = store.table("ideas").all()[-1]["ref"]
        if now != seen:
            print(now, flush=True)
        seen = now
"""


def test_who_reads_meanwhile_sees_the_old_and_then_the_restored(
    garden: Garden, backed: Path
) -> None:
    with Store.open(garden) as store:
        store.table("ideas").remove(where("ref") == "gone")
        middle = backup.make(garden, store, NOW).path
        keep(store, "later still")
    words = [sys.executable, "-c", READER, str(garden.root)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout
        assert reader.stdout.readline() == "later still\n"
        restore.restore(garden, backed, LATER)
        assert reader.stdout.readline() == "gone\n"
        restore.restore(garden, middle, LATER)
        assert reader.stdout.readline() == "later\n"
        reader.kill()
