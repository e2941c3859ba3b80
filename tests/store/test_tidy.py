"""What was removed is in no byte of the database's files."""

import random
from pathlib import Path

import pytest

from collector.errors import Unavailable
from collector.store import Store
from collector.store.sqlite import engine
from tests.engines import on_file


def holding(folder: Path, word: str) -> list[str]:
    return [each.name for each in folder.iterdir() if word.encode() in each.read_bytes()]


def word(number: int) -> str:
    return f"walnut-{number:05}"


def write_much(store: Store, seed: int) -> list[int]:
    """Documents that grow, shrink and move from page to page; those that stay in the end."""
    chance = random.Random(seed)
    rows = store.table("ideas")
    ids = [rows.insert({"text": word(n) * chance.randint(1, 400)}) for n in range(300)]
    for _ in range(300):
        number = chance.randrange(300)
        text = word(number) * chance.randint(1, 400)
        rows.update({"text": text}, doc_ids=[ids[number]])
    gone = chance.sample(range(300), 100)
    rows.update({"text": ""}, doc_ids=[ids[n] for n in gone[:50]])
    rows.remove(doc_ids=[ids[n] for n in gone[50:]])
    return gone


@pytest.mark.parametrize("seed", range(3))
def test_nothing_of_what_was_changed_or_removed_is_left(tmp_path: Path, seed: int) -> None:
    with Store(tmp_path / "garden.db") as store:
        gone = write_much(store, seed)
        store.tidy()
        assert {number: holding(tmp_path, word(number)) for number in gone} == {
            number: [] for number in gone
        }
        stays = next(n for n in range(300) if n not in gone)
        assert holding(tmp_path, word(stays)) == ["garden.db"]


def test_a_large_file_is_not_written_anew_but_its_log_is_emptied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LIGHT", 0)
    with Store(tmp_path / "garden.db") as store:
        row = store.table("ideas").insert({"text": "walnut"})
        store.table("ideas").remove(doc_ids=[row])
        assert holding(tmp_path, "walnut") == ["garden.db-wal"]
        inode = (tmp_path / "garden.db").stat().st_ino
        store.tidy()
        assert holding(tmp_path, "walnut") == []
        assert (tmp_path / "garden.db-wal").stat().st_size == 0
        assert (tmp_path / "garden.db").stat().st_ino == inode


def test_the_store_goes_on_as_before(store: Store) -> None:
    rows = store.table("ideas")
    ids = [rows.insert({"ref": f"{n}"}) for n in range(3)]
    rows.remove(doc_ids=[ids[2]])
    store.tidy()
    assert [each["ref"] for each in rows] == ["0", "1"]
    assert rows.insert({"ref": "3"}) > ids[2]
    store.tidy()
    assert len(rows) == 3


def test_others_read_and_write_meanwhile(tmp_path: Path) -> None:
    with Store(tmp_path / "garden.db") as one, Store(tmp_path / "garden.db") as other:
        for n in range(50):
            one.table("ideas").insert({"ref": f"{n}"})
            other.tidy()
        assert len(other.table("ideas")) == 50


@on_file
def test_while_somebody_reads_on_it_is_tried_again_later(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("collector.store.sqlite.connection.PATIENCE", 0)
    store.table("ideas").insert_multiple({"ref": f"{n}"} for n in range(600))
    with store.storage.reading() as reader:
        reader.run("BEGIN")
        reader.run("SELECT count(*) FROM t_ideas").fetchone()
        store.table("ideas").insert({"ref": "x"})
        with pytest.raises(Unavailable, match="store-busy"):
            store.tidy()
        reader.run("COMMIT")
    store.tidy()
