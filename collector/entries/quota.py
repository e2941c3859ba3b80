"""A quota that was filled: so many answers were wanted, and so many have come."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Quota:
    """The challenge took its last answer, the `most` that its brief then wanted, at `full`."""

    challenge: str
    most: int
    full: datetime
