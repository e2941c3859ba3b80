"""The store's file or its log is cut, or bits of it flip.

A log cut anywhere leaves the first so many commits, whole. A file that is cut or flipped is refused
wherever SQLite can tell; where it can't, is written beside each test.
"""

import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tinydb import where

from collector.errors import StoreError, Unreadable
from collector.store import Store
from collector.store.shape import Shape
from collector.words import say

SHELF = Shape("shelf", keys=("bread",), index=(("bread",),))

COMMITS = 24
SEED = 20261120

WRITER = """
import os, signal, sys
from pathlib import Path
from tinydb import where
from collector.store import Store
from tests.faults.test_cuts import SHELF

store = Store(Path(sys.argv[1]), [SHELF])
shelf = store.table("shelf")
shelf.insert({"last": 0})

def bake(n):
    def act(store):
        shelf.insert_multiple({"bread": str(n), "text": "x" * (n * 997 % 3000)} for _ in range(3))
        shelf.update({"last": n}, doc_ids=[1])
        shelf.remove(where("bread") == str(n - 10))
    return act

for n in range(1, int(sys.argv[2]) + 1):
    store.transact(bake(n))
    os.write(1, b"%d\\n" % n)
    if n == int(sys.argv[3]):
        with store.storage.reading() as connection:
            connection.run("PRAGMA wal_checkpoint(truncate)")
os.kill(os.getpid(), signal.SIGKILL)
"""
"""Each commit adds three breads, removes three old ones, and counts up: it shows if it is whole."""


