"""A garden as a dump tells it."""

from pathlib import Path

from collector.garden import Garden
from collector.store import Store
from collector.store.copies import portable


def dumped(garden: Garden, path: Path) -> bytes:
    with Store.open(garden) as store:
        portable.dump(garden, store, path)
    return path.read_bytes()
