"""Nothing of TinyDB's is left out of the comparison with our tables."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import JSONStorage, Query, TinyDB, operations
from tinydb.queries import QueryInstance
from tinydb.table import Table

from collector.store import Store
from collector.store.rows import Rows
from tests.store.test_rows import SCENARIOS, naming, outcome, queries, shelf

CLASSES = (TinyDB, Table, Query, QueryInstance)

NOT_COMPARED = {
    "TinyDB.__init__": "a store is opened in its own way",
    "TinyDB.__repr__": "it names the storage",
    "TinyDB.close": "every comparison ends by it",
    "TinyDB.storage": "what lies beneath is ours",
    "Table.__init__": "tables are asked for by name",
    "Table.__repr__": "it names the storage",
    "Table.storage": "what lies beneath is ours",
    "Query.__init__": "queries are TinyDB's own",
    "Query.__repr__": "queries are TinyDB's own",
    "Query.__hash__": "only the query cache asks for it, and there is none",
    "QueryInstance.__init__": "queries are TinyDB's own",
    "QueryInstance.__repr__": "queries are TinyDB's own",
    "QueryInstance.__hash__": "only the query cache asks for it, and there is none",
    "QueryInstance.__eq__": "only the query cache asks for it, and there is none",
    "QueryInstance.is_cacheable": "there is no query cache",
}


def is_public(name: str) -> bool:
    return not name.startswith("_") or (name.startswith("__") and name.endswith("__"))


def public() -> dict[str, tuple[type, str, Any]]:
    """Every public method and property of TinyDB's classes, by its full name."""
    return {
        f"{kind.__name__}.{name}": (kind, name, found)
        for kind in CLASSES
        for name, found in vars(kind).items()
        if is_public(name) and (inspect.isfunction(found) or isinstance(found, property))
    }


class Notes:
    """Which methods and properties were used by the tests, not by each other."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        self._is_within = False

    def on(self, name: str, found: Any) -> Any:
        """The same method or property, noted whenever it is used."""
        act: Callable[..., Any] = found.fget if isinstance(found, property) else found

        def noted(*given: Any, **named: Any) -> Any:
            if self._is_within:
                return act(*given, **named)
            self.used.add(name)
            self._is_within = True
            try:
                return act(*given, **named)
            finally:
                self._is_within = False

        return property(noted) if isinstance(found, property) else noted


def compare_all(folder: Path) -> None:
    """All that is ever compared, on stock TinyDB."""
    acts = [*SCENARIOS.values(), naming, lambda db: [*map(shelf(db).search, queries().values())]]
    for number, act in enumerate(acts):
        with TinyDB(folder / f"{number}.json", storage=JSONStorage) as db:
            outcome(act, db)


def test_every_public_method_and_form_of_query_is_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = Notes()
    for name, (kind, attribute, found) in public().items():
        monkeypatch.setattr(kind, attribute, notes.on(name, found))
    compare_all(tmp_path)
    assert public().keys() - notes.used - NOT_COMPARED.keys() == set()
    assert NOT_COMPARED.keys() <= public().keys()


def test_every_operation_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = Notes()
    known = {name: act for name, act in vars(operations).items() if inspect.isfunction(act)}
    for name, act in known.items():
        monkeypatch.setattr(operations, name, notes.on(name, act))
    compare_all(tmp_path)
    assert notes.used == known.keys()


@pytest.mark.parametrize(("ours", "stock"), [(Rows, Table), (Store, TinyDB)])
def test_our_methods_take_what_tinydbs_take(ours: type, stock: type) -> None:
    for name, found in vars(stock).items():
        if is_public(name) and inspect.isfunction(found) and name != "__init__":
            assert names(getattr(ours, name)) == names(found), name


def names(method: Callable[..., Any]) -> list[str]:
    parameters = inspect.signature(method).parameters.values()
    return [each.name for each in parameters if each.kind is not inspect.Parameter.VAR_KEYWORD]
