"""A file that a visitor handed in: staged with the first step, kept with the second.

Its bytes lie on the disk under its ref, and nowhere else; they are never changed.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class File:
    """What is known of it. `about` is the ref of the entry that it belongs to; empty: staged."""

    life: ClassVar[timedelta] = timedelta(hours=2)
    """How long it may stay staged."""

    ref: str
    challenge: str
    form: str
    column: str
    name: str
    """What its sender calls it, with the ending of its type."""
    type: str
    """`jpg`, `png`, `webp` or `pdf`."""
    size: int
    """Bytes."""
    hash: str
    """SHA-256 of its bytes, in hexadecimal."""
    since: datetime
    """When it was staged; once it is kept, when its entry is said to have come."""
    about: str = ""

    def expired(self, now: datetime) -> bool:
        """Whether nobody kept it in time."""
        return not self.about and now - self.since > self.life
