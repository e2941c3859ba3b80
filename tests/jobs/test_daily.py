"""What is done each day is asked for once a day, whoever asks and however often."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from collector.entries import JobKind
from collector.jobs.daily import DAILY, ask_daily
from collector.store import Store, reads, writes

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 21, 23, tzinfo=UTC)
"""In Berlin."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "garden.db") as store:
        yield store


def asked(store: Store) -> list[JobKind]:
    return [job.kind for job in reads.jobs(store) if job.done is None]


def do(store: Store, now: datetime) -> None:
    for _ in DAILY:
        job = writes.lease(store, now, 60)
        assert job is not None
        writes.finish(store, job, now)


def test_on_the_first_day_all_of_it_is_asked_for(store: Store) -> None:
    ask_daily(store, BERLIN, NOW)
    assert sorted(asked(store)) == sorted(DAILY)
    assert JobKind.RETAIN in DAILY


def test_what_waits_or_is_being_done_is_not_asked_for_again(store: Store) -> None:
    ask_daily(store, BERLIN, NOW)
    assert writes.lease(store, NOW, 60) is not None
    ask_daily(store, BERLIN, NOW)
    assert len(asked(store)) == len(DAILY)


def test_what_was_done_today_is_done(store: Store) -> None:
    ask_daily(store, BERLIN, NOW)
    do(store, NOW)
    ask_daily(store, BERLIN, MIDNIGHT - timedelta(seconds=1))
    assert asked(store) == []


def test_a_day_begins_where_the_garden_is(store: Store) -> None:
    ask_daily(store, BERLIN, NOW)
    do(store, NOW)
    ask_daily(store, BERLIN, MIDNIGHT)
    assert sorted(asked(store)) == sorted(DAILY)


def test_many_runners_ask_once(store: Store, tmp_path: Path) -> None:
    with Store(tmp_path / "garden.db") as other, ThreadPoolExecutor(8) as runners:
        for each in (store, other) * 8:
            runners.submit(ask_daily, each, BERLIN, NOW)
    assert sorted(asked(store)) == sorted(DAILY)
