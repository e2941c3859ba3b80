"""A notice says that something is told to somebody: what happened, to whom, and how far it got.

    an act tells ─► new ─ addressed ─► one for each reader: waiting ─► sent
                                                     │  ▲ tried again
                                                     ├─► bounced     refused for good
                                                     └─► given up    failed for two days

It holds references, never words and never an address: what it says is made when it is sent, from
what is kept then. Its `ref` is the same on every try, so that a reader can tell a repetition.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Event(StrEnum):
    """What happened."""

    ARRIVED = "arrived"
    """An entry came and waits for the owner."""
    SCREENED = "screened"
    """An entry mentions what a rule of the owner's says that staff are told of."""
    APPROVED = "approved"
    ANSWERED = "answered"
    PROGRESSED = "progressed"
    MERGED = "merged"
    COMMENTED = "commented"
    """Somebody's comment on an idea is shown."""
    REPLIED = "replied"
    """Somebody's reply to a comment is shown."""
    TURNED = "turned"
    """A challenge stands in another phase."""
    DAILY = "daily"
    """What waits, once a day."""
    PROMISE = "promise"
    """An idea is not answered yet, and the promised time is nearly over."""
    DIGEST = "digest"
    """What happened since the last one, as a schedule asks."""
    REMINDER = "reminder"
    """What waits, as a schedule asks."""
    THANKED = "thanked"
    """The owner has thanked an entry's author."""
    CONFIRM = "confirm"
    """Somebody gave an address, and is asked whether it is theirs."""
    TEST = "test"
    """The owner tries whether mail and webhooks work."""


class Delivery(StrEnum):
    """How far a notice got."""

    NEW = "new"
    """It is not worked out yet who is told."""
    ADDRESSED = "addressed"
    """Everybody who is told has a notice of their own."""
    WAITING = "waiting"
    SENT = "sent"
    BOUNCED = "bounced"
    GIVEN_UP = "given up"
    DROPPED = "dropped"
    """There is nothing to be said any more, or nobody to be told."""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """One thing that is told to one reader, or not yet to anybody.

    `to` is empty, `person:` and a ref, or `owner:` or `hook:` and the name of an address in the
    settings. While `leased` lies ahead somebody is sending it.
    """

    ref: str
    event: Event
    about: str
    """The ref of an entry, comment or person, or a challenge's slug."""
    challenge: str
    at: datetime
    """When it happened."""
    due: datetime
    to: str = ""
    state: Delivery = Delivery.NEW
    tries: int = 0
    leased: datetime | None = None
    done: datetime | None = None
    error: str = ""


def name_of(text: str) -> str:
    """A name for an address in the settings, by which the address can't be read."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
