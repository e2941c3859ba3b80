"""An account is an owner or moderator by name and password; a session is one log-in of it.

A one-time link lets its holder set an account's password; it makes the account where there is none.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do at the desk."""

    OWNER = "owner"
    MODERATOR = "moderator"


@dataclass(frozen=True, kw_only=True)
class Account:
    """`password` is an argon2id hash."""

    name: str
    password: str
    role: Role
    made: datetime


@dataclass(frozen=True, kw_only=True)
class Session:
    """A log-in, known by its token's hash, until its end; `csrf` guards its posts."""

    token_hash: str
    account: str
    csrf: str
    ends: datetime


@dataclass(frozen=True, kw_only=True)
class Link:
    """A one-time link, known by its code's hash, until it is used or ends.

    `account` is empty where its holder chooses the name, as for the garden's first account.
    """

    code_hash: str
    account: str
    role: Role
    ends: datetime
