"""About: where the file comes from and what it holds, two cells a line."""

from collections.abc import Iterator

from collector.export.column import Cell
from collector.export.reading import Reading
from collector.words import say


def rows(reading: Reading) -> Iterator[tuple[str, Cell]]:
    """Of a reading that is over; times are told in the zone of its `now`."""
    brief, now = reading.material.brief, reading.now
    yield say("export-about-challenge"), brief.title
    yield say("export-about-slug"), brief.slug
    yield say("export-about-made"), now
    yield say("export-about-zone"), str(now.tzinfo)
    yield from reading.choices.only.told()
    for (form, state), count in reading.states.items():
        yield say("export-about-entries", {"form": form, "state": state.value}), count
    for sheet in ("responses", "codes", "codebook", "summary"):
        yield say("export-about-sheets"), say(f"export-about-{sheet}")
