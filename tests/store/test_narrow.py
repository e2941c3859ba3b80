import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import Query, where
from tinydb.queries import QueryInstance

from collector.entries import State
from collector.errors import Unreadable
from collector.store import Store
from collector.store.engine import Place
from collector.store.narrow import narrowed
from collector.store.shape import LONGEST, Shape
from collector.store.sqlite import compiled
from collector.store.statements import Statements

SHAPE = Shape("breads", keys=("name", "kind"), index=(("kind",),))
STATEMENTS = Statements(SHAPE, compiled)

keys = st.none() | st.sampled_from(["rye", "dark", "", "ü", "Rye", " rye"])
numbers = st.sampled_from([0, 1, 2.5, True])
asked = keys | numbers | st.sampled_from(["nul \0", "\ud800", "x" * (LONGEST + 1)])
documents = st.fixed_dictionaries({}, optional={"name": keys, "kind": keys, "price": numbers})
fields = st.sampled_from(["name", "kind", "price"])
queries = st.recursive(
    st.builds(lambda field, value: where(field) == value, fields, asked)
    | st.builds(lambda field, values: where(field).one_of(values), fields, st.lists(asked)),
    lambda inner: (
        st.builds(QueryInstance.__and__, inner, inner)
        | st.builds(QueryInstance.__or__, inner, inner)
        | st.builds(QueryInstance.__invert__, inner)
    ),
    max_leaves=6,
)


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    with Store(place, [SHAPE]) as store:
        yield store


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # emptied each time
@given(kept=st.lists(documents, max_size=12), query=queries)
def test_a_search_finds_what_the_query_would_choose(
    store: Store, kept: list[dict[str, object]], query: QueryInstance
) -> None:
    store.table("breads").truncate()
    store.table("breads").insert_multiple(kept)
    found = store.table("breads").search(query)
    assert [dict(each) for each in found] == [each for each in kept if query(each)]


name, kind = Query().name, Query().kind

ANSWERABLE = {
    "a key": kind == "dark",
    "a named value": kind == State.WAITING,
    "no value": kind == None,  # noqa: E711  # TinyDB's way to ask for it
    "a choice": kind.one_of(["dark", "light"]),
    "two keys": (kind == "dark") & (name == "rye"),
    "a key and something else": (kind == "dark") & (Query().price == 3),
    "either key": (kind == "dark") | (name == "rye"),
}
UNANSWERABLE = {
    "no key": Query().price == 3,
    "a number": kind == 3,
    "too long": kind == "x" * (LONGEST + 1),
    "a key or something else": (kind == "dark") | (Query().price == 3),
    "not": ~(kind == "dark"),
    "deep": Query().kind.name == "dark",
    "a callable": bool,
}


@pytest.mark.parametrize("query", ANSWERABLE.values(), ids=ANSWERABLE)
def test_sql_answers_what_asks_for_keys(query: QueryInstance) -> None:
    assert narrowed(query, STATEMENTS) is not None


@pytest.mark.parametrize("query", UNANSWERABLE.values(), ids=UNANSWERABLE)
def test_sql_is_not_asked_what_only_python_can_tell(query: QueryInstance) -> None:
    assert narrowed(query, STATEMENTS) is None


def test_a_search_by_key_reads_no_other_row(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db", [SHAPE]) as store:
        store.table("breads").insert_multiple([{"kind": "dark"}, {"kind": "light"}])
        with sqlite3.connect(tmp_path / "a.db") as other:
            other.execute("UPDATE t_breads SET doc = 'no JSON' WHERE kind = 'light'")
        other.close()
        assert store.table("breads").count(kind == "dark") == 1
        with pytest.raises(Unreadable):
            store.table("breads").count(kind == "light")


def test_a_search_by_key_uses_its_index(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db", [SHAPE]):
        statement, values = STATEMENTS.where(kind_is_dark := narrowed(kind == "dark", STATEMENTS))
        assert kind_is_dark is not None
        with sqlite3.connect(tmp_path / "a.db") as other:
            plan = other.execute(f"EXPLAIN QUERY PLAN {statement}", {**values, "after": 0})
            assert "i_breads_kind" in plan.fetchone()[3]
        other.close()
