"""Backups are whole, verified before they count, hold nothing that must not live, and end."""

import os
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from collector.errors import Conflict, Unavailable
from collector.garden import BackupSettings, Garden, Settings
from collector.store import Limits, Store, secret
from collector.store.copies import backup, draft, restore
from tests.faults.disks import fill_up, make_room, small_disk
from tests.store.filled import LINK, NOW, SESSION, contents, idea, keep, plant, refs_in
from tests.store.writer import writing


@pytest.fixture
def store(garden: Garden) -> Iterator[Store]:
    with Store.open(garden) as opened:
        plant(opened)
        yield opened


def keeping(garden: Garden, keep: int) -> Garden:
    return replace(garden, settings=Settings(backup=BackupSettings(keep=keep)))


def names(garden: Garden) -> list[str]:
    return sorted(each.name for each in garden.backups.iterdir() if each.name[0] != ".")


def test_a_backup_is_a_store_with_all_that_is_kept_but_log_ins_and_links(
    garden: Garden, store: Store, tmp_path: Path
) -> None:
    path = backup.make(garden, store, NOW).path
    copy = Garden(tmp_path / "copy", Settings())
    copy.var.mkdir(parents=True)
    copy.database.write_bytes(path.read_bytes())
    before = contents(garden)
    assert len(before["sessions"]) == len(before["links"]) == 1
    assert contents(copy) == {**before, "sessions": [], "links": []}


def test_its_checksum_is_read_by_the_common_program(garden: Garden, store: Store) -> None:
    path = backup.make(garden, store, NOW).path
    command = ["sha256sum", "--check", "--strict", f"{path.name}.sha256"]
    told = subprocess.run(command, cwd=path.parent, capture_output=True, text=True, check=True)
    assert told.stdout == f"{path.name}: OK\n"


def test_it_tells_what_it_found(garden: Garden, store: Store) -> None:
    found = backup.make(garden, store, NOW).found
    assert found.counts["ideas"] == 3
    assert found.counts["sessions"] == 0


def test_no_byte_of_a_log_in_a_link_a_limit_or_the_key_is_in_it(
    garden: Garden, store: Store
) -> None:
    key = secret(garden)
    Limits.open(garden).take("entry", "192.0.2.7", 10, NOW)
    with closing(sqlite3.connect(garden.limits_database)) as limits:
        (salt,) = limits.execute("SELECT salt FROM salts").fetchone()
        (who,) = limits.execute("SELECT who FROM hits").fetchone()
    content = backup.make(garden, store, NOW).path.read_bytes()
    assert b"spelt" in content
    for hidden in (SESSION.encode(), LINK.encode(), key, salt, who):
        assert hidden not in content


def test_only_its_owner_may_read_it(garden: Garden, store: Store) -> None:
    path = backup.make(garden, store, NOW).path
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_the_newest_are_kept_and_older_ones_go_with_their_checksums(
    garden: Garden, store: Store
) -> None:
    garden = keeping(garden, 3)
    for day in range(6):
        backup.make(garden, store, NOW + timedelta(days=day))
    assert names(garden) == [
        f"garden-202611{day}T093015Z.db{ending}"
        for day in (23, 24, 25)
        for ending in ("", ".sha256")
    ]


def test_fourteen_are_kept_unless_said_otherwise(garden: Garden, store: Store) -> None:
    for day in range(16):
        backup.make(garden, store, NOW + timedelta(days=day))
    assert len(backup.kept(garden)) == 14


