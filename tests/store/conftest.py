"""A garden whose store is a file."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from collector.garden import Garden, Settings


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return Garden(tmp_path, Settings())


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 20, 9, 30, 15, tzinfo=UTC)
