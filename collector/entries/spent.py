"""What was good once, and was used: a link that confirmed an address."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Spent:
    """`token_hash` is all that is kept of it, until its `ends`; then it would be good no more."""

    token_hash: str
    ends: datetime
