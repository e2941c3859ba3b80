"""A store of another version: brought up after a backup, or refused; its documents stay."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import where

from collector.errors import Taken, Unreadable
from collector.store import Store, migrate
from collector.store.shape import Shape
from collector.words import say

OLDER = """
CREATE TABLE meta (name VARCHAR(40) NOT NULL PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO meta VALUES ('version', '1');
CREATE TABLE t_loaves (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, doc TEXT NOT NULL,
    ref VARCHAR(200), UNIQUE (ref)
);
CREATE TABLE t_default_of_somebody (id INTEGER PRIMARY KEY AUTOINCREMENT, doc TEXT NOT NULL);
"""
"""The tables as version 1 made them: no column for what a loaf is baked of."""

SHAPES = (
    Shape("loaves", ("ref", "grain"), unique=(("ref",),), index=(("grain",),)),
    Shape("rolls", ("ref",), unique=(("ref",),)),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of version 1 with a thousand loaves, the last one thrown away."""
    path = tmp_path / "garden.db"
    with sqlite3.connect(path) as older:
        older.executescript(OLDER)
        for n in range(1001):
            loaf = {"ref": f"loaf {n}", "grain": "rye" if n % 2 else "wheat"}
            older.execute(
                "INSERT INTO t_loaves (doc, ref) VALUES (?, ?)", (json.dumps(loaf), loaf["ref"])
            )
        older.execute("DELETE FROM t_loaves WHERE id = 1001")
    older.close()
    return path


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def store(path: Path, backups: Path) -> Iterator[Store]:
    with Store(path, SHAPES, backups) as opened:
        yield opened


def test_an_older_store_keeps_its_documents_and_their_ids(store: Store) -> None:
    loaves = store.table("loaves")
    assert len(loaves) == 1000
    assert loaves.get(doc_id=7) == {"ref": "loaf 6", "grain": "wheat"}


def test_a_new_key_is_filled_from_what_the_documents_hold(store: Store) -> None:
    assert len(list(store.table("loaves").find(grain="rye"))) == 500
    assert len(store.table("loaves").search(where("grain") == "wheat")) == 500


def test_what_was_unique_stays_unique(store: Store) -> None:
    with pytest.raises(Taken):
        store.table("loaves").insert({"ref": "loaf 3"})


def test_a_new_table_is_there(store: Store) -> None:
    assert store.table("rolls").insert({"ref": "first"}) == 1


def test_an_id_that_was_given_before_is_not_given_again(store: Store) -> None:
    assert store.table("loaves").insert({"ref": "new"}) == 1002


def test_it_is_brought_up_once(store: Store, path: Path, backups: Path) -> None:
    with Store(path, SHAPES, backups) as again:
        assert len(again.table("loaves")) == 1000
    assert len(list(backups.glob("*.db"))) == 1


def test_before_it_a_copy_is_made_that_the_older_kit_can_read(store: Store, backups: Path) -> None:
    (copy,) = backups.glob("*.db")
    with sqlite3.connect(copy) as older:
        assert older.execute("SELECT value FROM meta").fetchone() == ("1",)
        assert older.execute("SELECT count(*) FROM t_loaves").fetchone() == (1000,)
    older.close()


def test_without_a_folder_for_that_copy_it_is_refused(path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        Store(path, SHAPES)
    assert refused.value.reason == "store-older"
    assert "version 1" in say(refused.value.reason, refused.value.facts)


def test_a_newer_store_is_refused_and_left_as_it_is(path: Path, backups: Path) -> None:
    with sqlite3.connect(path) as newer:
        newer.execute("UPDATE meta SET value = ?", (str(migrate.VERSION + 1),))
    newer.close()
    with pytest.raises(Unreadable) as refused:
        Store(path, SHAPES, backups)
    assert refused.value.reason == "store-newer"
    assert not backups.exists()


def shout(document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "grain": document["grain"].upper()}


def test_a_step_changes_each_document_and_its_keys(
    path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "STEPS", {2: {"loaves": shout}})
    with Store(path, SHAPES, backups) as store:
        assert len(list(store.table("loaves").find(grain="RYE"))) == 500
        assert {each["grain"] for each in store.table("loaves")} == {"RYE", "WHEAT"}


def fail(document: dict[str, Any]) -> dict[str, Any]:
    if document["ref"] == "loaf 700":
        raise KeyError("burnt")
    return document


def test_a_step_that_fails_leaves_the_store_as_it_was(
    path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "STEPS", {2: {"loaves": fail}})
    with pytest.raises(KeyError):
        Store(path, SHAPES, backups)
    monkeypatch.undo()
    with Store(path, SHAPES, backups) as store:
        assert len(list(store.table("loaves").find(grain="rye"))) == 500
