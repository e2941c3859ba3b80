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
    for sheet in ("responses", "codes", "codebook", "summary"):
        yield say("export-about-sheets"), say(f"export-about-{sheet}")
    for what in (*_talk(reading), *reading.listings):
        yield say("export-about-sheets"), say(f"export-about-{what}")


def _talk(reading: Reading) -> Iterator[str]:
    """What else was sent beside forms that the brief asks for."""
    kinds = (sheet.today.definition.kind for sheet in reading.sheets.values())
    return (f"{kind}s" for kind in kinds if kind not in SECTIONS)
