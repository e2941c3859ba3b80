"""Other ends for the phases of a challenge, in the text of its brief; every other line stays."""

from collections.abc import Callable, Collection
from pathlib import Path

from collector.brief.matter import Item, key_of, read_matter, unquoted
from collector.brief.report import Report
from collector.brief.settings.phases import LINE
from collector.brief.source import pieces_of, raw_lines


def end_phase(text: str, name: str, end: str) -> str:
    """The text with another end of the phase of that name, `2026-12-04 18:00` or a day."""
    return _changed(text, {name}, lambda item: _with_end(item, end))


def leave_out_phases(text: str, names: Collection[str]) -> str:
    """The text with these phases as notes, `# - Vote: …`, which count for nothing."""
    return _changed(text, names, lambda item: f"# {item.line.raw.strip()}")


def _changed(text: str, names: Collection[str], change: Callable[[Item], str]) -> str:
    pieces = pieces_of(text)
    for setting in read_matter(raw_lines(text), Report(Path())).settings:
        for item in setting.items if setting.key == key_of("phases") else ():
            found = LINE.fullmatch(unquoted(item.plain))
            if found and found["name"] in names:
                pieces[2 * (item.line.number - 1)] = change(item)
    return "".join(pieces)


def _with_end(item: Item, end: str) -> str:
    line = item.line
    words = unquoted(line.plain[item.at :].strip())
    found = LINE.fullmatch(words)
    if found is None:
        return line.raw
    at = line.plain.index(words, item.at)
    return line.replaced(at + found.start("end"), at + found.end("end"), end)
