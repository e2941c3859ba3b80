"""The garden that is measured: one challenge, which asks for ideas unless it is another."""

import shutil
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from collector.entries import to_document
from collector.garden import Garden
from collector.store import Store

BRIEF = """\
---
closes: never
---

# Bread

What should we bake?

## Share your idea {.idea}

### Name * {#title}
____ (3–80 characters)

### More * {#text}
____ (long, at most 2000 characters)

### Role {#role}
- (customer) Customer
- (staff) Staff
"""
TEXT = "Soft rolls with potato flour, baked at two and sold warm until the shop closes. " * 3
BATCH = 10_000


def lay_out(
    folder: Path, settings: str = 'name = "Bench"\n', *, slug: str = "bread", brief: str = BRIEF
) -> Garden:
    """A new garden in the folder, whatever was there."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "challenges").mkdir(parents=True)
    (folder / "challenges" / f"{slug}.md").write_text(brief, encoding="utf-8")
    (folder / "ideagarden.toml").write_text(settings, encoding="utf-8")
    return Garden.find(folder)


def keep(store: Store, table: str, entries: Iterable[object]) -> None:
    """All of them, past the acts: pages are not filled with them."""
    made = map(to_document, entries)
    while batch := list(islice(made, BATCH)):
        store.table(table).insert_multiple(batch)
