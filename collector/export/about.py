"""About: where the file comes from and what it holds, two cells a line."""

from collections.abc import Iterator

from collector.brief import SECTIONS
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
    for what, count in reading.listed.items():
        yield say("export-about-rows", {"sheet": say(f"export-sheet-{what}")}), count
    for sheet in _sheets(reading):
        yield say("export-about-sheets"), say(f"export-about-{sheet}")


def _sheets(reading: Reading) -> Iterator[str]:
    """What there is to be told about."""
    yield from ("responses", "codes") if reading.summaries else ()
    kinds = (sheet.today.definition.kind for sheet in reading.sheets.values())
    yield from (f"{kind}s" for kind in kinds if kind not in SECTIONS)
    yield from reading.listings
    yield "codebook"
    yield from ("summary",) if reading.summaries else ()
