"""Whatever is done, in any order and after every restart: the store holds what a dict would."""

from contextlib import suppress
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
from tinydb import operations as change
from tinydb import where
from tinydb.table import Document

from collector.errors import Taken
from collector.store import Store
from collector.store.engine import MEMORY, Place
from collector.store.rows import Rows
from collector.store.shape import Shape

SHAPE = Shape("breads", keys=("name", "kind"), unique=(("name",),), index=(("kind",),))

names = st.sampled_from([f"bread {n}" for n in range(8)])
kinds = st.sampled_from(["dark", "light", "sweet"])
ids = st.integers(1, 60)
breads = st.fixed_dictionaries({"name": names, "kind": kinds, "price": st.integers()})


MOST_LEFT = 3
"""Stores that are open without being used."""


class Changed(Exception):
    """Somebody changed their mind in the middle of an act."""


class Breads(RuleBasedStateMachine):
    """A store beside a dict; what earlier runs left at its place is removed first.

    It is opened twice, as two processes have it, wherever that can be.
    """

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.model: dict[int, dict[str, Any]] = {}
        self.left: list[Store] = []
        self.store = self.opened()
        self.other = self.store if place == MEMORY else self.opened()
        self.table.truncate()
        self.highest = self.table.insert({})
        self.table.remove(doc_ids=[self.highest])

    def opened(self) -> Store:
        return Store(self.place, [SHAPE])

    @property
    def table(self) -> Rows:
        return self.store.table("breads")

    def rows(self, kind: str) -> list[int]:
        return sorted(row for row, each in self.model.items() if each.get("kind") == kind)

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

    @rule(row=ids, bread=breads)
    def insert_with_an_id(self, row: int, bread: dict[str, Any]) -> None:
        if row in self.model:
            with pytest.raises(ValueError, match="already exists"):
                self.table.insert(Document(bread, doc_id=row))
        elif bread["name"] in self.kept_names():
            self.refused(lambda: self.table.insert(Document(bread, doc_id=row)))
        else:
            assert self.table.insert(Document(bread, doc_id=row)) == row
            self.highest = max(self.highest, row)
            self.model[row] = dict(bread)

    @rule(kind=kinds, price=st.integers())
    def update(self, kind: str, price: int) -> None:
        changed = self.table.update({"price": price}, where("kind") == kind)
        assert changed == self.rows(kind)
        for row in changed:
            self.model[row]["price"] = price

    @rule(rows=st.lists(ids, max_size=3))
    def update_by_ids(self, rows: list[int]) -> None:
        changed = self.table.update(change.set("price", 0), doc_ids=rows)
        assert changed == [row for row in rows if row in self.model]
        for row in changed:
            self.model[row]["price"] = 0

    @rule(one=kinds, other=kinds)
    def update_several_ways(self, one: str, other: str) -> None:
        def sweeten(bread: Any) -> None:
            bread["kind"] = "sweet"

        self.table.update_multiple(
            [(sweeten, where("kind") == one), ({"price": 1}, where("kind") == other)]
        )
        for bread in self.model.values():
            if bread.get("kind") == one:
                bread["kind"] = "sweet"
            if bread.get("kind") == other:
                bread["price"] = 1

    @rule(name=names, other=names)
    def rename(self, name: str, other: str) -> None:
        chosen = where("name") == name
        if name != other and {name, other} <= self.kept_names():
            self.refused(lambda: self.table.update({"name": other}, chosen))
        else:
            for row in self.table.update({"name": other}, chosen):
                self.model[row]["name"] = other

    @rule(name=names, kind=kinds)
    def upsert(self, name: str, kind: str) -> None:
        rows = self.table.upsert({"name": name, "kind": kind}, where("name") == name)
        if name in self.kept_names():
            (row,) = rows
            self.model[row]["kind"] = kind
        else:
            self.keep(rows[0], {"name": name, "kind": kind})

    @rule(kind=kinds)
    def remove(self, kind: str) -> None:
        removed = self.rows(kind)
        assert self.table.remove(where("kind") == kind) == removed
        for row in removed:
            del self.model[row]

    @rule(row=ids)
    def remove_by_id(self, row: int) -> None:
        assert self.table.remove(doc_ids=[row]) == [row] * (row in self.model)
        self.model.pop(row, None)

    @rule(bread=breads, refused=breads)
    def a_part_of_an_act_is_refused(self, bread: dict[str, Any], refused: dict[str, Any]) -> None:
        """What the part wrote is undone, what the act wrote before and after it stays."""

        def part(store: Store) -> None:
            store.table("breads").insert({"name": "of the part"})
            store.table("breads").insert(refused)

        def act(store: Store) -> int | None:
            if bread["name"] in self.kept_names():
                return None
            row = store.table("breads").insert(bread)
            with suppress(Taken):
                store.transact(part)
                raise Changed
            return row

        if refused["name"] != bread["name"] and refused["name"] not in self.kept_names():
            refused["name"] = bread["name"]
        row = self.store.transact(act)
        if row is not None:
            self.keep(row, bread)

    @rule(kind=kinds)
    def change_half_way(self, kind: str) -> None:
        def act(store: Store) -> None:
            store.table("breads").remove(where("kind") == kind)
            store.table("breads").insert({"name": "half way"})
            raise Changed

        with pytest.raises(Changed):
            self.store.transact(act)

    @rule(drop=st.booleans())
    def empty(self, *, drop: bool) -> None:
        if drop:
            self.store.drop_table("breads")
        else:
            self.table.truncate()
        self.model.clear()

    @rule()
    def go_to_the_other_process(self) -> None:
        self.store, self.other = self.other, self.store

    @precondition(lambda self: self.place != MEMORY)
    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.store = self.opened()

    @precondition(lambda self: self.place != MEMORY and len(self.left) < MOST_LEFT)
    @rule()
    def open_again_without_a_word(self) -> None:
        """As after a death: nothing was put in order."""
        self.left.append(self.store)
        self.store = self.opened()

    @invariant()
    def holds_what_a_dict_would(self) -> None:
        for store in (self.store, self.other):
            kept: list[Document] = store.table("breads").all()
            assert {each.doc_id: dict(each) for each in kept} == self.model
            assert [each.doc_id for each in kept] == sorted(self.model)
            assert len(store.table("breads")) == len(self.model)

    @invariant()
    def finds_what_a_dict_would(self) -> None:
        for kind in ("dark", "light", "sweet"):
            rows = self.rows(kind)
            assert [each.doc_id for each in self.table.find(kind=kind)] == rows
            assert [each.doc_id for each in self.table.search(where("kind") == kind)] == rows
            assert self.table.count(where("kind") == kind) == len(rows)
            assert self.table.contains(where("kind") == kind) == bool(rows)

    @rule(row=ids)
    def get(self, row: int) -> None:
        assert self.table.get(doc_id=row) == self.model.get(row)
        assert self.table.contains(doc_id=row) == (row in self.model)

    def teardown(self) -> None:
        for store in {self.store, self.other, *self.left}:
            store.close()


@pytest.mark.hypothesis
def test_a_store_holds_what_a_dict_would(place: Place) -> None:
    few = settings(max_examples=12, stateful_step_count=25)
    run_state_machine_as_test(lambda: Breads(place), settings=few)