@pytest.fixture
def path() -> Iterator[Path]:
    """Where a store may be put; in memory where that can be, for nothing here asks for a sync."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    yield folder / "a.db"
    shutil.rmtree(folder)


def written(folder: Path, checkpoint: int = 0) -> Path:
    """A store whose writer was killed after so many acknowledged commits; its log is beside it."""
    folder.mkdir()
    told = subprocess.run(
        [sys.executable, "-c", WRITER, str(folder / "a.db"), str(COMMITS), str(checkpoint)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert told.stdout.split() == [str(n) for n in range(1, COMMITS + 1)], told.stderr
    return folder / "a.db"


@pytest.fixture(scope="module")
def stopped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("cuts") / "stopped")


@pytest.fixture(scope="module")
def stopped_later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half of its commits are in the file, half in the log."""
    return written(tmp_path_factory.mktemp("cuts") / "later", checkpoint=COMMITS // 2)


@pytest.fixture(scope="module")
def whole(stopped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same store, closed: all of it is in the file."""
    path = tmp_path_factory.mktemp("whole") / "a.db"
    for ending in ("", "-wal"):
        shutil.copy(f"{stopped}{ending}", f"{path}{ending}")
    Store(path, [SHELF]).close()
    assert not path.with_name("a.db-wal").exists()
    return path


class Log:
    """SQLite's log: a header, then frames of a page each; a frame that ends a commit says so."""

    HEADER, FRAME = 32, 24

    def __init__(self, path: Path) -> None:
        self.content = path.read_bytes()
        page = int.from_bytes(self.content[8:12], "big")
        self.frames = range(self.HEADER, len(self.content), page + self.FRAME)

    def commits(self, cut: int) -> int:
        """How many commits are whole if only so many bytes are left."""
        return sum(
            at + self.frames.step <= cut and self.content[at + 4 : at + 8] != bytes(4)
            for at in self.frames
        )

    def cuts(self, most: int) -> list[int]:
        """Borders, some bytes beside them, and others anywhere; so many of them."""
        size, chance = len(self.content), random.Random(SEED)
        edges = {0, 1, self.HEADER - 1, self.HEADER, size - 1, size}
        beside = {at + step for at in self.frames for step in (-1, 0, 1, 8, self.FRAME)}
        anywhere = {chance.randrange(size) for _ in range(most // 3)}
        chosen = chance.sample(sorted(beside), min(most, len(beside)))
        return sorted(edges | {*chosen} | anywhere)


def as_after(commits: int) -> list[dict[str, Any]]:
    """What the store holds after so many commits, without the texts; -1: before the first."""
    if commits < 0:
        return []
    breads = [n for n in range(max(1, commits - 9), commits + 1) for _ in range(3)]
    return [{"last": commits}, *({"bread": str(n)} for n in breads)]


def held(store: Store) -> list[dict[str, Any]]:
    kept = []
    for document in store.table("shelf"):
        text = document.pop("text", None)
        assert text is None or text == "x" * (int(document["bread"]) * 997 % 3000)
        kept.append(dict(document))
    return kept


def each_cut_leaves_whole_commits(source: Path, path: Path, before: int, most: int) -> None:
    log = Log(source.with_name("a.db-wal"))
    assert before + log.commits(len(log.content)) == COMMITS
    seen = set()
    for cut in log.cuts(most):
        shutil.copy(source, path)
        path.with_name("a.db-wal").write_bytes(log.content[:cut])
        commits = before + log.commits(cut)
        seen.add(commits)
        with Store(path, [SHELF]) as store:
            assert held(store) == as_after(commits), cut
            store.table("shelf").insert({"bread": "new"})
        with Store(path, [SHELF]) as again:
            assert held(again) == [*as_after(commits), {"bread": "new"}], cut
    assert len(seen) > (COMMITS - before) // 2


def test_a_log_cut_anywhere_leaves_an_exact_prefix_of_commits(stopped: Path, path: Path) -> None:
    each_cut_leaves_whole_commits(stopped, path, -1, 80)


def test_a_log_cut_anywhere_leaves_what_was_in_the_file_before_it(
    stopped_later: Path, path: Path
) -> None:
    each_cut_leaves_whole_commits(stopped_later, path, COMMITS // 2, 40)


@pytest.mark.soak
def test_logs_cut_at_two_thousand_places(stopped: Path, stopped_later: Path, path: Path) -> None:
    each_cut_leaves_whole_commits(stopped, path, -1, 1500)
    each_cut_leaves_whole_commits(stopped_later, path, COMMITS // 2, 1500)


def looked_through(path: Path) -> list[dict[str, Any]] | StoreError:
    """What the kit tells of a file: its documents, or why it can't. Any other error is a fault."""
    try:
        with Store(path, [SHELF]) as store:
            shelf = store.table("shelf")
            kept = [dict(each) for each in shelf]
            for number in (0, COMMITS, COMMITS + 1):
                list(shelf.find(bread=str(number)))
            shelf.get(doc_id=1)
            len(shelf)
            shelf.update({"seen": True}, where("bread") == str(COMMITS))
            shelf.insert({"bread": "new"})
            return kept
    except StoreError as error:
        return error


def is_whole(path: Path) -> bool:
    """What `doctor` asks SQLite, and what a backup is checked by."""
    try:
        with closing(sqlite3.connect(path)) as driver:
            return driver.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def put(path: Path, content: bytes) -> None:
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    path.write_bytes(content)


def names_file_and_remedy(error: StoreError, path: Path) -> bool:
    told = say(error.reason, error.facts)
    return str(path) in told and ("backup" in told or "right to write" in told)


def test_a_file_cut_anywhere_is_refused(whole: Path, path: Path) -> None:
    content, chance = whole.read_bytes(), random.Random(SEED)
    pages = range(0, len(content), 4096)
    beside = [at + step for at in pages for step in (0, 1, 100, 4000)]
    for cut in [*beside, *(chance.randrange(len(content)) for _ in range(60))]:
        put(path, content[:cut])
        told = looked_through(path)
        assert isinstance(told, Unreadable), cut
        assert names_file_and_remedy(told, path)
    put(path, content)
    assert isinstance(looked_through(path), list)


@pytest.mark.parametrize(
    "count", [600, pytest.param(20_000, marks=pytest.mark.soak)], ids=["some", "many"]
)
def test_a_flipped_bit_is_told_or_changes_nothing_but_what_sqlite_can_not_tell(
    whole: Path, path: Path, count: int
) -> None:
    """Which is: a sign within a text, for SQLite keeps no checksums; and where the flip makes a
    page forget a row, SQLite tells when it is asked for the integrity of all, not when it reads.
    """
    content, chance = whole.read_bytes(), random.Random(SEED)
    put(path, content)
    expected = looked_through(path)
    assert isinstance(expected, list)
    outcomes = {"refused": 0, "same": 0}
    for number in range(count):
        page = chance.randrange(len(content) // 4096) * 4096
        at = page + chance.randrange(40) if number % 2 else chance.randrange(len(content))
        flipped = bytearray(content)
        flipped[at] ^= 1 << chance.randrange(8)
        put(path, bytes(flipped))
        told = looked_through(path)
        if isinstance(told, StoreError):
            outcomes["refused"] += 1
            assert names_file_and_remedy(told, path), (at, told)
        elif told == expected:
            outcomes["same"] += 1
        else:
            put(path, bytes(flipped))
            assert not is_whole(path) or len(told) == len(expected), at
    assert min(outcomes.values()) > count // 20


def test_rows_in_disorder_are_not_read_in_circles(path: Path) -> None:
    """A row before it is its id: the last of three claims to be the first."""
    with Store(path, ()) as store:
        store.insert_multiple({"name": name} for name in ("rye", "walnut", "poppy"))
    content = bytearray(path.read_bytes())
    at = content.index(b'{"name":"poppy"}') - 4
    assert content[at] == 3
    content[at] = 1
    put(path, bytes(content))
    with Store(path, ()) as store, pytest.raises(Unreadable) as told:
        store.all()
    assert names_file_and_remedy(told.value, path)
