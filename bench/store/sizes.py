"""What a store of a thousand, a hundred thousand and a million ideas costs to use.

Stores of all sizes are there at once and take turns, so that a machine that slows down slows
down all of them.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.store.engines import Engine
from bench.store.filled import ASKED, Filled, filled

SIZES = (1_000, 100_000, 1_000_000)
TURNS = 5
BLOCK = 50
"""A store is asked so often before it is another one's turn."""

ALONE = ("open", "iterate", "search")
PATIENCE = 300
"""Seconds that a process may take."""


def measure(engine: Engine) -> dict[str, object]:
    """By what is asked, then by size: milliseconds; for whole processes also memory."""
    with ExitStack() as opened:
        begun = perf_counter()
        stores = [opened.enter_context(filled(engine.place(f"of_{n}"), n)) for n in SIZES]
        filling = perf_counter() - begun
        asked = {name: _asked(stores, *what) for name, what in ASKED.items()}
        places = {each.size: each.place for each in stores}
    return {
        "all filled, seconds": round(filling, 1),
        **asked,
        **{act: _alone(act, places) for act in ALONE},
    }


def _asked(
    stores: Sequence[Filled], ask: Callable[[Filled], None], times: int
) -> dict[str, object]:
    turns = [_turn(stores, ask, times) for _ in range(TURNS)]
    return {
        **{
            f"{each.size:,}, ms": round(median(turn[each.size] for turn in turns) * 1000, 4)
            for each in stores
        },
        "largest to smallest": round(
            median(turn[stores[-1].size] / turn[stores[0].size] for turn in turns), 2
        ),
    }


def _turn(stores: Sequence[Filled], ask: Callable[[Filled], None], times: int) -> dict[int, float]:
    """Seconds that one took, by size."""
    took = dict.fromkeys((each.size for each in stores), 0.0)
    for _ in range(times // BLOCK):
        for each in stores:
            begun = perf_counter()
            for _ in range(BLOCK):
                ask(each)
            took[each.size] += perf_counter() - begun
    for each in stores:
        each.restore()
    return {size: seconds / times for size, seconds in took.items()}


def _alone(act: str, places: dict[int, Path | str]) -> dict[str, object]:
    found: dict[int, list[dict[str, float]]] = {size: [] for size in places}
    for _ in range(TURNS):
        for size, place in places.items():
            found[size].append(_in_a_process(act, place))
    return {
        f"{size:,}": {
            "ms": round(median(each["seconds"] for each in all_) * 1000, 1),
            "MB before": round(median(each["megabytes before"] for each in all_), 1),
            "MB at most": round(median(each["megabytes"] for each in all_), 1),
        }
        for size, all_ in found.items()
    }


def _in_a_process(act: str, place: Path | str) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.alone", act, str(place)]
    told = subprocess.run(
        command, check=True, capture_output=True, text=True, timeout=PATIENCE
    ).stdout
    measured: dict[str, float] = json.loads(told)
    return measured
