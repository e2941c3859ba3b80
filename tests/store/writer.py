"""A process that keeps ideas one after the other, and says aloud what was acknowledged."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from collector.garden import Garden

SCRIPT = """
import os, sys
from pathlib import Path
from collector.garden import Garden, Settings, StoreSettings
from collector.store import Store

root, url, name = sys.argv[1:]
garden = Garden(Path(root), Settings(store=StoreSettings(url)))
with Store.open(garden) as store:
    for n in range(100_000):
        store.table("ideas").insert({"ref": f"{name} {n}", "text": "x" * 400})
        os.write(1, f"{name} {n}\\n".encode())
"""

PATIENCE = 60
"""Seconds, on a busy machine."""


class Writer:
    """Its ideas are named `name 0`, `name 1` …"""

    def __init__(self, garden: Garden, name: str) -> None:
        self.name = name
        self.heard = garden.root / f"heard {name}"
        with self.heard.open("wb") as heard:
            words = [str(garden.root), garden.settings.store.url, name]
            command = [sys.executable, "-c", SCRIPT, *words]
            self.process = subprocess.Popen(command, stdout=heard)

    def acknowledged(self) -> list[str]:
        return self.heard.read_text().splitlines()

    def waits_for(self, more: int) -> None:
        """Return once it has kept so many more."""
        wanted, end = len(self.acknowledged()) + more, time.monotonic() + PATIENCE
        while len(self.acknowledged()) < wanted:
            assert self.process.poll() is None
            assert time.monotonic() < end
            time.sleep(0.01)


@contextmanager
def writing(garden: Garden, count: int) -> Iterator[list[Writer]]:
    """So many writers, each of which has kept something, until the block ends."""
    writers = [Writer(garden, f"{n}") for n in range(count)]
    try:
        for each in writers:
            each.waits_for(30)
        yield writers
    finally:
        for each in writers:
            each.process.kill()
            each.process.wait()
