"""A store of one's own on each engine, and a garden whose store is a file."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from collector.garden import Garden, Settings, StoreSettings
from collector.store import Store


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return Garden(tmp_path, Settings())


@pytest.fixture
def store(tmp_path: Path, engine: StoreSettings) -> Iterator[Store]:
    with Store.open(Garden(tmp_path, Settings(store=engine))) as opened:
        yield opened


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 20, 9, 30, 15, tzinfo=UTC)
