"""Results of a large survey: counted anew from the store, told from what was counted, on a page."""

import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from bench import survey
from bench.process import most_memory
from collector import pages, published
from collector.entries import to_document
from collector.garden import Garden
from collector.jobs import rebuild
from collector.store import Store, reads

FOLDER = Path("build/bench").absolute() / "recount"
SIZE = 250_000
BATCH = 10_000
TURNS = 3


def measure() -> dict[str, object]:
    garden = _lay_out()
    with Store.open(garden) as store:
        rebuild(garden, store, datetime.now(UTC))
        _fill(store)
        live = pages.live(garden)
        if live is None:
            raise RuntimeError("the garden was not built")
        brief = live.briefs[survey.SLUG]

        def count() -> dict[str, published.FormResult]:
            return published.count(brief, {}, {}, reads.responses(store, survey.SLUG))

        results = count()
        published.told(brief, results, datetime.now(UTC)).write(_counted(garden))
        data = published.make(brief, {}, {}, published.Kept(), results, datetime.now(UTC))
        published.write(garden.published / f"{survey.SLUG}.json", data)
        return {
            f"{SIZE:,} responses of 30 questions, counted from the store, s": _median(count),
            "told from what was counted, s": _median(
                lambda: published.Counted.read(_counted(garden))
            ),
            "pages filled, s": _median(lambda: pages.fill(garden, survey.SLUG)),
            "MB at most": most_memory(),
            "marks": "counted in 15 s; told in under 0.2 s",
        }


def _lay_out() -> Garden:
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "challenges").mkdir(parents=True)
    (FOLDER / "challenges" / f"{survey.SLUG}.md").write_text(survey.brief_text(), encoding="utf-8")
    (FOLDER / "ideagarden.toml").write_text('name = "Bench"\n', encoding="utf-8")
    return Garden.find(FOLDER)


def _fill(store: Store) -> None:
    """Keep the answers, past the acts: pages are not filled with them."""
    made = (to_document(each) for each in survey.responses(survey.asked(), SIZE))
    while batch := list(islice(made, BATCH)):
        store.table("responses").insert_multiple(batch)


def _counted(garden: Garden) -> Path:
    return garden.counted / f"{survey.SLUG}.json"


def _median(do: Callable[[], object]) -> float:
    """Seconds; the median of some turns."""
    times = []
    for _ in range(TURNS):
        begin = time.perf_counter()
        do()
        times.append(time.perf_counter() - begin)
    return round(sorted(times)[TURNS // 2], 3)
