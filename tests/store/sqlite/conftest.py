"""Here a store is a file."""

import pytest

from collector.garden import StoreSettings


@pytest.fixture
def engine() -> StoreSettings:
    return StoreSettings()
