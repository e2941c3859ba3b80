"""What our tables do beyond TinyDB's: they outlive their process, never reuse an id, and stream."""

import pytest

from collector.errors import StoreError, Taken
from collector.store import Store
from collector.store.engine import Place
from collector.store.shape import Shape
from collector.words import say
from tests.engines import not_in_memory
from tests.store.test_rows import BREADS


@not_in_memory
def test_what_was_inserted_is_there_after_opening_again(place: Place) -> None:
    with Store(place) as store:
        store.table("Odd name").insert_multiple(BREADS)
    with Store(place) as again:
        assert [dict(each) for each in again.table("Odd name")] == BREADS


@not_in_memory
def test_an_id_is_never_given_twice(place: Place) -> None:
    with Store(place) as store:
        assert store.insert_multiple([{}, {}]) == [1, 2]
        store.remove(doc_ids=[2])
        assert store.insert({}) == 3
        store.truncate()
    with Store(place) as again:
        assert again.insert({}) == 4


def test_a_table_that_is_declared_is_emptied_when_it_is_dropped(place: Place) -> None:
    with Store(place) as store:
        store.table("ideas").insert({"ref": "a"})
        store.drop_table("ideas")
        assert store.table("ideas").all() == []
        store.table("ideas").insert({"ref": "a"})


def test_nan_is_refused(place: Place) -> None:
    with Store(place) as store, pytest.raises(ValueError, match="JSON"):
        store.insert({"price": float("nan")})


@pytest.mark.parametrize("name", ["x" * 62, "Long names of many words, each of them a big one"])
def test_a_table_whose_name_an_engine_would_cut_is_refused(place: Place, name: str) -> None:
    with Store(place) as store, pytest.raises(StoreError) as refused:
        store.table(name)
    assert repr(name) in say(refused.value.reason, refused.value.facts)


def test_long_names_that_differ_in_their_last_sign_name_two_tables(place: Place) -> None:
    names = ["x" * 60 + "a", "x" * 60 + "b", "Thirty signs, some are big: A", "B" * 30]
    with Store(place, ()) as store:
        for name in names:
            store.table(name).insert({"name": name})
        assert [store.table(name).all() for name in names] == [[{"name": name}] for name in names]
        assert store.tables() == {*names}


def test_a_unique_key_that_is_there_already_is_named(place: Place) -> None:
    shape = Shape("votes", keys=("round", "voter"), unique=(("round", "voter"),))
    with Store(place, [shape]) as store:
        votes = store.table("votes")
        votes.insert({"round": "one", "voter": "a"})
        votes.insert({"round": "two", "voter": "a"})
        with pytest.raises(Taken) as taken:
            votes.update({"round": "one"}, doc_ids=[2])
        assert taken.value.facts == {"table": "votes", "key": "round, voter"}


def test_a_long_read_does_not_stay_open_while_its_reader_thinks(place: Place) -> None:
    with Store(place) as store:
        store.insert_multiple({"n": n} for n in range(1200))
        reader = iter(store)
        next(reader)
        store.insert({"n": 1200})
        assert [each["n"] for each in reader] == list(range(1, 1201))


def test_documents_of_any_size_are_read_by_pages(place: Place) -> None:
    with Store(place) as store:
        store.insert_multiple({"n": n, "text": "x" * 400_000} for n in range(12))
        assert [each["n"] for each in store] == list(range(12))


def test_documents_are_counted_by_their_keys_and_read_from_any_id_on(place: Place) -> None:
    shape = Shape("votes", keys=("round", "voter"))
    with Store(place, [shape]) as store:
        votes = store.table("votes")
        votes.insert_multiple({"round": n, "voter": v} for n in ("one", "two") for v in "abc")
        assert votes.number() == 6
        assert votes.number(round="one") == 3
        assert votes.number(round=("one", "two"), voter="a") == 2
        assert votes.has(round="two", voter=("x", "a"))
        assert not votes.has(round="two", voter="x")
        assert not votes.has(round=None)
        assert not votes.has(round="\0")
        assert votes.number(round=None) == votes.number(round="\0") == 0
        assert [each.doc_id for each in votes.find(2, round="one")] == [3]
        assert [each.doc_id for each in votes.find(4)] == [5, 6]
