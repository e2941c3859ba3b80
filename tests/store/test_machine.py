"""Whatever is done, in any order and after every restart: the store holds what a dict would."""

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tinydb import where
from tinydb.table import Document

from collector.errors import Taken
from collector.store import Store
from collector.store.engine import MEMORY, Place
from collector.store.shape import Shape

SHAPE = Shape("breads", keys=("name", "kind"), unique=(("name",),), index=(("kind",),))

names = st.sampled_from([f"bread {n}" for n in range(8)])
kinds = st.sampled_from(["dark", "light", "sweet"])
breads = st.fixed_dictionaries({"name": names, "kind": kinds, "price": st.integers()})


class Changed(Exception):
    """Somebody changed their mind in the middle of an act."""


class Breads(RuleBasedStateMachine):
    """A store beside a dict; what earlier runs left at its place is removed first."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.model: dict[int, dict[str, Any]] = {}
        self.open()
        self.table.truncate()
        self.highest = self.table.insert({})
        self.table.remove(doc_ids=[self.highest])

    def open(self) -> None:
        self.store = Store(self.place, [SHAPE])
        self.table = self.store.table("breads")

    def kept_names(self) -> set[str]:
        return {each["name"] for each in self.model.values()}

    def keep(self, row: int, bread: dict[str, Any]) -> None:
        assert row > self.highest
        self.highest = row
        self.model[row] = dict(bread)

    @rule(bread=breads)
    def insert(self, bread: dict[str, Any]) -> None:
        if bread["name"] in self.kept_names():
            self.refused(lambda: self.table.insert(bread))
        else:
            self.keep(self.table.insert(bread), bread)

    @rule(several=st.lists(breads, max_size=4))
    def insert_several(self, several: list[dict[str, Any]]) -> None:
        given = [each["name"] for each in several]
        if len({*given}) < len(given) or self.kept_names() & {*given}:
            self.refused(lambda: self.table.insert_multiple(several))
        else:
            for row, bread in zip(self.table.insert_multiple(several), several, strict=True):
                self.keep(row, bread)

    def refused(self, act: Any) -> None:
        try:
            act()
        except Taken:
            return
        raise AssertionError("a second bread of one name was kept")

    @rule(kind=kinds, price=st.integers())
    def update(self, kind: str, price: int) -> None:
        changed = self.table.update({"price": price}, where("kind") == kind)
        assert changed == [row for row, each in self.model.items() if each["kind"] == kind]
        for row in changed:
            self.model[row]["price"] = price

    @rule(name=names, kind=kinds)
    def upsert(self, name: str, kind: str) -> None:
        rows = self.table.upsert({"name": name, "kind": kind}, where("name") == name)
        if name in self.kept_names():
            self.model[rows[0]]["kind"] = kind
        else:
            self.keep(rows[0], {"name": name, "kind": kind})

    @rule(kind=kinds)
    def remove(self, kind: str) -> None:
        for row in self.table.remove(where("kind") == kind):
            assert self.model.pop(row)["kind"] == kind
        assert kind not in {each["kind"] for each in self.model.values()}

    @rule(kind=kinds)
    def change_half_way(self, kind: str) -> None:
        def act(store: Store) -> None:
            store.table("breads").remove(where("kind") == kind)
            store.table("breads").insert({"name": "half way"})
            raise Changed

        try:
            self.store.transact(act)
        except Changed:
            return

    @rule()
    def truncate(self) -> None:
        self.table.truncate()
        self.model.clear()

    @precondition(lambda self: self.place != MEMORY)
    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.open()

    @invariant()
    def holds_what_a_dict_would(self) -> None:
        kept: list[Document] = self.table.all()
        assert {each.doc_id: dict(each) for each in kept} == self.model
        assert len(self.table) == len(self.model)

    @invariant()
    def finds_by_key_what_a_dict_would(self) -> None:
        for kind in ("dark", "light", "sweet"):
            rows = [each.doc_id for each in self.table.find(kind=kind)]
            assert rows == [row for row, each in self.model.items() if each["kind"] == kind]

    def teardown(self) -> None:
        self.store.close()


@pytest.mark.hypothesis
def test_a_store_holds_what_a_dict_would(place: Place) -> None:
    much = settings(max_examples=25, stateful_step_count=25)
    run_state_machine_as_test(lambda: Breads(place), settings=much)
