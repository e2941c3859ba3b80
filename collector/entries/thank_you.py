"""A thank-you is what the owner says to an entry's author alone; it is read behind the receipt."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class ThankYou:
    """Words, perhaps with the code of a voucher. It is never published, and erased with its entry.

    `seen` is when its author first read it; None before.
    """

    ref: str
    about: str
    challenge: str
    text: str
    by: str
    at: datetime
    seen: datetime | None = None
