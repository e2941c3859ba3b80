"""A store of one's own, on each engine."""

from collections.abc import Iterator

import pytest

from collector.store import Store
from collector.store.engine import Place


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    with Store(place) as opened:
        yield opened
