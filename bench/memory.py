"""What one web worker holds in memory with a million ideas in the store, while it is asked."""

import time
import urllib.request
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from statistics import median
from typing import cast

from bench.garden import lay_out
from bench.process import forget_most_memory, memory, most_memory, worker
from bench.served import serving
from bench.store.filled import BATCH
from bench.store.ideas import document
from collector.acts import people
from collector.cli.place import now
from collector.entries import Document, Idea, State, from_document
from collector.store import Store, reads

FOLDER = Path("build/bench").absolute() / "memory"
IDEAS = 1_000_000
"""Every other one of them waits for a decision."""
PORT = 18435
DOWNLOAD = "/desk/challenges/bread/download.csv"
TURNS = 5
"""How often a page is asked for; the download takes so long that once has to do."""

SETTINGS = "[serve]\nworkers = 1\n"
PATIENCE = 600
"""Seconds that an answer may take."""
PART = 1 << 16


def measure() -> dict[str, object]:
    garden = lay_out(FOLDER, SETTINGS)
    with serving(garden, PORT) as server, Store.open(garden) as store:
        process = worker(server)
        told: dict[str, object] = {"at rest, without ideas, MB": memory(process)}
        token = people.redeem(
            store, people.welcome(store, now()), "flour, water, salt and time", now(), name="ada"
        )
        last = _fill(store)
        for name, path in _asked_for(last).items():
            told[name] = _middle(_asked(process, token, path) for _ in range(TURNS))
        told["the download, csv"] = _asked(process, token, DOWNLOAD)
        told[f"at rest, with {IDEAS:,}, MB"] = memory(process)
    return {**told, "mark": "under 120 MB at any time"}


def _fill(store: Store) -> Idea:
    """Keep the ideas, past the acts: pages are not filled with them. One of the last."""
    ideas = store.table("ideas")
    states = (State.WAITING.value, State.APPROVED.value)
    made = ({**document(), "state": states[number % 2]} for number in range(IDEAS))
    while batch := list(islice(made, BATCH)):
        rows = ideas.insert_multiple(batch)
    return from_document(Idea, cast("Document", ideas.get(doc_id=rows[-10])))


def _asked_for(last: Idea) -> dict[str, str]:
    """The address of each page."""
    listed = f"/desk/challenges/bread/{last.state}/"
    return {
        "the site's home": "/",
        "the queue": "/desk/queue/",
        "all challenges": "/desk/challenges/",
        "a list, its beginning": listed,
        "a list, its end": f"{listed}?after={reads.place([last])}",
        "an idea": f"/desk/entries/{last.ref}",
    }


def _middle(turns: Iterable[dict[str, float]]) -> dict[str, float]:
    """The median time, and the most memory of all turns."""
    found = list(turns)
    ms = median(each["ms"] for each in found)
    return {**found[-1], "ms": ms, "MB at most": max(each["MB at most"] for each in found)}


def _asked(process: int, token: str, path: str) -> dict[str, float]:
    """How long the answer took, how long it is, and the most memory meanwhile."""
    asked = urllib.request.Request(f"http://127.0.0.1:{PORT}{path}")
    asked.add_header("Cookie", f"ig_desk={token}")
    forget_most_memory(process)
    begun, length = time.perf_counter(), 0
    with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
        while part := answer.read(PART):
            length += len(part)
    return {
        "ms": round((time.perf_counter() - begun) * 1000, 1),
        "kB": round(length / 1000, 1),
        "MB at most": most_memory(process),
    }
