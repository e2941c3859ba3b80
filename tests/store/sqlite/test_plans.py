"""How SQLite looks things up: by an index, in the order of ids, whatever else is kept."""

from pathlib import Path

import pytest

from collector.store import Store
from collector.store.statements import BEFORE_ALL


def plan(store: Store, statement: str, keys: str) -> list[str]:
    """What SQLite would do for this statement about these keys."""
    values = {f"{key}_0": "x" for key in keys.split()}
    with store._storage.reading() as connection:
        asked = connection.run(f"EXPLAIN QUERY PLAN {statement}", {**values, "after": BEFORE_ALL})
        return [row[3] for row in asked.fetchall()]


def form(keys: str) -> tuple[tuple[str, int], ...]:
    return tuple((key, 1) for key in keys.split())


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        ("ideas", "ref"),
        ("ideas", "challenge"),
        ("ideas", "challenge state"),
        ("ideas", "state"),
        ("responses", "challenge form"),
        ("replies", "challenge"),
        ("replies", "about"),
        ("decisions", "about"),
        ("receipts", "code_hash"),
        ("sessions", "token_hash"),
    ],
)
def test_what_is_found_by_its_keys_is_read_in_order(tmp_path: Path, table: str, keys: str) -> None:
    with Store(tmp_path / "a.db") as store:
        statements = store.table(table)._statements
        (only,) = plan(store, statements.find(form(keys)), keys)
    assert only.startswith(f"SEARCH t_{table} USING INDEX ")
    assert all(f"{key}=?" in only for key in keys.split())


@pytest.mark.parametrize("table", ["ideas", "responses"])
def test_what_is_counted_is_counted_in_an_index(tmp_path: Path, table: str) -> None:
    with Store(tmp_path / "a.db") as store:
        statements = store.table(table)._statements
        tally = statements.tally(("challenge", "form", "form_hash", "state"))
        plans = [
            plan(store, tally, ""),
            plan(store, statements.number(form("challenge state")), "challenge state"),
            plan(store, statements.number(form("challenge form")), "challenge form"),
            plan(store, statements.number(form("state")), "state"),
            plan(
                store, statements.any(form("challenge form form_hash")), "challenge form form_hash"
            ),
        ]
    assert all("COVERING INDEX" in each[-1] for each in plans)
    assert not any("TEMP B-TREE" in line for each in plans for line in each)
