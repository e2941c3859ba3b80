"""The report on each engine."""

from pathlib import Path

from bench.store import rates, sizes
from bench.store.engines import SQLite

FOLDER = Path("build/bench").absolute() / "store"

MARKS = (
    "at 64 threads at least 3 times bare SQLite and 4,000 a second, p99 under 30 ms; "
    "insert at a million at most 1.3 times at a thousand; opened in under 25 ms at any size; "
    "under 120 MB at a million, reading everything too"
)


def sqlite() -> dict[str, object]:
    """SQLite, beside bare SQLite and the disk."""
    engine = SQLite(FOLDER)
    return {
        "durable inserts": rates.measure(engine, FOLDER),
        "stores of a size": sizes.measure(engine),
        "marks": MARKS,
    }
