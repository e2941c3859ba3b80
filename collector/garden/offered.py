"""What of the settings is changed at the desk, and what is only shown there.

Whatever could lock the owner out, run a command or move what is kept is changed in the file alone.
A setting that is in neither table is in the file alone and not shown: it may be a secret.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter
from typing import Any

from collector.garden.settings import Settings


class Kind(StrEnum):
    """How a setting is asked for."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    LINES = "lines"
    """A list of texts, one a line."""


@dataclass(frozen=True)
class Offer:
    """One setting by its key, as `site.url`. A number lies within `least` and `most`."""

    key: str
    kind: Kind = Kind.TEXT
    least: int = 0
    most: int = 1_000_000

    @property
    def default(self) -> Any:
        return value_of(Settings(), self.key)


@dataclass(frozen=True)
class Group:
    """Settings that belong together, under one heading."""

    name: str
    offers: tuple[Offer, ...] = field(default_factory=tuple)


GROUPS = (
    Group(
        "you",
        (
            Offer("name"),
            Offer("contact"),
            Offer("language", Kind.CHOICE),
            Offer("timezone"),
        ),
    ),
    Group(
        "rules",
        (
            Offer("moderation", Kind.CHOICE),
            Offer("terms", Kind.CHOICE),
            Offer("retention"),
            Offer("collector.edit"),
            Offer("screening", Kind.LINES),
        ),
    ),
    Group(
        "site",
        (
            Offer("site.url"),
            Offer("site.licence"),
            Offer("collector.origins", Kind.LINES),
        ),
    ),
    Group(
        "limits",
        (
            Offer("limits.entries", Kind.NUMBER, 1),
            Offer("limits.logins", Kind.NUMBER, 5),
            Offer("limits.megabytes", Kind.NUMBER, 1),
            Offer("backup.keep", Kind.NUMBER, 0, 3650),
        ),
    ),
)

SHOWN = (
    "collector.url",
    "serve.host",
    "serve.port",
    "serve.workers",
    "serve.threads",
    "serve.proxies",
    "files.folder",
    "backup.folder",
)
"""Shown at the desk and changed in the file."""

HIDDEN = ("store.url", "publish.then")
"""They may hold a password: the desk tells whether they are set."""

OFFERED: Mapping[str, Offer] = {each.key: each for group in GROUPS for each in group.offers}


def value_of(settings: Settings, key: str) -> Any:
    """What the settings say under this key, as `site.url`."""
    return attrgetter(key)(settings)
