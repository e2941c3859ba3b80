"""A measure says in a number when an objective is reached, and by which day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Measure:
    """`kg of plastic a month, from 120 to 40, by 2027-06-30`; days are in the garden's zone."""

    metric: str
    baseline: float
    target: float
    until: date
    """The last day on which the target may be reached."""
    since: date | None = None
    """The day on which the baseline was measured, where the brief says so."""
    unit: str = ""
    """As € or %."""

    @property
    def rising(self) -> bool:
        """Whether more is better."""
        return self.target > self.baseline
