"""A sheet's key opens one live table of a challenge to a spreadsheet, which can't log in."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class SheetKey:
    """Known by its hash; good while its `account` may take home what it tells.

    `what` is the name of a form, or what else of a challenge is exported, as `votes`.
    """

    ref: str
    code_hash: str
    account: str
    challenge: str
    what: str
    made: datetime
