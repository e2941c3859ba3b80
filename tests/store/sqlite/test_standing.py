"""What somebody does to the store's files while it is open: nothing acknowledged is lost by it."""

import subprocess
import sys
from pathlib import Path

import pytest

from collector.errors import Unavailable, Unreadable
from collector.store import Store
from collector.words import say

LOOK = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1])
print(*(ref for (ref,) in other.execute("SELECT ref FROM t_ideas ORDER BY id")), sep=",")
other.close()
"""


def refs(store: Store) -> list[str]:
    return [each["ref"] for each in store.table("ideas")]


def keep(store: Store, ref: str) -> None:
    store.table("ideas").insert({"ref": ref})


def seen_by_another_process(path: Path) -> list[str]:
    """It opens the file and closes it again: the last to close a file removes its log."""
    told = subprocess.run(
        [sys.executable, "-I", "-S", "-c", LOOK, path], capture_output=True, text=True, check=True
    )
    return told.stdout.strip().split(",")


def test_a_store_opened_twice_in_one_process_keeps_its_log(tmp_path: Path) -> None:
    """Had anybody but SQLite opened and closed the file, its locks and then its log were gone."""
    with Store(tmp_path / "a.db") as store:
        keep(store, "first")
        Store(tmp_path / "a.db").close()
        assert seen_by_another_process(tmp_path / "a.db") == ["first"]
        keep(store, "second")
        assert seen_by_another_process(tmp_path / "a.db") == ["first", "second"]


@pytest.mark.parametrize("endings", [["-wal"], ["-shm"], ["-wal", "-shm"]], ids="+".join)
@pytest.mark.parametrize("reads_first", [True, False], ids=["read", "written"])
def test_a_log_that_is_taken_away_under_a_writer_takes_nothing_along(
    tmp_path: Path, endings: list[str], reads_first: bool
) -> None:
    with Store(tmp_path / "a.db") as store, Store(tmp_path / "a.db") as idle:
        keep(store, "before")
        assert refs(store) == refs(idle) == ["before"]
        for ending in endings:
            (tmp_path / f"a.db{ending}").unlink()
        if reads_first:
            assert refs(store) == ["before"]
        keep(store, "after")
        assert refs(store) == refs(idle) == ["before", "after"]
        keep(idle, "later")
        assert seen_by_another_process(tmp_path / "a.db") == ["before", "after", "later"]
    assert seen_by_another_process(tmp_path / "a.db") == ["before", "after", "later"]


def test_a_file_taken_away_from_its_log_is_not_made_anew(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.db")
    keep(store, "kept")
    (tmp_path / "a.db").rename(tmp_path / "aside")
    log = (tmp_path / "a.db-wal").read_bytes()
    with pytest.raises(Unavailable) as refused:
        Store(tmp_path / "a.db")
    assert str(tmp_path / "a.db-wal") in say(refused.value.reason, refused.value.facts)
    assert (tmp_path / "a.db-wal").read_bytes() == log
    (tmp_path / "aside").rename(tmp_path / "a.db")
    with Store(tmp_path / "a.db") as again:
        assert refs(again) == ["kept"]
    store.close()


def test_an_emptied_file_is_no_new_one_and_its_log_stays(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.db")
    keep(store, "kept")
    log = (tmp_path / "a.db-wal").read_bytes()
    (tmp_path / "a.db").write_bytes(b"")
    for act in (
        lambda: Store(tmp_path / "a.db"),
        lambda: refs(store),
        lambda: keep(store, "new"),
    ):
        with pytest.raises(Unreadable) as refused:
            act()
        assert refused.value.reason == "store-damaged"
        assert refused.value.facts["path"] == tmp_path / "a.db"
        assert (tmp_path / "a.db-wal").read_bytes() == log
    store.close()


def test_a_store_whose_making_was_cut_short_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_short(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(
            "collector.store.database.bring_up", lambda engine, *_: engine.prepare(cut_short)
        )
        with pytest.raises(KeyboardInterrupt):
            Store(tmp_path / "a.db")
    assert not (tmp_path / "a.db").exists()
    with Store(tmp_path / "a.db") as store:
        keep(store, "kept")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.db", "a.db.lock"]


def test_whoever_lets_the_old_file_go_takes_nothing_of_the_new_one_along(tmp_path: Path) -> None:
    """SQLite removes a log by its name, and the new file's bears the same."""
    with Store(tmp_path / "b.db") as made:
        keep(made, "of the new")
    with Store(tmp_path / "a.db") as one, Store(tmp_path / "a.db") as other:
        keep(one, "of the old")
        keep(other, "of the old, too")
        assert refs(one) == refs(other)
        for ending in ("-wal", "-shm"):
            (tmp_path / f"a.db{ending}").unlink()
        (tmp_path / "b.db").rename(tmp_path / "a.db")
        keep(one, "first")
        assert refs(other) == ["of the new", "first"]
        keep(other, "second")
        assert refs(one) == refs(other) == ["of the new", "first", "second"]
        keep(one, "third")
        expected = ["of the new", "first", "second", "third"]
        assert seen_by_another_process(tmp_path / "a.db") == expected
    assert seen_by_another_process(tmp_path / "a.db") == expected
