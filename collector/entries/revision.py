"""A revision is what an entry said before its author changed it; it is erased with the entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from collector.entries.document import Value
from collector.entries.entry import Entry


@dataclass(frozen=True, kw_only=True)
class Revision:
    """The answers of the entry `about` as they stood in its revision `n`.

    `received` is when the entry came, no more exact than the entry tells it.
    """

    place: str
    """The entry's ref and `n`: no two are alike."""
    about: str
    n: int
    form_hash: str
    answers: Mapping[str, Value]
    received: datetime

    @classmethod
    def of(cls, entry: Entry) -> "Revision":
        """What the entry says now."""
        return cls(
            place=f"{entry.ref} {entry.revision}",
            about=entry.ref,
            n=entry.revision,
            form_hash=entry.form_hash,
            answers=entry.answers,
            received=entry.received,
        )
