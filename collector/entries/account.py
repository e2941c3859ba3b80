"""An account is somebody of the desk by name and password; a session is one log-in of it.

A one-time link lets its holder set an account's password; it makes the account where there is none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do at the desk; each may do what those before it may."""

    JUROR = "juror"
    """Sees what is to be judged: approved ideas and comments, without what is personal."""
    VIEWER = "viewer"
    """Sees all but personal answers."""
    MODERATOR = "moderator"
    """Decides and answers."""
    OWNER = "owner"
    """Does everything."""

    def includes(self, other: "Role") -> bool:
        """Whether this one may do whatever the other may."""
        return RANKS.index(self) >= RANKS.index(other)


RANKS = tuple(Role)
"""From who may least to who may most."""


@dataclass(frozen=True, kw_only=True)
class Rights:
    """What somebody may do: in the whole garden, and in single challenges, by their slug.

    In a challenge the higher of the two counts.
    """

    role: Role | None = None
    challenges: Mapping[str, Role] = field(default_factory=dict)

    def may(self, role: Role, challenge: str | None = None) -> bool:
        """Whether they hold this role in a challenge; without one, in the whole garden."""
        held = (self.role, self.challenges.get(challenge) if challenge is not None else None)
        return any(each is not None and each.includes(role) for each in held)

    def may_somewhere(self, role: Role) -> bool:
        """Whether they hold this role in the garden or in any challenge."""
        return self.may(role) or any(each.includes(role) for each in self.challenges.values())

    def where(self, role: Role) -> frozenset[str] | None:
        """The challenges in which they hold this role; None: in all, those to come as well."""
        if self.may(role):
            return None
        return frozenset(slug for slug, held in self.challenges.items() if held.includes(role))


@dataclass(frozen=True, kw_only=True)
class Account(Rights):
    """`password` is an argon2id hash."""

    name: str
    password: str
    made: datetime


@dataclass(frozen=True, kw_only=True)
class Session:
    """A log-in, known by its token's hash, until its end; `csrf` guards its posts."""

    token_hash: str
    account: str
    csrf: str
    ends: datetime


@dataclass(frozen=True, kw_only=True)
class Link(Rights):
    """A one-time link, known by its code's hash, until it is used or ends.

    `account` is empty where its holder chooses the name, as for the garden's first account. Its
    rights are those of an account that it makes; one that is there keeps its own.
    """

    code_hash: str
    account: str
    ends: datetime
    juror: bool = False
    """Whether it lets a juror in by itself, without a password."""
