"""The engines that are measured, each beside a peer that does the same insert."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bench.store.peers import bare
from bench.store.press import Speed, press
from collector.store import Store


class Engine(Protocol):
    """Where stores are made, and what is measured beside them."""

    @property
    def peer(self) -> str:
        """What the peer is called in the report."""

    def place(self, name: str) -> Path | str:
        """What `Store` is given for a new, empty store of this name."""

    def press_peer(self, threads: int, seconds: float) -> Speed:
        """The peer's inserts, by so many at once."""


@dataclass(frozen=True)
class SQLite:
    """Files in a folder, beside SQLite where every thread has a connection and commits of its own.

    Its page size, log and indexes are those of the store: the store makes the file.
    """

    folder: Path
    peer: str = "bare SQLite"

    def place(self, name: str) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        for each in self.folder.glob(f"{name}.db*"):
            each.unlink()
        return self.folder / f"{name}.db"

    def press_peer(self, threads: int, seconds: float) -> Speed:
        place = self.place("bare")
        Store(place).close()
        return press(lambda: bare(place), threads, seconds)
