"""An honour says which idea was the idea of a month: found by the owner's rule, and confirmed."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Honour:
    """`month` is as `2026-11`; a month has one. The `rule` stands as it was written then."""

    month: str
    about: str
    """The idea's ref."""
    challenge: str
    rule: str
    count: int
    """What the rule counted of it."""
    by: str
    at: datetime
