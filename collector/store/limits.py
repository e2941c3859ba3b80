"""Limits: how often somebody may do something in an hour, across all processes.

Who somebody is, is the prefix of their network (a shop's Wi-Fi is one). It is kept only as a
keyed hash, with a salt of the day that is destroyed the day after: then nobody can tell any more
which network it was. The file is never synced, and made anew when damaged: counts may be lost.
"""

import hashlib
import hmac
import ipaddress
import secrets
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from collector.errors import TooMany, Unavailable, said_by_system
from collector.store.fork import in_each_child
from collector.store.lock import locked

HOUR = 3600
SHARES = 100
"""A process takes a hundredth of a limit at a time; below two hundred, one act at a time."""

TABLES = """
PRAGMA journal_mode = wal;
PRAGMA synchronous = off;
PRAGMA secure_delete = on;
CREATE TABLE IF NOT EXISTS salts (day TEXT PRIMARY KEY, salt BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS hits (who BLOB PRIMARY KEY, since INTEGER, count INTEGER);
"""

COUNT = """
INSERT INTO hits (who, since, count) VALUES (:who, :now, :share)
ON CONFLICT (who) DO UPDATE SET
    count = CASE WHEN since <= :ended THEN :share ELSE count + :share END,
    since = CASE WHEN since <= :ended THEN :now ELSE since END
RETURNING since, count
"""

DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

T = TypeVar("T")


@dataclass(frozen=True)
class Share:
    """What a process took in advance of a limit: so many acts, until a second since 1970."""

    allowed: int
    ends: int
    left: int


class Limits:
    """Counts in a file of its own at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._of_parents: list[object] = []
        self._begin()
        in_each_child(self._begin_anew)

    def _begin(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._turn = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._salt = ("", b"")
        self._shares: dict[bytes, Share] = {}

    def _begin_anew(self) -> None:
        self._of_parents.append(self._connection)
        self._begin()

    def take(self, kind: str, address: str, allowed: int, now: datetime) -> None:
        """Count one `kind` of act from this address.

        A process takes its share of a generous limit at once and counts it down by itself: never
        more is allowed, but what other processes have not used may be missed at the end.
        Raises TooMany beyond `allowed` in an hour, Unavailable where the file can't be used.
        """
        message = f"{kind} {network(address)}".encode()
        second = int(now.timestamp())
        if self._spend(message, allowed, now):
            return
        share = max(1, allowed // SHARES)
        since, count = self._alone(lambda: self._count(message, share, now))
        granted = min(share, allowed - (count - share))
        if granted < 1:
            raise TooMany("too-many", max(1, since + HOUR - second), allowed=allowed)
        if granted > 1:
            self._shares[self._who(message)] = Share(allowed, since + HOUR, granted - 1)

    def _spend(self, message: bytes, allowed: int, now: datetime) -> bool:
        """Whether this process holds a share of it still, and has used one act of it."""
        with self._turn:
            if not self._shares or self._salt[0] != now.date().isoformat():
                return False
            share = self._shares.pop(who := self._who(message), None)
            if share is None or share.allowed != allowed or share.ends <= now.timestamp():
                return False
            if share.left > 1:
                self._shares[who] = replace(share, left=share.left - 1)
            return True

    def forget(self, now: datetime) -> None:
        """Destroy the salts of earlier days; `take` does so too, on a day's first act."""
        self._alone(lambda: self._salt_of(now))

    def _alone(self, work: Callable[[], T]) -> T:
        try:
            with self._turn, locked(self._path.with_name(f"{self._path.name}.lock")):
                try:
                    return work()
                except sqlite3.DatabaseError as error:
                    if getattr(error, "sqlite_errorcode", 0) & 0xFF not in DAMAGE:
                        raise
                    self._remove_file()
                    return work()
        except OSError as error:
            cause = said_by_system(error)
            raise Unavailable("limits-failed", path=self._path, cause=cause) from error
        except sqlite3.Error as error:
            raise Unavailable("limits-failed", path=self._path, cause=str(error)) from error

    def _count(self, message: bytes, share: int, now: datetime) -> tuple[int, int]:
        self._salt_of(now)
        second = int(now.timestamp())
        values = {
            "who": self._who(message),
            "now": second,
            "ended": second - HOUR,
            "share": share,
        }
        since, count = self._opened().execute(COUNT, values).fetchone()
        return since, count

    def _who(self, message: bytes) -> bytes:
        return hmac.digest(self._salt[1], message, hashlib.sha256)

    def _salt_of(self, now: datetime) -> bytes:
        """The day's salt. A new one overwrites the old in the file, and in its log too."""
        day = now.date().isoformat()
        if self._salt[0] != day:
            connection = self._opened()
            fresh = (day, secrets.token_bytes(32))
            connection.execute("DELETE FROM salts WHERE day < ?", (day,))
            connection.execute("DELETE FROM hits WHERE since <= ?", (int(now.timestamp()) - HOUR,))
            connection.execute("INSERT OR IGNORE INTO salts VALUES (?, ?)", fresh)
            connection.execute("PRAGMA wal_checkpoint(truncate)")
            found = connection.execute("SELECT salt FROM salts WHERE day = ?", (day,)).fetchone()
            self._salt = (day, found[0])
            self._shares.clear()
        return self._salt[1]

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            opened = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
            opened.executescript(TABLES)
            self._connection = opened
        return self._connection

    def _remove_file(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection, self._salt = None, ("", b"")
        for ending in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)


def network(address: str) -> str:
    """The prefix of an address: /24 of IPv4, /56 of IPv6; what is no address stands for itself."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    plain = getattr(found, "ipv4_mapped", None) or found
    length = 24 if plain.version == 4 else 56
    return str(ipaddress.ip_network(f"{plain}/{length}", strict=False))
