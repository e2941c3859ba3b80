"""A worker's store: opened when it is first needed, and again from time to time until it can be."""

import threading
import time

from collector.errors import StoreError
from collector.garden import Garden
from collector.store import Store

AGAIN = 5.0
"""Seconds after which what could not be opened is tried again."""


class Opening:
    """The garden's store, when it can be opened."""

    def __init__(self, garden: Garden) -> None:
        self._garden = garden
        self._turn = threading.Lock()
        self._store: Store | None = None
        self._error: StoreError | None = None
        self._again = 0.0

    def open(self) -> Store:
        """The store, opened once. Raises Unavailable or Unreadable.

        One request at a time finds out that it still can't be opened; others are told at once.
        """
        if self._store is not None:
            return self._store
        if self._error is not None and not self._is_time():
            raise _anew(self._error)
        with self._turn:
            return self._opened()

    def _is_time(self) -> bool:
        return time.monotonic() >= self._again and not self._turn.locked()

    def _opened(self) -> Store:
        if self._store is None:
            try:
                self._store = Store.open(self._garden)
            except StoreError as error:
                self._error, self._again = error, time.monotonic() + AGAIN
                raise
        return self._store


def _anew(error: StoreError) -> StoreError:
    """Each thread's own; the same one raised in many would tangle their traces."""
    return type(error)(error.reason, **error.facts)
