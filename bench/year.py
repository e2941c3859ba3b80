"""How long a year at the corner bakery takes: built, lived through at its address, and filled."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time

from collector.cli import year
from collector.cli.demo import lay_out
from collector.garden import Garden


def measure() -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        now, began, worked = datetime.now(UTC), perf_counter(), process_time()
        bakery = Path(folder) / "bakery"
        lay_out(bakery, now.date())
        year.lay_out(bakery, now)
        count = year.live(Garden.find(bakery), now)
        return {
            "entries": count,
            "seconds": round(perf_counter() - began, 1),
            "of these the processor's, without the site's generator": round(
                process_time() - worked, 1
            ),
            "mark": "a year in under 30 seconds",
        }
