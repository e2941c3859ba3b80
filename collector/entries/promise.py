"""A promise says how long a challenge keeps personal answers. It outlives the challenge's brief."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What the site says of one challenge.

    Personal answers are erased so many `days` after it closes; where it has no end, after each
    came. None: never.
    """

    challenge: str
    closes: datetime | None
    days: int | None

    def due(self, now: datetime) -> datetime | None:
        """Entries that came up to this moment are due at `now`; None if none is."""
        if self.days is None:
            return None
        until = now - timedelta(days=self.days)
        if self.closes is None:
            return until
        return now if self.closes <= until else None
