"""The port between limits and where they are counted."""

from typing import Protocol

from collector.errors import Unavailable

HOUR = 3600
"""Seconds that an act counts for."""


class Lost(Unavailable):
    """Counts and salts may be gone; asked again they begin anew."""


class Counts(Protocol):
    """Counts by a hash, and salts by the day. Times are in seconds since 1970.

    Whoever calls holds a lock: one thread of a process at a time. Methods raise Lost, or
    Unavailable where nothing can be counted.
    """

    def salt(self, day: str, fresh: bytes, now: int) -> bytes:
        """The day's salt: `fresh`, if nobody else has brought one. Earlier ones are destroyed."""

    def count(self, who: bytes, share: int, now: int) -> tuple[int, int]:
        """Count `share` acts: since when the hour runs, and how many there are now."""

    def close(self) -> None:
        """Let go."""
