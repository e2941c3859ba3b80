"""What a worker holds of ideas to compare others with: read again when new ones are published."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from collector import published
from collector.analysis.similar import Alike, Similar, Text
from collector.published import PublishedIdea

MANY = 1_000
"""Ideas, beyond which they are read anew only so often."""

PAUSE = 10.0
"""Seconds between two such readings."""

HELD = 30_000
"""Ideas that a worker holds, of all challenges; what was asked for least lately goes."""

Stamp: TypeAlias = tuple[int, int] | None
"""Which published data it is; None for none."""


@dataclass
class Neighbours:
    """The ideas of one challenge, to be asked by one at a time."""

    turn: threading.Lock = field(default_factory=threading.Lock)
    index: Similar = field(default_factory=Similar)
    shown: tuple[PublishedIdea, ...] = ()
    stamp: Stamp = None
    read: float = float("-inf")

    def renew(self, stamp: Stamp, read: Callable[[], tuple[PublishedIdea, ...]]) -> None:
        """Take what was published since."""
        early = len(self.shown) > MANY and time.monotonic() < self.read + PAUSE
        if stamp == self.stamp or early:
            return
        self.shown = read()
        self.index.renew(texts(self.shown))
        self.stamp, self.read = stamp, time.monotonic()


def texts(shown: Iterable[PublishedIdea]) -> Iterator[Text]:
    """The ideas as they are compared, those that were merged by their names."""
    for idea in shown:
        yield Text(idea.ref, idea.title, " ".join(each.text for each in idea.answers))
        yield from (Text(each.ref, each.title) for each in idea.merged)


def standing(found: Iterable[Alike], shown: Iterable[PublishedIdea]) -> list[Alike]:
    """Each where it stands, once: what is like a merged idea is told to be at the other."""
    stands = {each.ref: idea for idea in shown for each in idea.merged}
    told: dict[str, Alike] = {}
    for each in found:
        idea = stands.get(each.ref)
        there = replace(each, ref=idea.ref, title=idea.title) if idea else each
        told.setdefault(there.ref, there)
    return list(told.values())


class Held:
    """All that a worker holds, by what it is asked for."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._held: OrderedDict[str, Neighbours] = OrderedDict()

    def of(self, name: str) -> Neighbours:
        """What is held under this name; nothing yet if it is asked for the first time."""
        with self._turn:
            found = self._held.setdefault(name, Neighbours())
            self._held.move_to_end(name)
            while (
                len(self._held) > 1 and sum(len(each.index) for each in self._held.values()) > HELD
            ):
                self._held.popitem(last=False)
            return found

    def shown(self, path: Path) -> Neighbours:
        """The ideas that are told in this file of published data."""
        found = self.of(str(path))

        def read() -> tuple[PublishedIdea, ...]:
            data = published.read(path)
            return data.ideas if data else ()

        with found.turn:
            found.renew(_stamp(path), read)
        return found


def _stamp(path: Path) -> Stamp:
    with suppress(OSError):
        told = path.stat()
        return told.st_mtime_ns, told.st_ino
    return None
