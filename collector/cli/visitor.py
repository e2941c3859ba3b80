"""A visitor who is a program: sends entries to a collector's public address, as a script does."""

import json
import time
from collections.abc import Callable, Mapping
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlsplit

from collector.errors import ServeError

WAIT = 120
"""Seconds that a collector may take to come up; the first build is part of it."""


class Visitor:
    """Talks JSON to one collector on this machine, at an address as `http://127.0.0.1:8000`."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.place = urlsplit(address).netloc

    def waits_until_it_is_up(self, is_alive: Callable[[], bool]) -> None:
        """Raises ServeError if it does not come up, or ends before it does."""
        end = time.monotonic() + WAIT
        while time.monotonic() < end and is_alive():
            try:
                status, _ = self._asks("GET", "/collect/-/health")
            except (OSError, HTTPException):
                status = 0
            if status == 200:
                return
            time.sleep(0.2)
        raise ServeError("not-up", address=self.address)

    def begins(self, place: str) -> dict[str, Any]:
        """A token for one entry at that place, as `sends` has it.

        Raises ServeError if none is handed out.
        """
        return self._told("GET", f"/collect/-/token/{place}")

    def sends(self, place: str, body: Mapping[str, object]) -> dict[str, Any]:
        """The collector's answer to one entry, sent to `<challenge>/<form>` or an idea's form, or
        to a vote or a ballot.

        Raises ServeError if it is refused.
        """
        return self._told("POST", f"/collect/{place}", json.dumps(body))

    def reads(self, path: str) -> str:
        """A page of the site. Raises ServeError if it is not there."""
        status, answer = self._asks("GET", path)
        if status != 200:
            raise ServeError("not-taken", address=f"{self.address}{path}", answer=status)
        return answer.decode()

    def _told(self, method: str, path: str, body: str | None = None) -> dict[str, Any]:
        status, answer = self._asks(method, path, body)
        told: dict[str, Any] = json.loads(answer)
        if status not in (200, 201):
            raise ServeError("not-taken", address=self.address, answer=told)
        return told

    def _asks(self, method: str, path: str, body: str | None = None) -> tuple[int, bytes]:
        connection = HTTPConnection(self.place, timeout=30)
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()
