"""What killed processes left behind goes; what is being written stays."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from collector.garden import Garden, Settings
from collector.jobs.sweep import sweep
from collector.store import Store


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return Garden(tmp_path, Settings())


@pytest.fixture
def store(garden: Garden) -> Iterator[Store]:
    with Store.open(garden) as store:
        yield store


DRAFTS = ["published/.bread.json.k3d9", ".workbook.k3d9/workbook", ".workbook.k3d9/sheet1.xml"]


def leave(garden: Garden, place: str, *, long_ago: bool) -> Path:
    path = garden.var / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Walnut")
    for each in (path, path.parent) if long_ago else ():
        os.utime(each, (0, 0))
    return path


@pytest.mark.parametrize("place", DRAFTS)
def test_the_draft_of_a_killed_process_goes(garden: Garden, store: Store, place: str) -> None:
    path = leave(garden, place, long_ago=True)
    sweep(garden, store)
    assert not path.exists()


@pytest.mark.parametrize("place", DRAFTS)
def test_a_draft_that_somebody_is_at_stays(garden: Garden, store: Store, place: str) -> None:
    path = leave(garden, place, long_ago=False)
    sweep(garden, store)
    assert path.exists()


def test_what_is_published_stays_however_old(garden: Garden, store: Store) -> None:
    path = leave(garden, "published/bread.json", long_ago=True)
    sweep(garden, store)
    assert path.exists()


def test_a_store_that_a_killed_restore_was_making_goes(garden: Garden, store: Store) -> None:
    path = leave(garden, "aside/garden.db", long_ago=False)
    sweep(garden, store)
    assert not path.parent.exists()
