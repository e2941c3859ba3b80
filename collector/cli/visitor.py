"""A visitor who is a program: sends entries to a collector's public address, as a script does."""

import json
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any

from collector.errors import ServeError

WAIT = 120
"""Seconds that a collector may take to come up; the first build is part of it."""


class Visitor:
    """Talks JSON to one collector on this machine."""

    def __init__(self, address: str) -> None:
        self.address = address

    def waits_until_it_is_up(self, is_alive: Any) -> None:
        """Raises ServeError if it does not come up, or ends before it does."""
        end = time.monotonic() + WAIT
        while time.monotonic() < end and is_alive():
            try:
                urllib.request.urlopen(f"{self.address}/collect/-/health", timeout=2).close()
            except (urllib.error.URLError, TimeoutError, ConnectionError):
                time.sleep(0.2)
            else:
                return
        raise ServeError("not-up", address=self.address)

    def sends(self, challenge: str, form: str, body: Mapping[str, object]) -> dict[str, Any]:
        """The collector's answer to one entry. Raises urllib's HTTPError if it is refused."""
        request = urllib.request.Request(
            f"{self.address}/collect/{challenge}/{form}",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Accept": "application/json"},
            method="POST",
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            told: dict[str, Any] = json.load(answer)
        return told
