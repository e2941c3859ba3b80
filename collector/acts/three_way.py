"""Two people changed one text: their changes brought together, line by line, where none clash.

began ──► mine      what lies between two changes, untouched by both, keeps them apart
    └───► theirs
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher


def merge(began: str, mine: str, theirs: str) -> str | None:
    """The text with both changes; None where they touch the same or neighbouring lines."""
    base, ours, others = (each.split("\n") for each in (began, mine, theirs))
    changes = sorted({*_changes(base, ours), *_changes(base, others)})
    merged: list[str] = []
    at = 0
    for index, (start, end, new) in enumerate(changes):
        if index and start <= changes[index - 1][1]:
            return None
        merged += [*base[at:start], *new]
        at = end
    return "\n".join([*merged, *base[at:]])


def _changes(
    base: Sequence[str], changed: Sequence[str]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Each as the lines of `base` from `start` up to `end`, and what stands in their place."""
    match = SequenceMatcher(None, base, changed, autojunk=False)
    for tag, start, end, first, last in match.get_opcodes():
        if tag != "equal":
            yield start, end, tuple(changed[first:last])
