"""What somebody's vote says: on one idea, on all of them in one ballot, or between two.

Whose it is stands only as a voter key, a keyed hash. Times are kept to the hour.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Vote:
    """One person's vote on one idea; another by the same person takes its place."""

    ref: str
    challenge: str
    round: str
    idea: str
    """As it was clicked; merging changes nothing here."""
    voter: str
    """The voter key; of a vote that can't be told apart a name of its own."""
    value: str
    """`yes`; `up` or `down`; `1` to `5`."""
    at: datetime
    apart: str = ""
    """Why it is counted apart: `no key`, or what makes it suspect; empty if it counts."""
    group: str = ""
    """The code of the group that its invitation is for."""


@dataclass(frozen=True, kw_only=True)
class Ballot:
    """One person's vote over all ideas; another by the same person takes its place."""

    ref: str
    challenge: str
    round: str
    voter: str
    choices: tuple[str, ...]
    """Of ranked ideas the refs, the best first; of a budget those that money goes to."""
    at: datetime
    apart: str = ""
    group: str = ""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One answer to which of two ideas is better."""

    ref: str
    challenge: str
    round: str
    voter: str
    left: str
    right: str
    choice: str
    """`left`, `right` or `neither`."""
    at: datetime
    apart: str = ""
    group: str = ""
