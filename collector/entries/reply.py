"""A reply is what the owner answers, in public, to one entry; it is erased with it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Reply:
    """The owner's words about one entry; the garden's public name signs them."""

    ref: str
    about: str
    challenge: str
    text: str
    by: str
    at: datetime
