"""Kills the collectors of a served garden while visitors post to them."""

import random
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.faults.crowd import Crowd, all_gone, family, until, workers_of
from tests.served import Served, begun, free_port, wait_until_up

SEED = 20261120


@dataclass
class Reaper:
    """It strikes at any moment, and begins a server again that has ended.

    `killed` counts processes, `moments` how often it struck.
    """

    served: Served
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))
    moments: int = 0
    killed: int = 0
    begun_again: int = 0
    acknowledged: int = 0
    found: int = 0

    def strike(self, crowd: Crowd) -> None:
        """After some acknowledgements and a random while more."""
        enough = len(crowd.kept) + self.chance.randrange(1, 40)
        until(lambda: len(crowd.kept) >= enough or self._has_ended(), 60)
        if self._has_ended():  # it does by itself where one worker dies twice at once
            self._begin_again()
            return
        time.sleep(self.chance.random() * 0.05)
        everybody = family(self.served)
        victims = self._victims(list(everybody))
        for each in victims:
            with suppress(psutil.NoSuchProcess):
                each.kill()
        self.killed += len(victims)
        self.moments += 1
        if self.served.process.pid in {each.pid for each in victims}:
            self.served.process.wait()
            all_gone(everybody)

    def end_well(self, crowd: Crowd) -> None:
        """Whoever insists is heard in the end."""
        enough = len(crowd.kept) + 10
        while len(crowd.kept) < enough:
            until(lambda: len(crowd.kept) >= enough or self._has_ended(), 60)
            if self._has_ended():
                self._begin_again()

    def _victims(self, everybody: list[psutil.Process]) -> list[psutil.Process]:
        """One worker, all workers, or the server with all that it began."""
        workers = workers_of(self.served)
        return self.chance.choice(
            (workers[:1], workers, [psutil.Process(self.served.process.pid), *everybody])
        )

    def _has_ended(self) -> bool:
        return self.served.process.poll() is not None

    def _begin_again(self) -> None:
        port = int(self.served.address.rpartition(":")[2])
        self.served = begun(self.served.folder, port=port)
        wait_until_up(self.served)
        self.begun_again += 1


@contextmanager
def reaping(folder: Path) -> Iterator[Reaper]:
    """Serve the garden, through all its deaths, until the block ends."""
    reaper = Reaper(begun(folder, port=free_port()))
    try:
        wait_until_up(reaper.served)
        yield reaper
    finally:
        reaper.served.process.send_signal(signal.SIGTERM)
        reaper.served.process.wait(timeout=60)
