"""A store of one's own, on each engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from collector.garden import Garden, Settings, StoreSettings
from collector.store import Store


@pytest.fixture
def store(tmp_path: Path, engine: StoreSettings) -> Iterator[Store]:
    with Store.open(Garden(tmp_path, Settings(store=engine))) as opened:
        yield opened
