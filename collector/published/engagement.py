"""What groups of people did in a challenge, told only in steps of five people or more.

Told exactly, a count that grows by one would tell of one person. So each is told as the multiple
of five that it has reached; what has not reached five is left out, as if there were nothing.
"""

from collections.abc import Mapping
from typing import TypeAlias

from collector.analysis import LEAST

Engagement: TypeAlias = Mapping[str, Mapping[str, int]]
"""By the group's code, then by `ideas`, `answers`, `comments`, `votes`."""


def engagement(counts: Mapping[str, Mapping[str, int | None]]) -> Engagement:
    """Of counts by group, None where they are hidden, what may be told."""
    return {code: dict(_told(parts)) for code, parts in counts.items()}


def _told(parts: Mapping[str, int | None]) -> list[tuple[str, int]]:
    return [
        (part, count - count % LEAST)
        for part, count in parts.items()
        if count is not None and count >= LEAST
    ]
