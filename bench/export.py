"""Exports of up to a million answers: how long each takes, and what a web worker holds meanwhile.

A worker of `serve` makes the files at the desk's address, as an owner downloads them.
"""

import random
import time
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.garden import keep, lay_out
from bench.process import forget_most_memory, memory, most_memory, worker
from bench.served import serving
from collector import form
from collector.acts import people
from collector.brief import Form
from collector.cli.place import now
from collector.entries import Response, State, Value, new_reference
from collector.pages import briefs_to_build
from collector.store import Store

FOLDER = Path("build/bench").absolute() / "export"
SIZES = (1_000, 100_000, 1_000_000)
FORMATS = ("csv", "json", "xlsx")
LARGEST_WORKBOOK = 100_000
"""Answers; a workbook of a million takes many minutes and is not measured."""
PORT = 18436
PATIENCE = 3600
"""Seconds that a file may take."""
PART = 1 << 16

SETTINGS = "[serve]\nworkers = 1\n"
BRIEF = """\
---
closes: never
---

# Your visit

How was it?

## Your visit {.survey #visit}

### How was it? * {#how}
(1) Bad … (5) Good

### Would you come again? {#again .nps}
(0) No … (10) Yes

### How did you find us? {#found}
- (street) Walking by
- (friend) From a friend
- ( ) Other: ____

### What did you buy? {#bought}
- [bread] Bread
- [rolls] Rolls
- [cake] Cake

### What did you spend? {#spent}
____ (amount 0–500 €)

### When were you here? {#day}
____ (date)

### Anything else? {#words}
____ (long, at most 2000 characters)
"""
WORDS = "The rolls were still warm at four, and somebody had kept the last walnut loaf for us. "


def measure() -> dict[str, object]:
    figures = {f"{size:,} answers": _measured(size) for size in SIZES}
    return {**figures, "mark": "a worker under 120 MB at any size"}


def _measured(size: int) -> dict[str, object]:
    garden = lay_out(FOLDER / str(size), SETTINGS, slug="visit", brief=BRIEF)
    with serving(garden, PORT) as server, Store.open(garden) as store:
        process = worker(server)
        told: dict[str, object] = {"at rest, without answers, MB": memory(process)}
        token = people.redeem(
            store, people.welcome(store, now()), "flour, water, salt and time", now(), name="ada"
        )
        keep(store, "responses", answers(briefs_to_build(garden)["visit"].forms[0], size))
        for suffix in FORMATS:
            if suffix != "xlsx" or size <= LARGEST_WORKBOOK:
                told[suffix] = _downloaded(process, token, suffix)
        told["at rest, afterwards, MB"] = memory(process)
    return told


def answers(asked: Form, size: int) -> Iterator[Response]:
    """So many different answers to the form."""
    chance = random.Random(size)  # figures, no secrets
    begin = datetime(2026, 5, 1, tzinfo=UTC)
    form_hash = form.define(asked).hash
    for number in range(size):
        yield Response(
            ref=new_reference(),
            challenge="visit",
            form=asked.name,
            form_hash=form_hash,
            answers=_answers(chance, number),
            state=State.APPROVED,
            received=begin + timedelta(hours=number % 5000),
        )


def _answers(chance: random.Random, number: int) -> dict[str, Value]:
    return {
        "how": chance.randint(1, 5),
        "again": chance.randint(0, 10),
        "found": chance.choice(("street", "friend")),
        "bought": tuple(chance.sample(("bread", "rolls", "cake"), 2)),
        "spent": chance.randint(0, 50_000) / 100,
        "day": f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        "words": f"{WORDS * chance.randint(1, 3)}({number})",
    }


def _downloaded(process: int, token: str, suffix: str) -> dict[str, float]:
    asked = urllib.request.Request(
        f"http://127.0.0.1:{PORT}/desk/challenges/visit/download.{suffix}"
    )
    asked.add_header("Cookie", f"ig_desk={token}")
    forget_most_memory(process)
    begun, size = time.perf_counter(), 0
    with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
        while part := answer.read(PART):
            size += len(part)
    return {
        "s": round(time.perf_counter() - begun, 2),
        "file in MB": round(size / 1e6, 1),
        "MB at most": most_memory(process),
    }
