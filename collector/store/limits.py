"""Limits: how often somebody may do something in an hour, across all processes.

Who somebody is, is the prefix of their network (a shop's Wi-Fi is one). It is kept only as a
keyed hash, with a salt of the day that is destroyed the day after: then nobody can tell any more
which network it was. The file is never synced: to forget a limit when the power fails is no harm.
"""

import hashlib
import hmac
import ipaddress
import os
import secrets
import sqlite3
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

from collector.errors import TooMany, Unavailable
from collector.store.lock import FileLock

HOUR = 3600

TABLES = """
PRAGMA journal_mode = wal;
PRAGMA secure_delete = on;
CREATE TABLE IF NOT EXISTS salts (day TEXT PRIMARY KEY, salt BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS hits (who BLOB PRIMARY KEY, since INTEGER, count INTEGER);
"""

COUNT = """
INSERT INTO hits (who, since, count) VALUES (:who, :now, 1)
ON CONFLICT (who) DO UPDATE SET
    count = CASE WHEN since <= :now - 3600 THEN 1 ELSE count + 1 END,
    since = CASE WHEN since <= :now - 3600 THEN :now ELSE since END
RETURNING since, count
"""


class Limits:
    """Counts in a file of its own at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = threading.Lock()
        self._between_processes = FileLock(path.with_name(path.name + ".lock"))
        self._connection: sqlite3.Connection | None = None
        self._process = 0
        self._salt = ("", b"")

    def take(self, kind: str, address: str, allowed: int, now: datetime) -> None:
        """Count one `kind` of act from this address. Raises TooMany beyond `allowed` an hour."""
        try:
            with self._turn, self._between_processes:
                since, count = self._count(kind, address, now)
        except (sqlite3.Error, OSError) as error:
            raise Unavailable("limits-failed", path=self._path, cause=str(error)) from error
        if count > allowed:
            wait = max(1, since + HOUR - int(now.timestamp()))
            raise TooMany("too-many", wait, allowed=allowed)

    def _count(self, kind: str, address: str, now: datetime) -> tuple[int, int]:
        connection = self._opened()
        salt = self._salt_of(connection, now)
        who = hmac.digest(salt, f"{kind} {network(address)}".encode(), hashlib.sha256)
        found: Any = connection.execute(COUNT, {"who": who, "now": int(now.timestamp())}).fetchone()
        return found[0], found[1]

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None or self._process != os.getpid():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                self._path, isolation_level=None, check_same_thread=False
            )
            self._connection.execute("PRAGMA synchronous = off")
            self._connection.executescript(TABLES)
            self._process = os.getpid()
        return self._connection

    def _salt_of(self, connection: sqlite3.Connection, now: datetime) -> bytes:
        day = now.date().isoformat()
        if self._salt[0] != day:
            connection.execute("DELETE FROM salts WHERE day < ?", (day,))
            connection.execute("DELETE FROM hits WHERE since <= ?", (int(now.timestamp()) - HOUR,))
            connection.execute(
                "INSERT OR IGNORE INTO salts VALUES (?, ?)", (day, secrets.token_bytes(32))
            )
            connection.execute("PRAGMA wal_checkpoint(truncate)")
            found = connection.execute("SELECT salt FROM salts WHERE day = ?", (day,)).fetchone()
            self._salt = (day, found[0])
        return self._salt[1]


def network(address: str) -> str:
    """The prefix of an address: /24 of IPv4, /56 of IPv6; what is no address stands for itself."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    mapped = getattr(found, "ipv4_mapped", None) or found
    length = 24 if mapped.version == 4 else 56
    return str(ipaddress.ip_network(f"{mapped}/{length}", strict=False))
