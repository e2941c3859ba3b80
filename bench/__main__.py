"""Runs the measurements and writes `bench/results/`: a report to read, figures to compare."""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bench import (
    brief,
    build,
    export,
    fill,
    http,
    memory,
    programme,
    recount,
    similar,
    spreadsheets,
    store,
    themes,
    votes,
    weight,
    year,
)
from bench.machine import machine

RESULTS = Path(__file__).parent / "results"
MEASURES: dict[str, Callable[[], dict[str, object]]] = {
    "brief": brief.measure,
    "build": build.measure,
    "export": export.measure,
    "fill": fill.measure,
    "http": http.measure,
    "memory": memory.measure,
    "postgresql": store.postgresql,
    "programme": programme.measure,
    "recount": recount.measure,
    "similar": similar.measure,
    "themes": themes.measure,
    "spreadsheets": spreadsheets.measure,
    "store": store.sqlite,
    "votes": votes.measure,
    "weight": weight.measure,
    "year": year.measure,
}


def main(names: list[str]) -> None:
    RESULTS.mkdir(exist_ok=True)
    for name in names or list(MEASURES):
        print(f"{name} …", flush=True)
        figures = {
            "measured": datetime.now(UTC).date().isoformat(),
            "command": f"python -m bench {name}",
            "machine": machine(),
            "figures": MEASURES[name](),
        }
        path = RESULTS / f"{name}.json"
        path.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        print(json.dumps(figures["figures"], indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
