"""However many entries are kept, a worker holds about as much of them in memory: a page."""

import tracemalloc
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from tinydb import where

from collector import export, published
from collector.entries import Idea, Response, Role, State, new_reference
from collector.export import Choices
from collector.form import Definition
from collector.garden import Garden
from collector.pages import live
from collector.store import Store, reads, writes
from collector.web import create_app
from tests.web.desk.staff import Person, let_in
from tests.web.gardens import NOW, copy
from tests.web.visitor import Clock, Visitor

FEW, MANY = 2_400, 12_000
"""Entries, half of them ideas; of both more than twice what is read at a time."""

MORE = 1.3
"""Times as much; if all were held, it would be five."""

LITTLE = 64 * 1024
"""Bytes; beside so few, what other threads take is much: the least of three counts."""


class Place:
    """A garden with so many entries, and its owner."""

    def __init__(self, garden: Garden, size: int) -> None:
        self.garden = garden
        self.app: Flask = create_app(garden, clock=Clock())
        self.store: Store = self.app.extensions["garden"].store
        self.owner: Person = let_in(self.app, "ada", Role.OWNER)
        self.last = _fill(self.store, Visitor(self.app, Clock()), size)
        found = live(garden)
        assert found is not None
        self.brief = found.briefs["bread"]

    def exports(self, suffix: str) -> None:
        material = export.gather(self.store, self.brief)
        choices = Choices(form="visit")
        export.spool(self.garden.var, suffix, material, NOW, choices).close()

    def counts(self) -> None:
        kept = reads.definitions(self.store, "bread").items()
        definitions = {key: Definition.from_document(each) for key, each in kept}
        published.count(self.brief, definitions, {}, reads.responses(self.store, "bread"))

    def asks(self, path: str) -> None:
        assert self.owner.gets(path).status == 200


def _fill(store: Store, visitor: Visitor, size: int) -> Idea:
    idea_hash, visit_hash = visitor.form_hash(), visitor.form_hash(form="visit")
    about = {"challenge": "bread", "state": State.WAITING}

    def fill(store: Store) -> Idea:
        for number in range(size // 2):
            received = NOW + timedelta(minutes=number)
            told = {**about, "ref": new_reference(), "received": received}
            idea = Idea(**told, form="idea", form_hash=idea_hash, answers={"title": "Rye" * 20})
            answers = {"how": number % 5 + 1, "else": ("bread", "cake")}
            told["ref"] = new_reference()
            writes.add(store, idea)
            writes.add(store, Response(**told, form="visit", form_hash=visit_hash, answers=answers))
        return idea

    return store.transact(fill)


@pytest.fixture(scope="module")
def places(planted: Garden, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Place]]:
    folder = tmp_path_factory.mktemp("memory")
    made = [Place(copy(planted, folder / str(size)), size) for size in (FEW, MANY)]
    yield made
    for each in made:
        each.store.close()


ACTS: dict[str, Callable[[Place], Any]] = {
    "iterating": lambda place: sum(1 for _ in place.store.table("responses")),
    "searching": lambda place: place.store.table("ideas").search(where("source") == "nowhere"),
    "searching by a key": lambda place: place.store.table("ideas").search(where("ref") == "x"),
    "counting": lambda place: place.store.table("ideas").count(where("source") == "web"),
    "updating": lambda place: place.store.table("ideas").update({}, where("source") == "nowhere"),
    "reading ideas": lambda place: sum(1 for _ in reads.ideas(place.store, "bread")),
    "reading responses": lambda place: sum(1 for _ in reads.responses(place.store, "bread")),
    "reading entries": lambda place: sum(1 for _ in reads.entries(place.store)),
    "counting entries": lambda place: reads.counts(place.store),
    "a csv": lambda place: place.exports(".csv"),
    "a json": lambda place: place.exports(".json"),
    "a workbook": lambda place: place.exports(".xlsx"),
    "an open workbook": lambda place: place.exports(".ods"),
    "counting for the pages": Place.counts,
    "the queue": lambda place: place.asks("/desk/queue/"),
    "its end": lambda place: place.asks(f"/desk/queue/?after={reads.place([place.last])}"),
    "a list": lambda place: place.asks("/desk/challenges/bread/waiting/"),
    "the challenges": lambda place: place.asks("/desk/challenges/"),
    "a challenge": lambda place: place.asks("/desk/challenges/bread/"),
    "an entry": lambda place: place.asks(f"/desk/entries/{place.last.ref}"),
}


@pytest.mark.parametrize("act", ACTS)
def test_memory_does_not_grow_with_what_is_kept(places: list[Place], act: str) -> None:
    few, many = (_most(ACTS[act], place) for place in places)
    assert many < MORE * few


def _most(act: Callable[[Place], Any], place: Place) -> int:
    """Bytes that the act held at most; first it is done once, for what is then held for good."""
    act(place)
    once = _held(act, place)
    return once if once > LITTLE else min(once, _held(act, place), _held(act, place))


def _held(act: Callable[[Place], Any], place: Place) -> int:
    tracemalloc.start()
    try:
        act(place)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
