"""The doctor sees what is wrong with all that a store lives on, and changes nothing."""

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from collector.entries import Delivery, Event, Notice
from collector.garden import (
    BackupSettings,
    Garden,
    MailSettings,
    ServeSettings,
    Settings,
    StoreSettings,
    WebhookSettings,
)
from collector.store import Store, secret, writes
from collector.store.copies import backup, restore
from collector.store.doctor import Level, examine, note_copied, space
from collector.store.migrate import VERSION
from collector.words import say
from tests.faults.disks import read_only, small_disk
from tests.postgres import Server, running
from tests.store.filled import hand_in, keep, plant


@pytest.fixture
def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def garden(tmp_path: Path, now: datetime) -> Garden:
    """A garden in good health: its disk is large, its backup new, its key copied."""
    garden = Garden(tmp_path, Settings())
    with Store.open(garden) as store:
        plant(store)
        backup.make(garden, store, now - timedelta(hours=3))
    secret(garden)
    note_copied(garden, now.date())
    return garden


def signs(garden: Garden, now: datetime) -> dict[str, Level]:
    """The level of each sign, by its reason; every one of them has its sentence."""
    found = list(examine(garden, now))
    for each in found:
        assert say(each.reason, each.facts)
    return {each.reason: each.level for each in found}


def faults(garden: Garden, now: datetime) -> dict[str, Level]:
    return {reason: level for reason, level in signs(garden, now).items() if level != Level.OK}


def told(garden: Garden, now: datetime, reason: str) -> str:
    return next(say(reason, each.facts) for each in examine(garden, now) if each.reason == reason)


def everything(folder: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_of_a_healthy_garden_all_is_well_and_nothing_changes(garden: Garden, now: datetime) -> None:
    before = everything(garden.root)
    assert set(signs(garden, now).values()) == {Level.OK}
    assert everything(garden.root) == before


def test_a_new_garden_is_well_but_has_neither_store_nor_backup(
    tmp_path: Path, now: datetime
) -> None:
    found = faults(Garden(tmp_path, Settings()), now)
    assert found == {
        "doctor-no-store": Level.WARNING,
        "doctor-never-backed-up": Level.WARNING,
    }
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_named(garden: Garden, now: datetime) -> None:
    with Store.open(garden) as store:
        keep(store, *map(str, range(300)))
    content = bytearray(garden.database.read_bytes())
    content[8192 : len(content) // 2] = os.urandom(len(content) // 2 - 8192)
    garden.database.write_bytes(content)
    found = faults(garden, now)
    assert found.keys() & {"doctor-damaged", "store-damaged"}
    assert set(found.values()) == {Level.ERROR}


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "store-damaged"), (b"no database" * 999, "store-damaged")]
)
def test_a_file_that_is_no_store_is_named_and_the_other_looks_go_on(
    garden: Garden, now: datetime, content: bytes, reason: str
) -> None:
    garden.database.write_bytes(content)
    assert faults(garden, now) == {reason: Level.ERROR}
    assert "doctor-backup-ok" in signs(garden, now)


@pytest.mark.parametrize(("version", "reason"), [("99", "store-newer"), (None, "store-foreign")])
def test_a_store_of_somebody_else_is_named(
    garden: Garden, now: datetime, version: str | None, reason: str
) -> None:
    with closing(sqlite3.connect(garden.database)) as file:
        if version is None:
            file.execute("DROP TABLE meta")
        else:
            file.execute("UPDATE meta SET value = ?", (version,))
        file.commit()
    assert faults(garden, now) == {reason: Level.ERROR}


def test_an_older_store_is_not_brought_up_by_looking_at_it(garden: Garden, now: datetime) -> None:
    with closing(sqlite3.connect(garden.database)) as file:
        file.execute("UPDATE meta SET value = '1'")
        file.commit()
    assert f"version 1 of {VERSION}" in told(garden, now, "doctor-version")
    with closing(sqlite3.connect(garden.database)) as file:
        assert file.execute("SELECT value FROM meta").fetchone() == ("1",)


def test_a_store_without_its_log_is_told(garden: Garden, now: datetime) -> None:
    with closing(sqlite3.connect(garden.database)) as file:
        file.execute("PRAGMA journal_mode = delete")
    assert faults(garden, now) == {"doctor-no-log": Level.WARNING}


def test_a_clock_behind_what_is_kept_is_told(garden: Garden, now: datetime) -> None:
    found = faults(garden, now - timedelta(days=400))
    assert found["doctor-clock-behind"] == Level.ERROR


def test_a_clock_behind_the_newest_backup_is_told(garden: Garden, now: datetime) -> None:
    assert "doctor-clock-behind" in faults(garden, now - timedelta(hours=4))


