"""An account is an owner or moderator by name and password; a session is one log-in of it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Account:
    """`password` is an argon2id hash. `role` is `owner` or `moderator`."""

    name: str
    password: str
    role: str
    made: datetime


@dataclass(frozen=True, kw_only=True)
class Session:
    """A log-in, known by its token's hash, until its end; `csrf` guards its posts."""

    token_hash: str
    account: str
    csrf: str
    ends: datetime
