"""How soon ideas are answered for the first time: whole days of the calendar, and their median."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Self


@dataclass(frozen=True)
class Answering:
    """`days` holds for each idea that was answered how long that took; `open` still wait.

    Where a day to answer by was promised: `in_time` were answered by then, `late` after it;
    `overdue` are not answered though it is over, `due` still may be.
    """

    days: tuple[int, ...] = ()
    open: int = 0
    in_time: int = 0
    late: int = 0
    overdue: int = 0
    due: int = 0

    def __add__(self, other: Self) -> "Answering":
        both = zip(vars(self).values(), vars(other).values(), strict=True)
        return Answering(*(one + another for one, another in both))

    @property
    def median(self) -> float | None:
        """In days; half of the ideas that were answered took no longer."""
        return median(self.days) if self.days else None

    @property
    def settled(self) -> int:
        """Ideas of which is told whether the promise was kept."""
        return self.in_time + self.late + self.overdue

    @property
    def kept(self) -> float | None:
        """In what part of them it was kept."""
        return self.in_time / self.settled if self.settled else None


def days_to_answer(came: Mapping[str, date], answered: Mapping[str, date]) -> tuple[int, ...]:
    """How many days it took, of those that were answered; both by the idea's ref."""
    known = came.keys() & answered.keys()
    return tuple(sorted((answered[ref] - came[ref]).days for ref in known))
