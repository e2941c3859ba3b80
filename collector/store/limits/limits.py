"""Who may still do what: by the prefix of their network, of which only a keyed hash is kept.

A shop's Wi-Fi is one network. The hash has a salt of the day that is destroyed the day after: then
nobody can tell any more which network it was. Counts are never synced, and may be lost.
"""

import hashlib
import hmac
import secrets
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Self, TypeVar

from collector.errors import TooMany
from collector.garden import Garden
from collector.store.fork import in_each_child
from collector.store.limits.counts import HOUR, Counts, Lost
from collector.store.limits.file import File

SHARES = 100
"""A process takes a hundredth of a limit at a time; below two hundred, one act at a time."""

PREFIXES = ((socket.AF_INET, 3), (socket.AF_INET6, 7))
"""How many bytes of an address name its network."""

MAPPED = socket.inet_pton(socket.AF_INET6, "::ffff:0:0")[:12]
"""What an IPv4 address begins with where it is written as one of IPv6."""

T = TypeVar("T")


@dataclass
class Share:
    """What a process took in advance of a limit: so many acts, until a second since 1970."""

    allowed: int
    ends: int
    left: int


class Limits:
    """What is allowed, by what `counts` say."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._begin()
        in_each_child(self._begin)

    @classmethod
    def open(cls, garden: Garden) -> Self:
        """The garden's limits: beside its file, or in its database for all collectors."""
        if not garden.shared:
            return cls(File(garden.limits_database))
        from collector.store.limits.database import Database  # noqa: PLC0415  # needs a driver

        return cls(Database(garden.settings.store.url))

    def _begin(self) -> None:
        self._turn = threading.Lock()
        self._salt = ("", b"")
        self._shares: dict[bytes, Share] = {}

    def take(self, kind: str, address: str, allowed: int, now: datetime, cost: int = 1) -> None:
        """Count one `kind` of act from this address, or as many as it costs.

        A process takes its share of a generous limit at once and counts it down by itself: never
        more is allowed, but what other processes have not used may be missed at the end.
        Raises TooMany beyond `allowed` in an hour, Unavailable where nothing can be counted.
        """
        message = f"{kind} {network(address)}".encode()
        second = int(now.timestamp())
        if self._spend(message, allowed, now, cost):
            return
        share = max(cost, allowed // SHARES)
        since, count = self._alone(lambda: self._count(message, share, now))
        granted = min(share, allowed - (count - share))
        if granted < cost:
            raise TooMany("too-many", max(1, since + HOUR - second), allowed=allowed)
        if granted > cost:
            self._shares[self._who(message)] = Share(allowed, since + HOUR, granted - cost)

    def _spend(self, message: bytes, allowed: int, now: datetime, cost: int) -> bool:
        """Whether this process holds a share of it still, and has used so much of it."""
        with self._turn:
            if not self._shares or self._salt[0] != now.date().isoformat():
                return False
            share = self._shares.get(who := self._who(message))
            if share is None:
                return False
            if share.left < cost or share.allowed != allowed or share.ends <= now.timestamp():
                del self._shares[who]
                return False
            share.left -= cost
            return True

    def forget(self, now: datetime) -> None:
        """Destroy the salts of earlier days; `take` does so too, on a day's first act."""
        self._alone(lambda: self._renew_salt(now))

    def close(self) -> None:
        """Let go of what counts."""
        with self._turn:
            self._counts.close()

    def _alone(self, work: Callable[[], T]) -> T:
        with self._turn:
            try:
                return work()
            except Lost:
                self._salt = ("", b"")
                return work()

    def _count(self, message: bytes, share: int, now: datetime) -> tuple[int, int]:
        self._renew_salt(now)
        return self._counts.count(self._who(message), share, int(now.timestamp()))

    def _who(self, message: bytes) -> bytes:
        return hmac.digest(self._salt[1], message, hashlib.sha256)

    def _renew_salt(self, now: datetime) -> None:
        day = now.date().isoformat()
        if self._salt[0] != day:
            fresh = secrets.token_bytes(32)
            self._salt = (day, self._counts.salt(day, fresh, int(now.timestamp())))
            self._shares.clear()


def network(address: str) -> str:
    """The prefix of an address: /24 of IPv4, /56 of IPv6; what is no address stands for itself."""
    for family, kept in PREFIXES:
        try:
            packed = socket.inet_pton(family, address)
        except (OSError, ValueError):
            continue
        if packed.startswith(MAPPED):
            return network(socket.inet_ntop(socket.AF_INET, packed[len(MAPPED) :]))
        prefix = packed[:kept].ljust(len(packed), b"\0")
        return f"{socket.inet_ntop(family, prefix)}/{8 * kept}"
    return address