def test_a_clock_apart_from_the_disks_is_told(garden: Garden, now: datetime) -> None:
    found = faults(garden, now + timedelta(minutes=5))
    assert found == {"doctor-clock-apart": Level.WARNING}


def test_a_disk_with_too_little_room_is_told(
    garden: Garden, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = garden.root / "disk"
    there = replace(garden, settings=Settings(backup=BackupSettings(folder="disk")))
    with small_disk(disk, 10):
        shutil.copytree(garden.backups, disk, dirs_exist_ok=True)
        assert faults(there, now) == {"doctor-space": Level.ERROR}
        assert str(there.backups) in told(there, now, "doctor-space")
        free = shutil.disk_usage(disk).free
        monkeypatch.setattr(space, "LEAST", free - garden.database.stat().st_size)
        assert faults(there, now) == {"doctor-space": Level.WARNING}


@pytest.mark.parametrize(
    ("name", "mode", "level"),
    [
        ("secret.key", 0o640, Level.ERROR),
        ("garden.db", 0o644, Level.WARNING),
        ("backups", 0o755, Level.WARNING),
    ],
)
def test_what_others_may_look_into_is_told(
    garden: Garden, now: datetime, name: str, mode: int, level: Level
) -> None:
    (garden.var / name).chmod(mode)
    assert faults(garden, now) == {"doctor-open": level}
    assert str(garden.var / name) in told(garden, now, "doctor-open")


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give files away")
@pytest.mark.parametrize("name", ["garden.db", "aside.lock", "backups/.lock"])
def test_what_belongs_to_somebody_else_is_told(garden: Garden, now: datetime, name: str) -> None:
    (garden.var / name).touch()
    os.chown(garden.var / name, 65534, -1)
    assert faults(garden, now) == {"doctor-owner": Level.ERROR}
    assert "chown root" in told(garden, now, "doctor-owner")


def test_a_folder_that_may_only_be_read_is_told(garden: Garden, now: datetime) -> None:
    with read_only(garden.var):
        assert "doctor-unwritten" in faults(garden, now)


def test_an_old_backup_is_told(garden: Garden, now: datetime) -> None:
    newest = backup.kept(garden)[0].path
    old = newest.with_name("garden-20201121T093000Z.db")
    newest.rename(old)
    assert faults(garden, now) == {"doctor-backup-old": Level.ERROR}


def test_a_backup_that_was_changed_is_told(garden: Garden, now: datetime) -> None:
    newest = backup.kept(garden)[0].path
    content = bytearray(newest.read_bytes())
    content[-100] ^= 1
    newest.write_bytes(content)
    assert faults(garden, now) == {"backup-checksum": Level.ERROR}


def test_where_none_are_made_that_is_told(garden: Garden, now: datetime) -> None:
    none = replace(garden, settings=Settings(backup=BackupSettings(keep=0)))
    assert faults(none, now) == {"doctor-no-backups": Level.WARNING}


def test_what_a_restore_set_aside_is_told(garden: Garden, now: datetime) -> None:
    newest = backup.kept(garden)[0].path
    garden.database.write_bytes(b"damaged")
    restore.restore(garden, newest, now)
    assert faults(garden, now) == {"doctor-set-aside": Level.WARNING}


def test_a_key_that_nobody_copied_is_told_until_somebody_says_so(
    garden: Garden, now: datetime
) -> None:
    garden.var.joinpath("secret.key.copied").unlink()
    assert faults(garden, now) == {"doctor-key-alone": Level.WARNING}
    note_copied(garden, now.date())
    assert faults(garden, now) == {}
    garden.secret.unlink()
    secret(garden)
    assert faults(garden, now) == {"doctor-key-changed": Level.WARNING}


def test_nothing_of_the_key_is_in_what_was_noted_of_it(garden: Garden) -> None:
    noted = garden.var.joinpath("secret.key.copied").read_bytes()
    key = secret(garden)
    assert not any(key[n : n + 8] in noted for n in range(len(key) - 8))


@pytest.fixture
def on_postgres(tmp_path: Path, now: datetime, postgres: Server) -> Garden:
    garden = Garden(tmp_path, Settings(store=StoreSettings(postgres.fresh())))
    with Store.open(garden) as store:
        plant(store)
        backup.make(garden, store, now)
    return garden


@pytest.mark.postgres
def test_of_a_healthy_database_all_is_well(on_postgres: Garden, now: datetime) -> None:
    assert faults(on_postgres, now) == {}
    sentence = told(on_postgres, now, "doctor-database")
    assert "SERIALIZABLE" in sentence
    assert "synchronous_commit on" in sentence


@pytest.mark.postgres
def test_a_database_that_can_not_be_reached_is_told(on_postgres: Garden, now: datetime) -> None:
    url = "postgresql+psycopg://nobody@/none?host=/nowhere"
    gone = replace(on_postgres, settings=Settings(store=StoreSettings(url)))
    assert faults(gone, now) == {"database-unreached": Level.ERROR}


@pytest.mark.postgres
def test_too_few_connections_are_told(on_postgres: Garden, now: datetime) -> None:
    many = replace(on_postgres.settings, serve=ServeSettings(workers=50, threads=4))
    assert faults(replace(on_postgres, settings=many), now) == {"doctor-no-room": Level.ERROR}


@pytest.mark.postgres
def test_a_database_that_does_not_wait_for_its_disk_is_told(tmp_path: Path, now: datetime) -> None:
    with running("fsync=off", "full_page_writes=off") as server:
        garden = Garden(tmp_path, Settings(store=StoreSettings(server.fresh())))
        found = [each for each in examine(garden, now) if each.level is Level.ERROR]
    assert [each.facts.get("name") for each in found] == ["fsync", "full_page_writes"]


class TestFiles:
    """What visitors handed in lies in a folder of its own."""

    def test_where_there_are_none_nothing_is_said(self, garden: Garden, now: datetime) -> None:
        assert not {"doctor-files", "doctor-files-lost"} & {
            each.reason for each in examine(garden, now)
        }

    def test_those_that_lie_there_are_counted(self, garden: Garden, now: datetime) -> None:
        with Store.open(garden) as store:
            hand_in(garden, store, "rye")
            hand_in(garden, store, "")
        assert "handed in: 1," in told(garden, now, "doctor-files")

    @pytest.mark.parametrize("content", [None, b"half"])
    def test_one_that_is_missing_or_cut_off_is_named(
        self, garden: Garden, now: datetime, content: bytes | None
    ) -> None:
        with Store.open(garden) as store:
            ref = hand_in(garden, store, "rye")
        (garden.files / ref).unlink()
        if content is not None:
            (garden.files / ref).write_bytes(content)
        assert ref in told(garden, now, "doctor-files-lost")

    def test_a_folder_that_others_may_look_into_is_told(
        self, garden: Garden, now: datetime
    ) -> None:
        garden.files.mkdir(mode=0o755)
        assert "700" in told(garden, now, "doctor-open")

    def test_a_copy_needs_room_for_them_too(self, garden: Garden) -> None:
        before = [each.facts["needed"] for each in space.space(garden)]
        with Store.open(garden) as store:
            hand_in(garden, store, "rye", b"%PDF-1.4" * 1_000_000)
        after = [each.facts["needed"] for each in space.space(garden)]
        assert min(after) >= min(before) + 16


def notice(ref: str, at: datetime, state: Delivery, error: str = "") -> Notice:
    done = None if state is Delivery.WAITING else at
    return Notice(
        ref=ref,
        event=Event.APPROVED,
        about="rye",
        challenge="bread",
        at=at,
        due=at,
        to="person:ann",
        state=state,
        done=done,
        error=error,
    )


def test_what_is_told_by_mail_and_webhooks_is_said_and_neither_is_needed(
    garden: Garden, now: datetime
) -> None:
    assert {"doctor-no-mail", "doctor-no-webhooks"} <= signs(garden, now).keys()
    mail = MailSettings(host="smtp.example.org", from_="bread@bakery.example")
    hook = WebhookSettings(url="https://hooks.example/secret", events=("approved",))
    garden = Garden(garden.root, replace(garden.settings, mail=mail, webhooks=(hook, hook)))
    assert "smtp.example.org" in told(garden, now, "doctor-mail")
    assert told(garden, now, "doctor-webhooks").endswith(": 2, at hooks.example.")
    assert faults(garden, now) == {}


def test_notices_that_failed_are_told_for_a_week(garden: Garden, now: datetime) -> None:
    with Store.open(garden) as store:
        writes.add(store, notice("old", now - timedelta(days=8), Delivery.BOUNCED, "No such box."))
        writes.add(store, notice("sent", now, Delivery.SENT))
    assert signs(garden, now)["doctor-notices-ok"] is Level.OK
    with Store.open(garden) as store:
        writes.add(store, notice("new", now - timedelta(days=6), Delivery.BOUNCED, "No such box."))
        writes.add(store, notice("last", now, Delivery.GIVEN_UP, "The server was away."))
    assert faults(garden, now) == {"doctor-notices-failed": Level.WARNING}
    assert ": 2. Of the latest: The server was away." in told(garden, now, "doctor-notices-failed")


def test_notices_that_wait_for_another_try_are_told(garden: Garden, now: datetime) -> None:
    with Store.open(garden) as store:
        writes.add(store, notice("one", now, Delivery.WAITING))
    assert faults(garden, now) == {}
    with Store.open(garden) as store:
        writes.add(store, notice("two", now, Delivery.WAITING, "Nobody listens there."))
    assert faults(garden, now) == {"doctor-notices-tried": Level.WARNING}
