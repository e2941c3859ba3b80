"""The corner bakery, laid out, served and planted, for tests that look at every page of it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from collector.cli.demo import lay_out, plant
from collector.cli.visitor import Visitor
from collector.entries import Idea
from collector.garden import Garden
from collector.store import Store, reads
from tests.served import Served, serving

PASSWORD = "flour, water, salt and time"


@dataclass(frozen=True)
class Bakery:
    """A served garden with samples in it, and the account of its owner."""

    served: Served
    garden: Garden
    idea: Idea
    """One that is shown, with a reply."""

    @property
    def address(self) -> str:
        return self.served.address


@contextmanager
def bakery(folder: Path) -> Iterator[Bakery]:
    lay_out(folder)
    close_one(folder)
    with serving(folder) as served:
        garden = Garden.find(folder)
        plant(garden, Visitor(served.address))
        with Store.open(garden) as store:
            answered = {reply.about for reply in reads.replies(store, "new-breads")}
            idea = next(each for each in reads.ideas(store, "new-breads") if each.ref in answered)
        yield Bakery(served, garden, idea)


def close_one(folder: Path) -> None:
    """One challenge has ended, so that its pages are walked too."""
    text = (folder / "challenges" / "new-breads.md").read_text("utf-8")
    ended = re.sub(r"(?m)^closes: .*$", "closes: 2026-01-31", text)
    ended = re.sub(r"(?m)^opens: .*\n", "", ended).replace("bake next?", "bake at Christmas?")
    (folder / "challenges" / "christmas.md").write_text(ended, encoding="utf-8")
