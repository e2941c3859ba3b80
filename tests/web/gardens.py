"""A small garden with every kind of form, built once a session and copied for each test."""

import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from collector.garden import Garden
from collector.jobs import rebuild
from collector.store import Store

NOW = datetime(2026, 11, 20, 14, 35, 12, 345678, tzinfo=UTC)

SETTINGS = """
name = "Corner Bakery"
contact = "hello@bakery.example"

[site]
url = "https://ideas.bakery.example"

[collector]
origins = ["https://www.bakery.example"]

[limits]
entries = 1000
"""

BREAD = """\
---
closes: never
objective: Three times as many loaves on a weekday afternoon
measure: Loaves a day, from 20 to 60, by 2027-06-30
---
# What should we bake next?

Our oven stands idle on weekday afternoons.

## Share your idea {.idea}

### Give it a name * {#title}
____ (3–80 characters)

### Tell us more * {#text}
____ (long, at most 2000 characters)

### How are you linked to us? * {#role}
- (customer) Customer
- (staff) I work here
- ( ) Other: ____

### What could you supply? {#supply}
*Only if [your link to us](#role) is staff.*

____ (long)

### Where can we write to you? {#email}
____ (e-mail)

## A quick question {.poll #hours}

### When would you come? * {#when}
- (early) 7–10
- (noon) 10–15
- (late) 15–19

## What do you like? {.poll #taste results=always}

### Sweet or salty? * {#taste}
- (sweet) Sweet
- (salty) Salty

## Your visit {.survey #visit}

### How was it? * {#how}
(1) Bad … (5) Good

### What else? {#else}
- [bread] The bread
- [cake] The cake
"""

CLUB = """\
---
closes: never
terms: club
---

# Join the tasting

Taste with us.

## Your idea {.idea}

### A name * {#title}
____ (3–80 characters)
"""

OVER = """\
---
closes: 2026-11-01 18:00
---

# Last month's cake

It is over.

## Your idea {.idea}

### A name * {#title}
____ (3–80 characters)
"""

SOON = OVER.replace("closes: 2026-11-01 18:00", "opens: 2026-12-01 09:30\ncloses: never")

TERMS = "# Tasting terms\n\nEat slowly. These are terms of <!--garden:name-->.\n"


def plant(folder: Path, more: Mapping[str, str] | None = None, settings: str = "") -> Garden:
    """The garden, with `more` briefs by slug, built as it stands at NOW."""
    (folder / "challenges").mkdir(parents=True, exist_ok=True)
    (folder / "site" / "pages" / "terms").mkdir(parents=True)
    (folder / "ideagarden.toml").write_text(SETTINGS + settings, "utf-8")
    (folder / "site" / "pages" / "terms" / "club.md").write_text(TERMS, "utf-8")
    briefs = {"bread": BREAD, "club": CLUB, "over": OVER, "soon": SOON, **(more or {})}
    for slug, text in briefs.items():
        (folder / "challenges" / f"{slug}.md").write_text(text, "utf-8")
    garden = Garden.find(folder)
    store = Store.open(garden)
    rebuild(garden, store, NOW)
    store.close()
    return garden


def copy(garden: Garden, folder: Path) -> Garden:
    """A garden of one's own. Built files are linked: to change one, put another in its place."""
    shutil.copytree(garden.root, folder, symlinks=True, ignore=shutil.ignore_patterns("build"))
    shutil.copytree(garden.build, folder / "build", symlinks=True, copy_function=os.link)
    return Garden.find(folder)


def brief_file(garden: Garden) -> Path:
    """The file of the open challenge."""
    return garden.challenges / "bread.md"
