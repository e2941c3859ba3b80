"""The report on each engine."""

from pathlib import Path

from bench.store import rates, sizes
from bench.store.engines import Engine, SQLite
from bench.store.postgres import PostgreSQL
from tests.postgres import running

FOLDER = Path("build/bench").absolute() / "store"

OF_SIZES = "insert at a million at most 1.3 times at a thousand; under 120 MB while all is read"
OF_SQLITE = (
    "with 64 threads at least 3 times bare SQLite and 4,000 a second, p99 under 30 ms; "
    "opened in under 25 ms at any size"
)


def sqlite() -> dict[str, object]:
    """SQLite, beside bare SQLite and the disk."""
    return {**_measured(SQLite(FOLDER)), "marks": f"{OF_SQLITE}; {OF_SIZES}"}


def postgresql() -> dict[str, object]:
    """PostgreSQL, beside pgbench and the disk."""
    with running() as server:
        return {**_measured(PostgreSQL(server)), "marks": OF_SIZES}


def _measured(engine: Engine) -> dict[str, object]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    return {
        "durable inserts": rates.measure(engine, FOLDER),
        "stores of a size": sizes.measure(engine),
    }
