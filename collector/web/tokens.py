"""What the collector hands out and knows again. Every purpose has a key or a salt of its own.

FormToken   signed: this submission may be sent, was begun then, holds that content
Ticket      encrypted: leads to the thanks page for an hour
Sent        signed, in a cookie: the last content that this browser sent
code        derived from a submission, so that a repeated post is given the same one
"""

import base64
import hashlib
import hmac
import json
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from itsdangerous import BadSignature, URLSafeSerializer

from collector.entries.reference import ALPHABET
from collector.errors import Forbidden

FORM_TOKEN_LIFE = timedelta(hours=2)
TICKET_LIFE = timedelta(hours=1)
SENT_LIFE = timedelta(hours=1)
SENT_COOKIE = "ig_sent"
OFFER_COOKIE = "ig_offer"
"""The content that a browser was asked about: known again if the answer to its yes was lost."""
SUBMISSION = re.compile(r"[0-9a-f]{32}")
CODE_LENGTH = 16
NONCE = 12
"""Bytes; random, so that no two tickets share one."""


def new_submission() -> str:
    """An id that nobody can guess: 128 bits."""
    return secrets.token_hex(16)


def seconds(now: datetime) -> float:
    """Since 1970, to the millisecond: how tokens tell time."""
    return round(now.timestamp(), 3)


@dataclass(frozen=True)
class FormToken:
    """May be sent once; `submission` is unique in the store, `digest` is what was confirmed.

    A script's token has no digest. `corrects` names the earlier submission that this one replaces;
    `again` says that content this browser sent before is meant once more.
    """

    challenge: str
    form: str
    submission: str
    at: float
    """When it was handed out, in seconds since 1970."""
    digest: str = ""
    corrects: str = ""
    again: bool = False
    trapped: bool = False
    """The trap was filled in at the first step."""
    source: str = "web"

    def age(self, now: datetime) -> timedelta:
        return now - datetime.fromtimestamp(self.at, UTC)

    def expired(self, now: datetime) -> bool:
        return self.age(now) > FORM_TOKEN_LIFE


@dataclass(frozen=True)
class Ticket:
    """What the thanks page needs to know."""

    code: str
    again: bool = False
    """The content had been sent before; it was kept once."""


@dataclass(frozen=True)
class Sent:
    """The last content that a browser sent, and the submission that holds it."""

    digest: str
    submission: str
    at: float


class Tokens:
    """Makes and reads them with the garden's secret."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._forms = URLSafeSerializer(secret, salt="form token")
        self._sent = URLSafeSerializer(secret, salt="sent cookie")
        self._tickets = AESGCM(self._derive("ticket"))

    def sign(self, token: FormToken) -> str:
        return _text(self._forms.dumps(_told(token)))

    def read(self, text: str) -> FormToken:
        """Raises Forbidden if it was not signed here for a form."""
        try:
            return FormToken(**self._forms.loads(text))
        except (BadSignature, TypeError, ValueError):
            raise Forbidden("token-wrong") from None

    def seal(self, ticket: Ticket, now: datetime) -> str:
        """Encrypted, so that the code within is in no address."""
        nonce = secrets.token_bytes(NONCE)
        told = json.dumps({**_told(ticket), "at": seconds(now)}).encode()
        sealed = nonce + self._tickets.encrypt(nonce, told, None)
        return base64.urlsafe_b64encode(sealed).decode()

    def open(self, text: str, now: datetime) -> Ticket | None:
        """The ticket, or none if it is not ours or its hour is over."""
        try:
            sealed = base64.urlsafe_b64decode(text)
            told = json.loads(self._tickets.decrypt(sealed[:NONCE], sealed[NONCE:], None))
        except (InvalidTag, ValueError):
            return None
        over = seconds(now) - told.pop("at") > TICKET_LIFE.total_seconds()
        return None if over else Ticket(**told)

    def sign_sent(self, sent: Sent) -> str:
        return _text(self._sent.dumps(_told(sent)))

    def read_sent(self, text: str, now: datetime) -> Sent | None:
        """What the cookie says, or none if it is not ours or too old."""
        try:
            sent = Sent(**self._sent.loads(text))
        except (BadSignature, TypeError):
            return None
        return sent if now.timestamp() - sent.at <= SENT_LIFE.total_seconds() else None

    def code(self, submission_key: str) -> str:
        """The receipt's code: four groups of four signs, 78 bits."""
        number = int.from_bytes(self._derive("receipt " + submission_key)[:16])
        signs = []
        for _ in range(CODE_LENGTH):
            number, sign = divmod(number, len(ALPHABET))
            signs.append(ALPHABET[sign])
        return "-".join("".join(signs[start : start + 4]) for start in range(0, CODE_LENGTH, 4))

    def _derive(self, purpose: str) -> bytes:
        return hmac.digest(self._secret, purpose.encode(), hashlib.sha256)


def _told(value: FormToken | Ticket | Sent) -> dict[str, Any]:
    """Its fields, without those that are empty: tokens travel in forms and addresses."""
    return {name: each for name, each in vars(value).items() if each}


def _text(signed: str | bytes) -> str:
    return signed if isinstance(signed, str) else signed.decode()
