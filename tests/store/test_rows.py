"""Our tables are TinyDB's: the same calls on both give the same results."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import JSONStorage, Query, TinyDB, where
from tinydb import operations as change
from tinydb.table import Document

from collector.store import Store
from collector.store.engine import Place
from collector.store.shape import Shape

Scenario = Callable[[TinyDB], Any]

BREADS = [
    {"name": "rye", "kind": "dark", "price": 4, "seeds": ["caraway"], "baker": {"name": "Ada"}},
    {"name": "walnut", "kind": "dark", "price": 5, "seeds": [], "baker": {"name": "Bo"}},
    {"name": "brioche", "kind": "sweet", "price": 3, "seeds": [], "baker": None},
    {"name": "poppy", "kind": "light", "price": 2.5, "seeds": ["poppy", "sesame"]},
]

KEYED = Shape("_default", keys=("name", "kind"), index=(("kind",), ("name", "kind")))

SCENARIOS: dict[str, Scenario] = {}


def scenario(act: Scenario) -> Scenario:
    SCENARIOS[act.__name__] = act
    return act


def shelf(db: TinyDB) -> TinyDB:
    db.insert_multiple(BREADS)
    return db


@pytest.fixture
def stock(tmp_path: Path) -> Iterator[TinyDB]:
    with TinyDB(tmp_path / "stock.json", storage=JSONStorage) as db:
        yield db


@pytest.fixture(params=[(), (KEYED,)], ids=["no keys", "keys"])
def ours(place: Place, request: pytest.FixtureRequest) -> Iterator[TinyDB]:
    with Store(place, request.param) as db:
        yield db


def plain(result: Any) -> Any:
    """Results with the ids of their documents in sight."""
    if isinstance(result, Document):
        return result.doc_id, dict(result)
    if isinstance(result, list | tuple):
        return [plain(each) for each in result]
    return result


def outcome(act: Scenario, db: TinyDB) -> Any:
    try:
        return plain(act(db)), plain(db.all())
    except Exception as error:  # noqa: BLE001  # whatever is raised is compared
        return type(error), str(error), plain(db.all())


@scenario
def insert(db: TinyDB) -> Any:
    return [db.insert(BREADS[0]), db.insert({}), db.insert({"note": "ü \u2603 '\" \x00 \ud800"})]


@scenario
def insert_what_is_no_mapping(db: TinyDB) -> Any:
    return db.insert(["rye"])  # type: ignore[arg-type]


@scenario
def insert_what_json_can_not_hold(db: TinyDB) -> Any:
    shelf(db)
    with pytest.raises(TypeError):
        db.insert({"name": object()})
    return len(db)


@scenario
def insert_with_numbers_as_names_and_tuples_as_values(db: TinyDB) -> Any:
    return db.insert({1: (1, (2, 3)), None: {"deep": {2: True}}}), db.all()


@scenario
def insert_with_an_id(db: TinyDB) -> Any:
    return [db.insert(Document({"name": "rye"}, doc_id=7)), db.insert({"name": "walnut"})]


@scenario
def insert_with_an_id_that_is_taken(db: TinyDB) -> Any:
    shelf(db)
    return db.insert(Document({"name": "rye"}, doc_id=2))


@scenario
def insert_many(db: TinyDB) -> Any:
    return db.insert_multiple(each for each in BREADS)


@scenario
def insert_many_with_ids(db: TinyDB) -> Any:
    shelf(db)
    return db.insert_multiple([Document({"name": "a"}, 11), Document({"name": "b"}, 12)])


@scenario
def insert_many_or_none(db: TinyDB) -> Any:
    shelf(db)
    return db.insert_multiple([{"name": "spelt"}, Document({"name": "taken"}, 3)])


@scenario
def insert_many_with_one_that_is_no_mapping(db: TinyDB) -> Any:
    return db.insert_multiple([{"name": "spelt"}, 3])  # type: ignore[list-item]


@scenario
def upsert(db: TinyDB) -> Any:
    shelf(db)
    return [
        db.upsert({"kind": "black"}, where("kind") == "dark"),
        db.upsert({"name": "spelt"}, where("name") == "spelt"),
        db.upsert(Document({"price": 9}, doc_id=1)),
        db.upsert(Document({"name": "late"}, doc_id=40)),
    ]


@scenario
def upsert_without_saying_which(db: TinyDB) -> Any:
    return db.upsert({"name": "rye"})


@scenario
def update(db: TinyDB) -> Any:
    shelf(db)
    return [
        db.update({"sold": True}),
        db.update({"kind": "black"}, where("kind") == "dark"),
        db.update({"price": 1}, doc_ids=[3, 1, 99]),
        db.update({"price": 0}, where("name") == "nothing"),
        db.update(lambda bread: bread.update(price=bread["price"] * 2), where("price") > 2),
    ]


@scenario
def update_with_operations(db: TinyDB) -> Any:
    shelf(db)
    chosen = where("name") == "rye"
    return [
        db.update(each, chosen)
        for each in (
            change.delete("seeds"),
            change.add("price", 2),
            change.subtract("price", 1),
            change.increment("price"),
            change.decrement("price"),
            change.set("kind", "best"),
        )
    ]


@scenario
def update_that_fails_on_the_way(db: TinyDB) -> Any:
    shelf(db)
    return db.update(change.delete("baker"))


@scenario
def update_one_document_twice(db: TinyDB) -> Any:
    shelf(db)
    return db.update(change.increment("price"), doc_ids=[1, 1])


@scenario
def update_several_ways(db: TinyDB) -> Any:
    shelf(db)
    return db.update_multiple(
        [
            ({"kind": "black"}, where("kind") == "dark"),
            (change.increment("price"), where("kind") == "black"),
            ({"seen": True}, where("name") == "nothing"),
        ]
    )


@scenario
def remove(db: TinyDB) -> Any:
    shelf(db)
    return [
        db.remove(where("kind") == "dark"),
        db.remove(doc_ids=[4, 77]),
        db.remove(where("name") == "nothing"),
    ]


@scenario
def remove_without_saying_which(db: TinyDB) -> Any:
    return shelf(db).remove()


@scenario
def truncate(db: TinyDB) -> Any:
    shelf(db)
    db.truncate()
    return len(db)


@scenario
def get(db: TinyDB) -> Any:
    shelf(db)
    return [
        db.get(where("kind") == "dark"),
        db.get(where("kind") == "nothing"),
        db.get(doc_id=2),
        db.get(doc_id=22),
        db.get(doc_ids=[4, 2, 2, 22]),
        db.get(where("name") == "rye", doc_id=2),
    ]


@scenario
def get_without_saying_which(db: TinyDB) -> Any:
    return shelf(db).get()


@scenario
def contains(db: TinyDB) -> Any:
    shelf(db)
    return [
        db.contains(where("name") == "rye"),
        db.contains(where("name") == "nothing"),
        db.contains(doc_id=1),
        db.contains(doc_id=11),
    ]


@scenario
def contains_without_saying_which(db: TinyDB) -> Any:
    return shelf(db).contains()


@scenario
def count_and_length(db: TinyDB) -> Any:
    shelf(db)
    return [db.count(where("kind") == "dark"), db.count(where("kind") == "x"), len(db)]


@scenario
def length_of_a_table(db: TinyDB) -> Any:
    shelf(db)
    return [len(db.table("_default")), len(db.table("empty"))]


@scenario
def ask_a_document(db: TinyDB) -> Any:
    return [(where("kind") == "dark")(each) for each in shelf(db)]


@scenario
def iterate(db: TinyDB) -> Any:
    shelf(db)
    return [*db, *iter(db.table("empty"))]


@scenario
def read_before_anything_is_there(db: TinyDB) -> Any:
    return [db.all(), len(db), db.search(where("a") == 1), db.get(doc_id=1), db.remove(doc_ids=[1])]


@scenario
def change_what_was_read(db: TinyDB) -> Any:
    found = shelf(db).get(doc_id=1)
    found["seeds"].append("changed")
    db.clear_cache()
    return db.get(doc_id=1)


@scenario
def tables_stand_apart(db: TinyDB) -> Any:
    db.table("Plain").insert({"name": "capital"})
    db.table("plain").insert({"name": "small"})
    db.table("with space / \u2603 'quoted\"").insert({"name": "odd"})
    db.table("sqlite_sequence").insert({"name": "engine"})
    return [db.table(name).all() for name in ("Plain", "plain", "sqlite_sequence")]


@pytest.mark.parametrize("act", SCENARIOS.values(), ids=SCENARIOS)
def test_the_same_calls_give_what_tinydb_gives(act: Scenario, stock: TinyDB, ours: TinyDB) -> None:
    assert outcome(act, ours) == outcome(act, stock)


def queries() -> dict[str, Any]:
    """Every form that a query can have."""
    bread = Query()
    return {
        "==": bread.kind == "dark",
        "== none": bread.baker == None,  # noqa: E711  # TinyDB's way to ask for it
        "== a number that is a text": bread.kind == 3,
        "!=": bread.kind != "dark",
        "<": bread.price < 4,
        "<=": bread.price <= 4,
        ">": bread.price > 3,
        ">=": bread.price >= 3,
        "exists": bread.baker.exists(),
        "matches": bread.name.matches("r.e"),
        "matches, any case": bread.name.matches("R.E", flags=2),
        "search": bread.name.search("o"),
        "test": bread.price.test(lambda price, least: price > least, 3),
        "any of a list": bread.seeds.any(["poppy", "caraway"]),
        "any by a query": bread.seeds.any(Query().noop()),
        "all of a list": bread.seeds.all(["poppy"]),
        "one of": bread.kind.one_of(["dark", "sweet"]),
        "one of none": bread.kind.one_of([]),
        "one of a text": bread.kind.one_of("dark light"),
        "one of texts and numbers": bread.kind.one_of(["dark", 3]),
        "fragment": Query().fragment({"kind": "dark", "price": 5}),
        "noop": Query().noop(),
        "map": bread.name.map(str.upper) == "RYE",
        "deep": bread.baker.name == "Ada",
        "by index": bread["baker"]["name"] == "Bo",
        "and": (bread.kind == "dark") & (bread.price == 5),
        "or": (bread.kind == "dark") | (bread.name == "poppy"),
        "or with what no key answers": (bread.kind == "dark") | (bread.price == 3),
        "not": ~(bread.kind == "dark"),
        "not within and": ~((bread.kind == "dark") & (bread.name == "rye"))
        & (bread.kind == "dark"),
        "any callable": lambda document: document["name"] == "rye",
    }


QUERIES = queries()


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_every_form_of_query_finds_what_tinydb_finds(
    query: Any, stock: TinyDB, ours: TinyDB
) -> None:
    found, expected = shelf(ours).search(query), shelf(stock).search(query)
    assert plain(found) == plain(expected)
    assert ours.count(query) == len(expected)


def test_an_empty_query_is_refused_as_tinydb_refuses_it(stock: TinyDB, ours: TinyDB) -> None:
    for db in (stock, ours):
        with pytest.raises(RuntimeError, match="Empty query"):
            shelf(db).search(Query())


def naming(db: TinyDB) -> Any:
    told = [db.tables()]
    db.table("first").insert({"a": 1})
    db.insert({"b": 1})
    told.append(db.tables())
    db.table("first").truncate()
    told.append(db.tables())
    db.drop_table("first")
    db.drop_table("never there")
    told.append(db.tables())
    told.append(db.table("first").all())
    db.drop_tables()
    told.append(db.tables())
    db.table("kept", persist_empty=True, cache_size=0)
    told.append(db.tables())
    return told


def test_tables_come_and_go_as_in_tinydb(stock: TinyDB, place: Place) -> None:
    with Store(place, ()) as ours:
        assert naming(ours) == naming(stock)
