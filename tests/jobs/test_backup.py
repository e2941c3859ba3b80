"""A backup a day while serving; one that can't be written is told, and tried again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from collector.entries import JobKind
from collector.garden import BackupSettings, Garden, Settings
from collector.jobs import Runner
from collector.store import Store, reads, writes
from collector.store.copies import backup
from tests.faults.disks import fill_up, make_room, small_disk
from tests.store.filled import NOW, keep, refs_in


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return Garden(tmp_path, Settings())


@pytest.fixture
def store(garden: Garden) -> Iterator[Store]:
    with Store.open(garden) as store:
        keep(store, "rye")
        yield store


def on_day(garden: Garden, store: Store, days: int) -> None:
    """What a runner does as a day begins."""
    now = NOW + timedelta(days=days)
    runner = Runner(garden, store, lambda: now)
    try:
        runner.renew(now)
        while runner.once():
            pass
    finally:
        runner.limits.close()


def test_one_is_made_each_day(garden: Garden, store: Store) -> None:
    for day in (0, 0, 1, 1, 1, 2):
        on_day(garden, store, day)
    assert [each.made.day for each in backup.kept(garden)] == [22, 21, 20]


def test_it_holds_what_was_kept_when_the_day_began(garden: Garden, store: Store) -> None:
    on_day(garden, store, 0)
    keep(store, "spelt")
    on_day(garden, store, 1)
    newest, oldest = backup.kept(garden)
    assert refs_in(oldest.path) == ["rye"]
    assert refs_in(newest.path) == ["rye", "spelt"]


def test_where_none_are_wanted_none_are_made_and_nothing_waits(
    garden: Garden, store: Store
) -> None:
    none = replace(garden, settings=Settings(backup=BackupSettings(keep=0)))
    on_day(none, store, 0)
    assert backup.kept(none) == []
    assert all(job.done for job in reads.jobs(store) if job.kind is JobKind.BACKUP)


def failing(store: Store) -> list[str]:
    return [job.error for job in reads.jobs(store) if job.error and not job.done]


def test_one_that_can_not_be_written_is_told_and_tried_again(garden: Garden, store: Store) -> None:
    with small_disk(garden.backups, 1):
        fill_up(garden.backups)
        on_day(garden, store, 0)
        (told,) = failing(store)
        assert str(garden.backups) in told
        assert "room" in told
        keep(store, "spelt")
        make_room(garden.backups)
        later = Runner(garden, store, lambda: NOW + timedelta(minutes=10))
        assert later.once()
        later.limits.close()
        assert failing(store) == []
        assert [refs_in(each.path) for each in backup.kept(garden)] == [["rye", "spelt"]]


def test_one_that_can_not_be_written_holds_up_no_other_job(garden: Garden, store: Store) -> None:
    garden.backups.write_text("no folder")
    writes.enqueue(store, JobKind.BACKUP, "", NOW)
    writes.enqueue(store, JobKind.FILL, "bread", NOW + timedelta(seconds=1))
    now = NOW + timedelta(seconds=1)
    runner = Runner(garden, store, lambda: now)
    assert runner.once()
    assert runner.once()
    runner.limits.close()
    assert [job.kind for job in reads.jobs(store) if not job.done] == [JobKind.BACKUP]
