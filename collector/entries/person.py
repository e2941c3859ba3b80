"""A person is told by mail what becomes of an idea, and has said so twice.

The address is asked for, a link is sent to it, and only what its holder does there makes it count.
Codes are made of the garden's secret and the person's name; only their hashes are kept.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from collector.entries.reference import spelled

CODE_LENGTH = 26
"""Signs of a code: 125 bits."""


class Purpose(StrEnum):
    """What a code is good for."""

    CONFIRM = "confirm"
    LEAVE = "leave"


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody's address, and what they follow. `confirmed` is None until they said yes."""

    ref: str
    place: str
    """The hash of idea and address: who asks twice is kept once."""
    contact: str
    about: str
    """The ref of the idea, or of their own comment."""
    challenge: str
    language: str
    asked: datetime
    confirm_hash: str
    leave_hash: str
    author: bool = False
    """Whether it is their own."""
    confirmed: datetime | None = None


def code_of(secret: bytes, purpose: Purpose, ref: str) -> str:
    """The code that a person is sent for this purpose."""
    told = f"person {purpose} {ref}".encode()
    return spelled(hmac.digest(secret, told, hashlib.sha256)[:CODE_LENGTH])


def hash_of(code: str) -> str:
    """What is kept of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


def place_of(about: str, contact: str) -> str:
    """What makes two askings the same: idea and address, capitals aside."""
    return hashlib.sha256(f"{about} {contact.casefold()}".encode()).hexdigest()
