"""Pages of models as an owner writes them, read for a test."""

from pathlib import Path

from collector.errors import Finding
from collector.models import ModelReading, read_pages

CANVAS = """\
---
kind: canvas
canvas: business model
---

# How we work

One page.

## Key partners

- The mill

## Channels {#channels}

- The shop
"""

EXPERIMENT = """\
---
kind: experiment
metric: rolls sold after three
threshold: at least 20 a day
starts: 2026-09-07
ends: 2026-09-18
---

# Late rolls

## Hypothesis

Warm rolls bring people in.

## Smallest test

One tray.
"""

PROGRAMME = """\
---
kind: programme
programme: lean start-up
---

# Afternoons

## Build

- challenge: bread
- experiment: late-rolls

## Measure

- canvas: work
"""


def read(folder: Path, *, language: str = "en", **texts: str) -> ModelReading:
    """What these pages say, by name; `_` in a name stands for `-`. There is a challenge `bread`."""
    files = {}
    for name, text in texts.items():
        place = f"plans/{name.replace('_', '-')}.md"
        path = folder / place
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        files[place] = path
    return read_pages(files, language, ["bread"])


def only(reading: ModelReading) -> Finding:
    """The one thing that is wrong."""
    (finding,) = reading.findings
    return finding
