"""A webhook: a small signed post to an address of the owner's choice.

It is signed as Standard Webhooks says (https://www.standardwebhooks.com): HMAC-SHA256 over
`id.timestamp.body`, in base64, in the header `webhook-signature`, as `v1,…`.
"""

import base64
import binascii
import hashlib
import hmac
import http.client
import socket
import ssl
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import SplitResult, urlsplit

from collector.errors import Bounced, Undelivered
from collector.notices.deadline import deadline
from collector.notices.resolve import resolve

LONGEST = 10.0
"""Seconds for all of it."""

MOST_READ = 2000
"""Bytes of an answer."""

PREFIX = "whsec_"
"""Before a key in base64."""

GONE = frozenset({400, 401, 403, 404, 405, 410, 413, 415, 422})
"""Answers that another try will not change."""


def sign(key: str, ref: str, at: int, body: bytes) -> str:
    """The signature: `v1,` and the HMAC in base64; `key` as `whsec_…`, or any text as it is."""
    told = f"{ref}.{at}.".encode() + body
    digest = hmac.digest(_bytes_of(key), told, hashlib.sha256)
    return "v1," + base64.b64encode(digest).decode()


def headers(key: str, ref: str, now: datetime, body: bytes) -> dict[str, str]:
    """What goes along; `ref` is the same on every try."""
    at = int(now.timestamp())
    told = {
        "Content-Type": "application/json",
        "User-Agent": "ideagarden",
        "Idempotency-Key": ref,
        "webhook-id": ref,
        "webhook-timestamp": str(at),
    }
    return {**told, "webhook-signature": sign(key, ref, at, body)} if key else told


def post(
    url: str,
    body: bytes,
    told: Mapping[str, str],
    *,
    inside: bool = False,
    longest: float = LONGEST,
) -> None:
    """Deliver it. Raises Bounced where trying again can't help, else Undelivered."""
    parts = _parts(url)
    host = parts.hostname or ""
    connection = _connection(parts, inside=inside, longest=longest)
    try:
        with deadline(lambda: connection.sock, longest):
            connection.request("POST", _target(parts), body, dict(told))
            answer = connection.getresponse()
            answer.read(MOST_READ)
    except ssl.SSLError as error:
        cause = getattr(error, "verify_message", "") or error.reason or str(error)
        raise Undelivered("notice-certificate", host=host, cause=cause) from error
    except (http.client.HTTPException, OSError, ValueError) as error:
        cause = str(error) or type(error).__name__
        raise Undelivered("notice-no-answer", host=host, cause=cause) from error
    finally:
        connection.close()
    _judge(answer.status, host)


def _judge(status: int, host: str) -> None:
    if 300 <= status < 400:
        raise Bounced("notice-redirected", host=host, status=status)
    if status in GONE:
        raise Bounced("notice-hook-refused", host=host, status=status)
    if not 200 <= status < 300:
        raise Undelivered("notice-hook-failed", host=host, status=status)


def _connection(parts: SplitResult, *, inside: bool, longest: float) -> http.client.HTTPConnection:
    """To the very address that was looked at; the certificate has to be for the name."""
    host, is_plain = parts.hostname or "", parts.scheme == "http"
    if is_plain and not inside:
        raise Bounced("notice-not-https", host=host)
    port = parts.port or (80 if is_plain else 443)
    address = resolve(host, port, inside=inside)
    kind = http.client.HTTPConnection if is_plain else http.client.HTTPSConnection
    connection = kind(host, port, timeout=longest)

    def connect(
        _name: tuple[str, int], timeout: float, _source: tuple[str, int] | None
    ) -> socket.socket:
        return socket.create_connection((address, port), timeout)

    connection._create_connection = connect  # type: ignore[attr-defined]  # the library's own seam
    return connection


def _parts(url: str) -> SplitResult:
    """Raises Bounced for what is no address."""
    try:
        parts = urlsplit(url)
        if not parts.hostname or parts.port == 0:
            raise ValueError(url)
    except ValueError as error:
        raise Bounced("notice-no-url") from error
    return parts


def _target(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _bytes_of(key: str) -> bytes:
    if key.startswith(PREFIX):
        try:
            return base64.b64decode(key.removeprefix(PREFIX), validate=True)
        except binascii.Error as error:
            raise Undelivered("notice-key") from error
    return key.encode()