def test_nothing_goes_before_the_new_one_is_known_to_be_whole(
    garden: Garden, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    garden = keeping(garden, 1)
    first = backup.make(garden, store, NOW).path

    def damaged(path: Path) -> None:
        path.write_bytes(path.read_bytes()[:5000])

    monkeypatch.setattr(backup, "leave_out", damaged)
    with pytest.raises(Unavailable) as failed:
        backup.make(garden, store, NOW + timedelta(days=1))
    assert failed.value.reason == "backup-failed"
    assert names(garden) == [first.name, f"{first.name}.sha256"]


def test_two_of_one_second_are_two(garden: Garden, store: Store) -> None:
    made = [backup.make(garden, store, NOW).path for _ in range(3)]
    assert len({*made}) == 3


def test_other_files_in_the_folder_stay(garden: Garden, store: Store) -> None:
    garden = keeping(garden, 1)
    backup.make(garden, store, NOW)
    for name in ("erased.txt", "mine.db", "garden-lately.db", "garden-20261120T093015Z.db.old"):
        (garden.backups / name).write_text("mine")
    backup.make(garden, store, NOW + timedelta(days=1))
    assert len(names(garden)) == 6


def test_a_list_tells_the_day_each_ends(garden: Garden, store: Store) -> None:
    garden = keeping(garden, 3)
    for day in (0, 1, 2):
        backup.make(garden, store, NOW + timedelta(days=day))
    found = backup.kept(garden)
    assert [each.made.day for each in found] == [22, 21, 20]
    assert [each.ends for each in found] == [date(2026, 11, day) for day in (25, 24, 23)]
    assert found[0].size == found[0].path.stat().st_size


def test_what_a_restore_replaced_ends_after_as_many_days(garden: Garden, store: Store) -> None:
    garden = keeping(garden, 3)
    first = backup.make(garden, store, NOW).path
    store.close()
    restore.restore(garden, first, NOW)
    copy = next(each for each in backup.kept(garden) if each.kind == "before-restore")
    assert copy.ends == date(2026, 11, 23)
    with Store.open(garden) as opened:
        backup.make(garden, opened, NOW + timedelta(days=2))
        assert copy.path.exists()
        backup.make(garden, opened, NOW + timedelta(days=3))
    assert not copy.path.exists()
    assert first.exists()


def test_where_none_are_to_be_made_those_that_are_there_stay(garden: Garden, store: Store) -> None:
    backup.make(garden, store, NOW)
    assert [each.ends for each in backup.kept(keeping(garden, 0))] == [None]


def test_they_may_stand_on_another_disk(garden: Garden, store: Store, tmp_path: Path) -> None:
    settings = Settings(backup=BackupSettings(folder=str(tmp_path / "disk")))
    made = backup.make(replace(garden, settings=settings), store, NOW)
    assert made.path.parent == tmp_path / "disk"


def test_a_file_of_a_name_of_ones_own_is_not_among_the_daily_ones(
    garden: Garden, store: Store, tmp_path: Path
) -> None:
    made = backup.make(garden, store, NOW, tmp_path / "mine.db")
    assert made.path == tmp_path / "mine.db"
    assert (tmp_path / "mine.db.sha256").is_file()
    assert backup.kept(garden) == []


@pytest.mark.parametrize("name", ["garden.db", "limits.db", "published/bread.json"])
def test_the_kits_own_files_are_never_written_over(garden: Garden, store: Store, name: str) -> None:
    with pytest.raises(Conflict) as refused:
        backup.make(garden, store, NOW, garden.var / name)
    assert refused.value.reason == "live-file"
    assert refs_in(garden.database) == ["rye", "spelt", "gone"]


def test_a_full_disk_leaves_the_earlier_ones_and_the_store_goes_on(
    garden: Garden, store: Store
) -> None:
    with small_disk(garden.backups, 2):
        first = backup.make(garden, store, NOW).path
        fill_up(garden.backups)
        with pytest.raises(Unavailable) as failed:
            backup.make(garden, store, NOW + timedelta(days=1))
        assert failed.value.facts["path"].parent == garden.backups
        keep(store, "new")
        make_room(garden.backups)
        assert names(garden) == [first.name, f"{first.name}.sha256"]
        restore.verify(first)
        second = backup.make(garden, store, NOW + timedelta(days=1)).path
        assert refs_in(second) == ["rye", "spelt", "gone", "new"]


def test_a_disk_that_fills_while_it_is_written_leaves_no_half_of_one(
    garden: Garden, store: Store
) -> None:
    for n in range(40):
        store.table("ideas").insert({"ref": f"large {n}", "text": "x" * 50_000})
    with small_disk(garden.backups, 1):
        with pytest.raises(Unavailable):
            backup.make(garden, store, NOW)
        assert names(garden) == []


def test_a_folder_that_can_not_be_made_is_named(garden: Garden, store: Store) -> None:
    (garden.var / "backups").write_text("a file")
    with pytest.raises(Unavailable) as failed:
        backup.make(garden, store, NOW)
    assert failed.value.reason == "backup-failed"
    assert str(garden.backups) in str(failed.value.facts["cause"])


def test_while_four_write_it_holds_what_each_had_kept_up_to_one_moment(
    garden: Garden, store: Store
) -> None:
    with writing(garden, 4) as writers:
        before = [each.acknowledged() for each in writers]
        found = refs_in(backup.make(garden, store, NOW).path)
        after = [each.acknowledged() for each in writers]
    for n in range(4):
        mine = [ref for ref in found if ref.startswith(f"{n} ")]
        assert mine == [f"{n} {count}" for count in range(len(mine))]
        assert len(before[n]) <= len(mine) <= len(after[n]) + 1


def test_what_a_killed_one_left_behind_is_removed_by_the_next(garden: Garden, store: Store) -> None:
    garden.backups.mkdir()
    child = os.fork()
    if child == 0:
        with draft.drafted(garden.backups / "garden-20261119T093015Z.db") as path:
            path.write_bytes(b"half")
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    (left,) = garden.backups.iterdir()
    with draft.drafted(garden.backups / "other.db") as path:
        path.write_bytes(b"somebody is at it")
        backup.make(garden, store, NOW)
        assert not left.exists()
    assert (garden.backups / "other.db").exists()


def test_large_entries_are_in_it_too(garden: Garden, store: Store) -> None:
    store.table("ideas").insert({"ref": "large", "text": "x" * 400_000})
    store.table("ideas").insert({**vars(idea("plain")), "received": "", "state": "waiting"})
    assert refs_in(backup.make(garden, store, NOW).path)[-2:] == ["large", "plain"]
