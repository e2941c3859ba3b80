"""What a document may hold: any text and number that JSON has; all else is refused at the door."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from tinydb import where
from tinydb.table import Document

from collector.errors import StoreError
from collector.store import Store
from collector.store.document import DEEPEST, LARGEST
from collector.store.shape import LONGEST
from collector.words import say


def nested(depth: int, *, lists: bool = False) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value] if lists else {"in": value}
    return value


HELD = {
    "any text": "nul \0 \ud800 \udfff \u2028 \ufeff 'x' \"y\" \\ <b> 🥖 e\u0301",
    "a whole number beyond 64 bits": 2**64 + 1,
    "a negative one": -(10**300),
    "a fraction": 0.1 + 0.2,
    "the smallest fraction": 5e-324,
    "zeros": [0, -0.0],
    "truth": [True, False, None],
    "what is empty": ["", [], {}],
    "a deep mapping": nested(DEEPEST - 1),
    "a deep list": nested(DEEPEST - 2, lists=True),
    "many mappings side by side": [{"n": n} for n in range(3 * DEEPEST)],
    "brackets in a text": "[{" * 3 * DEEPEST,
    "a long text": "x" * 400_000,
}


def test_what_json_can_hold_comes_back_as_it_was(store: Store) -> None:
    for name, value in HELD.items():
        row = store.insert({"value": value, "name": name})
        found = store.get(doc_id=row)
        assert found == {"value": value, "name": name}, name
        assert repr(found["value"]) == repr(value), name


def circle() -> list[Any]:
    made: list[Any] = []
    made.append(made)
    return made


REFUSED = {
    "not a number": float("nan"),
    "infinity": float("inf"),
    "the other infinity": [1, {"n": float("-inf")}],
    "bytes": b"bread",
    "a time": datetime(2026, 11, 20, tzinfo=UTC),
    "a day": date(2026, 11, 20),
    "a set": {"bread"},
    "a decimal": Decimal("1.5"),
    "a mapping with a pair as its key": {("a", "b"): 1},
    "itself": circle(),
    "too deep a mapping": nested(DEEPEST),
    "too deep a list": nested(DEEPEST, lists=True),
    "much too deep a mapping": nested(5_000),
    "much too deep a list": nested(5_000, lists=True),
    "a number of too many digits": 10**5_000,
}


def test_what_json_can_not_hold_is_refused_and_nothing_of_it_stays(store: Store) -> None:
    store.insert({"name": "kept"})
    for value in REFUSED.values():
        for act in (
            lambda value=value: store.insert({"value": value}),
            lambda value=value: store.insert_multiple([{"name": "first"}, {"value": value}]),
            lambda value=value: store.update({"value": value}, where("name") == "kept"),
            lambda value=value: store.upsert({"value": value}, where("name") == "kept"),
        ):
            with pytest.raises((TypeError, ValueError)) as refused:
                act()
            assert str(refused.value)
    assert store.all() == [{"name": "kept"}]


@pytest.mark.parametrize("number", [LARGEST + 1, 2**63 - 1, 2**64, -(2**70)])
def test_an_id_that_would_leave_no_room_for_others_is_refused_and_is_nobodys(
    store: Store, number: int
) -> None:
    with pytest.raises(ValueError, match="too large"):
        store.insert(Document({"name": "far"}, doc_id=number))
    assert store.get(doc_id=number) is None
    assert not store.contains(doc_id=number)
    assert store.get(doc_ids=[number]) == []
    assert store.update({"name": "near"}, doc_ids=[number]) == []
    assert store.remove(doc_ids=[number]) == []
    assert store.insert({"name": "near"}) == 1


def test_any_other_id_can_be_given(store: Store) -> None:
    for number in (1, 0, -7, LARGEST):
        assert store.insert(Document({"name": "given"}, doc_id=number)) == number
        assert store.get(doc_id=number) == {"name": "given"}
    row = store.insert({"name": "after the largest"})
    assert store.get(doc_id=row) == {"name": "after the largest"}


def test_what_can_not_be_a_key_on_every_engine_is_refused(store: Store) -> None:
    ideas = store.table("ideas")
    ideas.insert({"ref": "x" * LONGEST})
    for key in ("x" * (LONGEST + 1), "x" * 9_000, "nul \0", "\ud800", 1, True, 1.5, ["a"]):
        with pytest.raises(StoreError) as refused:
            ideas.insert({"ref": key})
        assert say(refused.value.reason, refused.value.facts).startswith("ref in ideas must be")
        assert ideas.search(where("ref") == key) == []
    assert ideas.all() == [ideas.first(ref="x" * LONGEST)]
