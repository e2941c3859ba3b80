"""A quarter of a year: `2026-Q4`, from its first day to its last. Days are told in some zone."""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import Self

FORM = re.compile(r"(?P<year>[0-9]{4})[ -]?Q(?P<number>[1-4])", re.IGNORECASE | re.ASCII)
LAST = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}
"""The month and day with which each ends."""


class NotAQuarter(ValueError):
    """What was written names no quarter."""


@dataclass(frozen=True, order=True)
class Quarter:
    """The `number`th quarter, from 1 to 4, of a year."""

    year: int
    number: int

    @classmethod
    def read(cls, text: str) -> Self:
        """`2026-Q4`, also `2026q4` and `2026 Q4`. Raises NotAQuarter."""
        match = FORM.fullmatch(" ".join(text.split()))
        if match is None or int(match["year"]) < MINYEAR:
            raise NotAQuarter(text)
        return cls(int(match["year"]), int(match["number"]))

    @classmethod
    def of(cls, day: date) -> Self:
        """The one that holds this day."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def begins(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def ends(self) -> date:
        """Its last day."""
        return date(self.year, *LAST[self.number])

    @property
    def before(self) -> "Quarter":
        """The one before; at the beginning of time itself."""
        if (self.year, self.number) == (MINYEAR, 1):
            return self
        return (
            Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)
        )

    @property
    def after(self) -> "Quarter":
        """The one after; at the end of time itself."""
        if (self.year, self.number) == (MAXYEAR, 4):
            return self
        return (
            Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)
        )

    def holds(self, day: date | None) -> bool:
        """Whether the day is in it; no day is in none."""
        return day is not None and self.begins <= day <= self.ends

    def __str__(self) -> str:
        return f"{self.year:04}-Q{self.number}"
