"""A download for which there is no room, or that nobody takes to its end, leaves nothing behind."""

import gc
import http.client
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from flask import Flask

from collector.acts import people
from collector.cli.place import now
from collector.entries import Idea, Role, State, new_reference, to_document
from collector.garden import Garden
from collector.jobs import rebuild
from collector.store import Store
from collector.web import create_app
from tests.faults.crowd import BRIEF, SETTINGS, until, workers_of
from tests.faults.disks import read_only, small_disk
from tests.faults.test_disk import full
from tests.gardens import lay_out
from tests.served import serving
from tests.web.desk.staff import PASSWORD, Person, let_in
from tests.web.gardens import NOW
from tests.web.visitor import Clock

LETTERS = 10_000
"""Of each title; a workbook can't pack them to less than half."""

MEGABYTE = 1_000_000

LEAVES_FILES_TO_MEMORY = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)
"""XlsxWriter, where it fails, closes its files only as its memory is freed, and Python says so."""

FORMATS = ["csv", "json", "ods", pytest.param("xlsx", marks=LEAVES_FILES_TO_MEMORY)]

Trouble = Callable[[Path], AbstractContextManager[None]]


@pytest.fixture
def garden(tmp_path: Path) -> Iterator[Garden]:
    with small_disk(tmp_path / "var", 10):
        garden = lay_out(tmp_path, {"bread": BRIEF}, SETTINGS)
        with Store.open(garden) as store:
            rebuild(garden, store, NOW)
            keep(store, MEGABYTE)
        yield garden


@pytest.fixture
def owner(garden: Garden) -> Iterator[Person]:
    app: Flask = create_app(garden, clock=Clock(NOW))
    yield let_in(app, "ada", Role.OWNER)
    app.extensions["garden"].store.close()


def keep(store: Store, letters: int) -> None:
    """Ideas with so many letters in all."""
    store.table("ideas").insert_multiple(
        to_document(
            Idea(
                ref=new_reference(),
                challenge="bread",
                form="idea",
                form_hash="h",
                answers={"title": new_reference(LETTERS)},
                state=State.APPROVED,
                received=NOW,
            )
        )
        for _ in range(letters // LETTERS)
    )


def downloads(owner: Person, suffix: str) -> tuple[int, str]:
    page = owner.gets(f"/desk/challenges/bread/download.{suffix}")
    gc.collect()
    return page.status, "" if page.status == 200 else page.text


def left(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if "garden.db" not in path.name}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("trouble", [full, read_only])
def test_an_owner_is_told_that_there_is_no_room(
    owner: Person, garden: Garden, trouble: Trouble, suffix: str
) -> None:
    before = left(garden.var)
    with trouble(garden.var):
        status, told = downloads(owner, suffix)
        assert status == 400
        assert f"can't be made in {garden.var}" in told
        assert owner.gets("/desk/").status == 200
    assert left(garden.var) == before
    assert downloads(owner, suffix) == (200, "")


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_disk_that_fills_up_while_a_file_is_made_is_free_again(
    owner: Person, garden: Garden, suffix: str
) -> None:
    before = left(garden.var)
    assert downloads(owner, suffix) == (200, "")
    garden.var.joinpath("filling").write_bytes(os.urandom(room(garden) - MEGABYTE // 2))
    free = room(garden)
    status, told = downloads(owner, suffix)
    assert status == 400
    assert "No space left on device" in told
    assert room(garden) == free
    garden.var.joinpath("filling").unlink()
    assert left(garden.var) == before
    assert downloads(owner, suffix) == (200, "")


def room(garden: Garden) -> int:
    """Bytes that are free."""
    return psutil.disk_usage(str(garden.var)).free


def test_a_browser_that_goes_away_holds_no_file(tmp_path: Path) -> None:
    garden = lay_out(tmp_path, {"bread": BRIEF}, SETTINGS)
    with serving(tmp_path) as served, Store.open(garden) as store:
        keep(store, 20 * MEGABYTE)
        token = people.redeem(store, people.welcome(store, now()), PASSWORD, now(), name="ada")
        gone = http.client.HTTPConnection(urlsplit(served.address).netloc, timeout=60)
        address = "/desk/challenges/bread/download.csv"
        gone.request("GET", address, headers={"Cookie": f"ig_desk={token}"})
        answer = gone.getresponse()
        assert int(answer.headers["Content-Length"]) > 20 * MEGABYTE
        answer.read(1000)
        assert held(workers_of(served)) == 1
        answer.close()
        gone.close()
        until(lambda: held(workers_of(served)) == 0)


def held(workers: list[psutil.Process]) -> int:
    """How many files without a name the workers hold open."""
    found = 0
    for each in workers:
        for file in Path(f"/proc/{each.pid}/fd").iterdir():
            with suppress(FileNotFoundError):  # closed meanwhile
                target = str(file.readlink())
                found += target.endswith(" (deleted)") and "/var/" in target
    return found
