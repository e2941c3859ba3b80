"""A store of one's own, and a garden around it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from collector.garden import Garden, Settings
from collector.store import Store


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return Garden(tmp_path, Settings())


@pytest.fixture
def store(garden: Garden) -> Iterator[Store]:
    with Store.open(garden) as opened:
        yield opened


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 20, 9, 30, 15, tzinfo=UTC)
