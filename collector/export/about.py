"""About: where the file comes from and what it holds, two cells a line."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from collector.brief import Brief
from collector.entries import State
from collector.export.column import Cell
from collector.words import say


def rows(
    brief: Brief, states: Counter[tuple[str, State]], now: datetime
) -> Iterator[tuple[str, Cell]]:
    """`states` counts the entries by form's name and state; `now` is in the reader's zone."""
    yield say("export-about-challenge"), brief.title
    yield say("export-about-slug"), brief.slug
    yield say("export-about-made"), now
    yield say("export-about-zone"), str(now.tzinfo)
    for (form, state), count in states.items():
        yield say("export-about-entries", {"form": form, "state": state.value}), count
    for sheet in ("responses", "codes", "codebook", "summary"):
        yield say("export-about-sheets"), say(f"export-about-{sheet}")
