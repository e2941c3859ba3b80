"""A place in the tests' PostgreSQL, and a garden whose store is there."""

import pytest

from collector.garden import StoreSettings
from tests.postgres import Server


@pytest.fixture
def engine(postgres: Server) -> StoreSettings:
    return StoreSettings(postgres.emptied())


@pytest.fixture
def url(engine: StoreSettings) -> str:
    return engine.url
