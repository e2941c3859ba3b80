"""A score is what one juror says of one idea by the scorecard, once; a later one replaces it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Score:
    """A juror's marks for an idea; there is one for each idea and juror."""

    ref: str
    challenge: str
    idea: str
    juror: str
    """An account's name."""
    values: Mapping[str, int]
    """The mark by criterion; what is not judged yet has none."""
    scales: Mapping[str, str]
    """By criterion the steps that stood on the scorecard, as `1-5`: a mark of other steps says
    nothing of today's."""
    at: datetime
    not_applicable: tuple[str, ...] = ()
    """Criteria that do not apply to this idea."""
    note: str = ""
    """The juror's own words, for those who run the jury. Personal."""
    conflict: bool = False
    """The juror stands too close to the idea to judge it."""
    revision: int = 1
