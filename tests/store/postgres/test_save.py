"""What a PostgreSQL keeps, written into an SQLite file that is a store itself."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from tinydb.table import Document

from collector.store import Store
from collector.store.document import encode
from tests.store.filled import plant

pytestmark = pytest.mark.postgres


def everything(store: Store) -> dict[str, list[tuple[int, str]]]:
    """Ids and texts of all documents, by table."""
    return {
        name: [(each.doc_id, encode(each)) for each in store.table(name)] for name in store.tables()
    }


def test_it_holds_what_the_database_holds(store: Store, tmp_path: Path) -> None:
    plant(store)
    store.table("Odd name").insert(Document({"nul \0": "\ud800"}, doc_id=70))
    store.save(tmp_path / "copy.db")
    with Store(tmp_path / "copy.db") as copy:
        assert everything(copy) == everything(store)
        assert list(copy.table("ideas").find(challenge="bread", state="approved"))


def test_an_id_that_was_given_is_not_given_again_in_the_copy(store: Store, tmp_path: Path) -> None:
    rows = store.table("ideas").insert_multiple([{"ref": "a"}, {"ref": "b"}])
    store.table("ideas").remove(doc_ids=rows)
    store.save(tmp_path / "copy.db")
    with Store(tmp_path / "copy.db") as copy:
        assert copy.table("ideas").insert({"ref": "c"}) == rows[-1] + 1
        assert copy.table("replies").insert({"ref": "first"}) == 1


def test_it_is_as_of_one_commit_while_others_write(store: Store, tmp_path: Path) -> None:
    stop = threading.Event()

    def keep_pairs() -> None:
        number = 0
        while not stop.is_set():
            number += 1

            def act(store: Store, ref: str = f"{number}") -> None:
                store.table("replies").insert({"ref": ref})
                store.table("ideas").insert({"ref": ref, "text": "x" * 2000})

            store.transact(act)

    writer = threading.Thread(target=keep_pairs)
    writer.start()
    try:
        for n in range(5):
            path = tmp_path / f"copy {n}.db"
            store.save(path)
            with closing(sqlite3.connect(path)) as copy:
                ideas, replies = (
                    copy.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
                    for name in ("t_ideas", "t_replies")
                )
            assert ideas == replies
    finally:
        stop.set()
        writer.join()
    assert ideas


def test_a_file_that_stands_there_is_not_written_over(store: Store, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("somebody's")
    with pytest.raises(FileExistsError):
        store.save(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "somebody's"
