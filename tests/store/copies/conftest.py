"""A garden of which a copy was made."""

from pathlib import Path

import pytest

from collector.garden import Garden
from collector.store import Store
from collector.store.copies import backup
from tests.store.filled import NOW, keep, plant


@pytest.fixture
def backed(garden: Garden) -> Path:
    """A backup of the garden; later an entry came."""
    with Store.open(garden) as store:
        plant(store)
        path = backup.make(garden, store, NOW).path
        keep(store, "later")
    return path
