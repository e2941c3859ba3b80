"""What the collector hands out and knows again: sealed, so that nobody else makes or reads it.

FormToken   in a form: this submission may be sent, was begun then, holds that content
Ticket      in an address: leads to the thanks page for an hour
Sent        in a cookie: the last content that this browser sent
Invited     in a cookie: this browser came with an invitation
PairToken   in a form: these two ideas may be compared, once
EmailLink   in a mail: whoever opens it has this address
Confirmed   in a form or cookie: this browser's holder has confirmed an address
Seated      in a cookie: this browser has a seat in a workshop
PictureLink in an address: shows one picture of a brief that is being written
code        derived from a submission, so that a repeated post is given the same one

Each kind has a key of its own, so that none is taken for another.
"""

import base64
import hashlib
import hmac
import json
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ClassVar, TypeAlias, TypeVar, get_args

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from collector.entries.reference import spelled

SENT_COOKIE = "ig_sent"
OFFER_COOKIE = "ig_offer"
"""The content that a browser was asked about: known again if the answer to its yes was lost."""
PROBE_COOKIE = "ig_keeps"
"""Says nothing: that it comes back shows that the browser keeps cookies."""
VOTER_COOKIE = "ig_voter"
"""A random number that tells browsers apart, for forms that each answers once."""
SUBMISSION = re.compile(r"[0-9a-f]{32}")
CODE_LENGTH = 16
NONCE = 12
"""Bytes; random, so that no two of a kind share one."""


def new_submission() -> str:
    """An id that nobody can guess: 128 bits."""
    return secrets.token_hex(16)


def seconds(now: datetime) -> float:
    """Since 1970, to the millisecond: how tokens tell time."""
    return round(now.timestamp(), 3)


class Dated:
    """It was handed out `at` so many seconds since 1970, and is good for its `life`."""

    at: float
    life: ClassVar[timedelta]

    def age(self, now: datetime) -> timedelta:
        return now - datetime.fromtimestamp(self.at, UTC)

    def expired(self, now: datetime) -> bool:
        return self.age(now) > self.life


@dataclass(frozen=True)
class FormToken(Dated):
    """May be sent once; `submission` is unique in the store, `digest` is what was confirmed.

    A script's token has no digest. `corrects` names the earlier submission that this one replaces;
    `again` says that content this browser sent before is meant once more.
    """

    life = timedelta(hours=2)

    challenge: str
    form: str
    submission: str
    at: float
    digest: str = ""
    corrects: str = ""
    again: bool = False
    trapped: bool = False
    """The trap was filled in at the first step."""
    source: str = "web"


@dataclass(frozen=True)
class Ticket(Dated):
    """What the thanks page needs to know."""

    life = timedelta(hours=1)

    code: str
    at: float
    again: bool = False
    """The content had been sent before; it was kept once."""


@dataclass(frozen=True)
class Sent(Dated):
    """The last content that a browser sent, and the submission that holds it."""

    life = timedelta(hours=1)

    digest: str
    submission: str
    at: float


@dataclass(frozen=True)
class PairToken(Dated):
    """Two ideas that were handed out to be compared; `ref` names the answer about them."""

    life = timedelta(days=1)

    challenge: str
    left: str
    right: str
    ref: str
    at: float


@dataclass(frozen=True)
class PictureLink(Dated):
    """In the address of a picture of a brief that is being written: shows it without a log-in, as
    a preview that may do nothing needs it."""

    life = timedelta(hours=8)

    name: str
    at: float


@dataclass(frozen=True)
class Invited(Dated):
    """In a cookie: the code that this browser's holder came with, to one challenge."""

    life = timedelta(days=365)

    challenge: str
    code: str
    at: float


@dataclass(frozen=True)
class Seated(Dated):
    """In a cookie: a seat in a workshop; `key` is a random number that the browser alone keeps."""

    life = timedelta(days=1)

    workshop: str
    key: str
    at: float


@dataclass(frozen=True)
class EmailLink(Dated):
    """In a mail: `key` stands for the address that it was sent to."""

    life = timedelta(hours=1)

    challenge: str
    key: str
    at: float


@dataclass(frozen=True)
class Confirmed(Dated):
    """The same once its holder has said so."""

    life = timedelta(days=365)

    challenge: str
    key: str
    at: float


Token: TypeAlias = (
    FormToken | Ticket | Sent | PairToken | PictureLink | Invited | Seated | EmailLink | Confirmed
)
T = TypeVar("T", bound=Token)


class Tokens:
    """Seals and opens them with the garden's secret."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._keys = {kind: AESGCM(self._derive(kind.__name__)) for kind in get_args(Token)}

    def seal(self, token: Token) -> str:
        """The token as a text; what is empty is left out: it travels in forms and addresses."""
        told = {name: each for name, each in vars(token).items() if each}
        nonce = secrets.token_bytes(NONCE)
        sealed = self._keys[type(token)].encrypt(nonce, json.dumps(told).encode(), None)
        return base64.urlsafe_b64encode(nonce + sealed).decode()

    def open(self, kind: type[T], text: str) -> T | None:
        """The token of this kind, or none if it is not ours; it may have expired."""
        try:
            sealed = base64.b64decode(text, altchars="-_", validate=True)
            told = self._keys[kind].decrypt(sealed[:NONCE], sealed[NONCE:], None)
            return kind(**json.loads(told))
        except (InvalidTag, ValueError, TypeError):
            return None

    def code(self, submission: str) -> str:
        """The receipt's code: four groups of four signs, 77 bits."""
        signs = spelled(self._derive("receipt " + submission)[:CODE_LENGTH])
        return "-".join(signs[start : start + 4] for start in range(0, CODE_LENGTH, 4))

    def claim(self, challenge: str, form: str, voter: str, round_: str = "") -> str:
        """The hash that says that this voter has answered this form in this round."""
        told = json.dumps([challenge, form, round_, voter]).encode()
        return hmac.digest(self._derive("claim"), told, hashlib.sha256).hex()

    def voter(self, challenge: str, round_: str, kind: str, key: str) -> str:
        """The voter key: the hash that makes two votes in this round one person's."""
        told = json.dumps([challenge, round_, kind, key]).encode()
        return hmac.digest(self._derive("voter"), told, hashlib.sha256).hex()

    def _derive(self, purpose: str) -> bytes:
        return hmac.digest(self._secret, purpose.encode(), hashlib.sha256)
