"""Durable inserts a second: ours, a whole submission, the engine's peer and the disk, in turns."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.store.engines import Engine
from bench.store.ideas import NOW, document, submission
from bench.store.peers import appending
from bench.store.press import Act, Speed, middle, press
from collector.acts import visit
from collector.store import Store

THREADS = (1, 16, 64)
TURNS = 5
SECONDS = 1.5


def measure(engine: Engine, folder: Path) -> dict[str, object]:
    """By how many threads there were; the disk, in `folder`, is always used by one."""
    return {f"{threads} at once": _compared(engine, threads, folder) for threads in THREADS}


def _compared(engine: Engine, threads: int, folder: Path) -> dict[str, object]:
    found: dict[str, list[Speed]] = defaultdict(list)
    for _ in range(TURNS):
        found["an idea"].append(_press(engine, _inserting, threads))
        found["a whole submission"].append(_press(engine, _sending, threads))
        found[engine.peer].append(engine.press_peer(threads, SECONDS))
        found["the disk, synced"].append(
            press(lambda: appending(folder / "appended"), 1, SECONDS / 3)
        )
    speeds = {name: middle(each) for name, each in found.items()}
    ratio = speeds["an idea"].rate / speeds[engine.peer].rate
    return {
        **{name: each.told() for name, each in speeds.items()},
        f"an idea, times {engine.peer}": round(ratio, 2),
    }


def _press(engine: Engine, act: Callable[[Store], Act], threads: int) -> Speed:
    with Store(engine.place("rates")) as store:
        return press(lambda: _as_it_is(act(store)), threads, SECONDS)


def _inserting(store: Store) -> Act:
    ideas = store.table("ideas")
    return lambda: ideas.insert(document())


def _sending(store: Store) -> Act:
    return lambda: visit.send(store, submission(), NOW)


@contextmanager
def _as_it_is(act: Act) -> Iterator[Act]:
    """Threads share the store: there is nothing to open."""
    yield act
