"""A store with so many ideas, and what is asked of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from random import Random

from tinydb import where
from tinydb.table import Document

from bench.store.ideas import RARE, document, documents
from collector.store import Store

BATCH = 10_000
SAMPLE = 1_000
"""Ideas of a store that are asked for, again and again, wherever in it they are."""


@dataclass
class Filled:
    """An open store of `size` ideas, at `place`."""

    size: int
    place: Path | str
    store: Store
    sample: Iterator[tuple[int, str]]
    added: list[int] = field(default_factory=list)

    def insert(self) -> None:
        self.added.append(self.store.table("ideas").insert(document()))

    def find(self) -> None:
        _, ref = next(self.sample)
        if self.store.table("ideas").first(ref=ref) is None:
            raise LookupError(ref)

    def get(self) -> None:
        row, _ = next(self.sample)
        if self.store.table("ideas").get(doc_id=row) is None:
            raise LookupError(row)

    def search(self) -> None:
        if len(self.store.table("ideas").search(where("state") == "spam")) != RARE:
            raise LookupError("spam")

    def restore(self) -> None:
        """Remove what was added, so that the store keeps its size."""
        self.store.table("ideas").remove(doc_ids=self.added)
        self.added.clear()


ASKED: dict[str, tuple[Callable[[Filled], None], int]] = {
    "insert": (Filled.insert, 1_000),
    "read by key": (Filled.find, 1_000),
    "read by id": (Filled.get, 1_000),
    f"query on an index, {RARE} found": (Filled.search, 200),
}
"""What is asked, and how often in a turn."""


@contextmanager
def filled(place: Path | str, size: int) -> Iterator[Filled]:
    """Fill the empty store at `place`."""
    with Store(place) as store:
        ideas, all_of_them = store.table("ideas"), documents(size)
        while batch := list(islice(all_of_them, BATCH)):
            ideas.insert_multiple(batch)
        yield Filled(size, place, store, cycle(_sample(store, size)))


def _sample(store: Store, size: int) -> list[tuple[int, str]]:
    ideas = store.table("ideas")
    rows = Random(size).sample(range(1, size + 1), min(size, SAMPLE))
    found = ((row, ideas.get(doc_id=row)) for row in rows)
    return [(row, idea["ref"]) for row, idea in found if isinstance(idea, Document)]
