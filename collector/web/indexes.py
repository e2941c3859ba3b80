"""What a worker holds of ideas to search them: made again when others are published."""

import threading
from collections import OrderedDict
from pathlib import Path
from typing import TypeAlias

from collector import published
from collector.published.search import Index

HELD = 30_000
"""Ideas that a worker holds, of all challenges; what was searched least lately goes."""

Stamp: TypeAlias = tuple[int, int]
"""Which file of published data it is."""


class Indexes:
    """By published file, what was made of it last."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._held: OrderedDict[Path, tuple[Stamp, Index]] = OrderedDict()

    def of(self, path: Path) -> Index | None:
        """The index of what is published there; None if nothing is.

        Raises Unreadable, Unavailable.
        """
        with self._turn:
            stamp = _stamp(path)
            held = self._held.get(path)
            if held is None or held[0] != stamp:
                self._held.pop(path, None)
                data = published.read(path)
                if stamp is None or data is None:
                    return None
                self._held[path] = held = (stamp, Index(data))
            self._held.move_to_end(path)
            self._let_go()
            return held[1]

    def _let_go(self) -> None:
        while len(self._held) > 1 and sum(len(index) for _, index in self._held.values()) > HELD:
            self._held.popitem(last=False)


def _stamp(path: Path) -> Stamp | None:
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_ino
