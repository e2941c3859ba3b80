"""An older store on PostgreSQL is brought up as one in a file is: after a backup, in one commit."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from collector.errors import Taken, Unreadable
from collector.store import Store, migrate
from collector.store.shape import Shape
from tests.postgres import Server

pytestmark = pytest.mark.postgres

OLDER = (Shape("loaves", ("ref", "old"), unique=(("ref",),), index=(("old",),)),)
SHAPES = (
    Shape("loaves", ("ref", "grain"), unique=(("ref",),), index=(("grain",),)),
    Shape("rolls", ("ref",), unique=(("ref",),)),
)


@pytest.fixture
def url(postgres: Server, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of the version before this one, with a thousand loaves, the last one thrown away."""
    url = postgres.fresh()
    with monkeypatch.context() as before:
        before.setattr(migrate, "VERSION", migrate.VERSION - 1)
        with Store(url, OLDER) as store:
            loaves = store.table("loaves")
            rows = loaves.insert_multiple(
                {"ref": f"loaf {n}", "grain": "rye" if n % 2 else "wheat"} for n in range(1001)
            )
            loaves.remove(doc_ids=rows[-1:])
            store.table("Somebody's").insert({"n": 1})
    return url


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def store(url: str, backups: Path) -> Iterator[Store]:
    with Store(url, SHAPES, backups) as opened:
        yield opened


def test_documents_ids_and_keys_are_as_the_new_version_has_them(store: Store) -> None:
    loaves = store.table("loaves")
    assert len(loaves) == 1000
    assert loaves.get(doc_id=7) == {"ref": "loaf 6", "grain": "wheat"}
    assert loaves.number(grain="rye") == 500
    assert loaves.insert({"ref": "new"}) == 1002
    with pytest.raises(Taken):
        loaves.insert({"ref": "loaf 3"})
    assert store.table("rolls").insert({"ref": "first"}) == 1


def test_before_it_a_copy_is_made_of_all_that_stands(store: Store, backups: Path) -> None:
    (copy,) = backups.glob("*.db")
    with closing(sqlite3.connect(copy)) as older:
        kept = older.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
        assert kept == (str(migrate.VERSION - 1),)
        assert older.execute("SELECT count(*) FROM t_loaves").fetchone() == (1000,)
    with Store(copy, SHAPES, backups) as brought_up:
        assert brought_up.table("Somebody's").all() == [{"n": 1}]


def test_it_is_brought_up_once(store: Store, url: str, backups: Path) -> None:
    with Store(url, SHAPES, backups) as again:
        assert len(again.table("loaves")) == 1000
    assert len(list(backups.glob("*.db"))) == 1


def test_without_a_folder_for_that_copy_it_is_refused(url: str) -> None:
    with pytest.raises(Unreadable) as refused:
        Store(url, SHAPES)
    assert refused.value.reason == "store-older"


def fail(document: dict[str, Any]) -> dict[str, Any]:
    if document["ref"] == "loaf 700":
        raise KeyError("burnt")
    return document


def test_a_step_that_fails_leaves_the_store_as_it_was(
    url: str, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(migrate, "STEPS", {migrate.VERSION: {"loaves": fail}})
        with pytest.raises(KeyError):
            Store(url, SHAPES, backups)
    with Store(url, SHAPES, backups) as store:
        assert store.table("loaves").number(grain="rye") == 500
