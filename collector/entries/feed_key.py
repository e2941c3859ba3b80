"""A feed's key opens the feed of what waits to a feed reader, which can't log in."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class FeedKey:
    """Known by its hash; good while its `account` may see all that it tells."""

    code_hash: str
    account: str
    made: datetime
