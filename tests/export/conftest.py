"""A store of one's own, on each engine, with a challenge that is talked about."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from collector.garden import Garden, Settings, StoreSettings
from collector.store import Store
from tests.export.talked import Talk


@pytest.fixture
def talk(tmp_path: Path, engine: StoreSettings) -> Iterator[Talk]:
    garden = Garden(tmp_path, Settings(store=engine))
    with Store.open(garden) as opened:
        yield Talk(garden, opened)
