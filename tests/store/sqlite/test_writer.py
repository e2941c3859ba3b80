"""The writer between threads and processes, and when it dies."""

import signal
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from collector.errors import Unavailable
from collector.garden import Garden
from collector.store import Store
from collector.store.lock import locked
from collector.store.sqlite import writer

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

VISITORS = """
import os, sys, threading
from pathlib import Path
from collector.store import Store

path, name, most = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
store = Store(path)

def visitor(number):
    for n in range(most):
        ref = f"{name} {number} {n}"
        store.table("ideas").insert({"ref": ref, "text": "x" * 400})
        os.write(1, f"{ref}\\n".encode())

threads = [threading.Thread(target=visitor, args=(n,)) for n in range(8)]
for each in threads:
    each.start()
for each in threads:
    each.join()
"""


class Collector:
    """A process of eight visitors, who say aloud what was acknowledged."""

    def __init__(self, path: Path, name: str, most: int = 1_000_000) -> None:
        self.heard = path.with_name(f"heard {name}")
        with self.heard.open("wb") as heard:
            self.process = subprocess.Popen(
                [sys.executable, "-c", VISITORS, str(path), name, str(most)], stdout=heard
            )

    def acknowledged(self) -> list[str]:
        return self.heard.read_text().splitlines()


def kept(path: Path) -> Counter[str]:
    with Store(path) as store:
        return Counter(each["ref"] for each in store.table("ideas"))


def test_what_was_acknowledged_outlives_killed_processes(tmp_path: Path) -> None:
    acknowledged: list[str] = []
    for turn in range(3):
        collectors = [Collector(tmp_path / "a.db", f"{turn}-{n}") for n in range(2)]
        deadline = time.monotonic() + 30
        while any(len(each.acknowledged()) < 150 for each in collectors):
            assert time.monotonic() < deadline
            time.sleep(0.005 * (turn + 1))
        for each in collectors:
            each.process.send_signal(signal.SIGKILL)
        for each in collectors:
            each.process.wait()
            acknowledged += each.acknowledged()
        found = kept(tmp_path / "a.db")
        assert [ref for ref in acknowledged if found[ref] != 1] == []
        assert len(found) == found.total()


def test_four_processes_of_eight_threads_lose_and_double_nothing(tmp_path: Path) -> None:
    collectors = [Collector(tmp_path / "a.db", f"{n}", most=25) for n in range(4)]
    assert [each.process.wait() for each in collectors] == [0, 0, 0, 0]
    acknowledged = [ref for each in collectors for ref in each.acknowledged()]
    assert len(acknowledged) == 4 * 8 * 25
    assert kept(tmp_path / "a.db") == Counter(acknowledged)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_writer_that_dies_tells_its_callers_why_and_the_next_act_works(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise MemoryError("no memory left")

    with monkeypatch.context() as broken:
        broken.setattr(writer.Writer, "_commit", die)
        with ThreadPoolExecutor(8) as visitors:
            acts = [visitors.submit(store.insert, {"n": n}) for n in range(20)]
        told = [each.exception() for each in acts]
    assert {type(each) for each in told} == {Unavailable}
    assert {each.facts["cause"] for each in told if isinstance(each, Unavailable)} == {
        "no memory left"
    }
    assert store.insert({"n": "next"}) == 1


def test_an_act_whose_turn_does_not_come_is_not_done_later(
    store: Store, garden: Garden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "PATIENCE", 0.05)
    with locked(garden.database.with_name("garden.db.lock")):
        with pytest.raises(Unavailable) as refused:
            store.insert({"n": "no turn"})
        assert refused.value.reason == "store-busy"
    monkeypatch.setattr(writer, "PATIENCE", 10)
    store.insert({"n": "later"})
    assert [each["n"] for each in store] == ["later"]


def test_a_lock_file_that_can_not_be_opened_is_told_and_the_next_act_works(
    store: Store, garden: Garden
) -> None:
    lock = garden.database.with_name("garden.db.lock")
    lock.unlink()
    lock.mkdir()
    with pytest.raises(Unavailable) as refused:
        store.insert({})
    assert str(lock) in str(refused.value.facts["cause"])
    lock.rmdir()
    store.insert({})
