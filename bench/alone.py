"""What a process of its own finds: `python -m bench.alone open|iterate|search PLACE`.

Prints seconds, and the most memory that the process held in MB, as JSON.
"""

import json
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter

from tinydb import where

from bench.process import most_memory
from collector.store import Store


def main(act: str, place: str) -> dict[str, float]:
    is_url = "://" in place
    if is_url:
        import_module("collector.store.postgres")  # imports are not part of opening
    before = most_memory()
    begun = perf_counter()
    with Store(place if is_url else Path(place)) as store:
        ideas = store.table("ideas")
        if act == "iterate":
            sum(1 for _ in ideas)
        elif act == "search":
            ideas.search(where("source") == "nowhere")
        seconds = perf_counter() - begun
    return {"seconds": seconds, "megabytes before": before, "megabytes": most_memory()}


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
