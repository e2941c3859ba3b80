"""An exposure is that somebody was dealt a variant of a trial; of whom, nothing is kept."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Exposure:
    """How many people were dealt the variant on one day.

    `form_hash` is the definition's: a trial that asks something else begins to count anew.
    """

    challenge: str
    form: str
    form_hash: str
    variant: str
    day: str
    """In the garden's zone, `2026-11-30`."""
    count: int = 0
