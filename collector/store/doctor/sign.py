"""A sign: one thing that was looked at, and how it is. The sentence for it tells the remedy."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from collector.errors import GardenError


class Level(StrEnum):
    """An error needs somebody now, a warning soon."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Sign:
    """`reason` names the sentence, `facts` fill it, as with errors."""

    level: Level
    reason: str
    facts: Mapping[str, object]


def ok(reason: str, **facts: object) -> Sign:
    """All is well."""
    return Sign(Level.OK, reason, facts)


def warning(reason: str, **facts: object) -> Sign:
    """Somebody should see to it."""
    return Sign(Level.WARNING, reason, facts)


def error(reason: str, **facts: object) -> Sign:
    """Somebody has to see to it now."""
    return Sign(Level.ERROR, reason, facts)


def failed(found: GardenError) -> Sign:
    """What a look ran into."""
    return Sign(Level.ERROR, found.reason, found.facts)
