"""Our files beside those that Polis exported of two conversations: one reader reads both."""

from pathlib import Path

import pytest

from collector.brief import VotingKind
from collector.garden import Garden, Settings, StoreSettings
from collector.store import Store
from collector.store.engine import MEMORY
from tests.export.polis_reader import NAMES, Read, holds_together, read
from tests.export.talked import Talk, challenge
from tests.export.test_polis import packed, talks

pytestmark = pytest.mark.yardstick

DATA = Path(__file__).parents[3] / "shared" / "data" / "polis"


@pytest.fixture(scope="module", autouse=True)
def _beside_the_checkout() -> None:
    if not DATA.is_dir():
        pytest.skip("no data beside the checkout")


@pytest.fixture(scope="module")
def theirs() -> list[Read]:
    folders = sorted(each for each in DATA.iterdir() if each.is_dir())
    return [read({name: _text(folder / f"{name}.csv") for name in NAMES}) for folder in folders]


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def ours() -> Read:
    garden = Garden(Path(), Settings(store=StoreSettings(MEMORY)))
    with Store.open(garden) as store:
        talk = Talk(garden, store)
        talks(talk)
        return read(packed(talk, challenge(VotingKind.UPDOWN)))


def test_what_has_to_be_so_is_so_in_theirs_and_in_ours(theirs: list[Read], ours: Read) -> None:
    assert len(theirs) == 2
    for each in (*theirs, ours):
        holds_together(each)


def test_headers_and_lines_are_the_same_in_the_same_order(theirs: list[Read], ours: Read) -> None:
    for each in theirs:
        assert ours.headers["comments"] == each.headers["comments"]
        assert ours.headers["votes"] == each.headers["votes"]
        assert ours.headers["participants-votes"][:6] == each.headers["participants-votes"][:6]
        assert [*ours.summary] == [*each.summary]


def test_times_are_written_alike(theirs: list[Read], ours: Read) -> None:
    for told in (*theirs, ours):
        for each in (*told.votes, *told.comments.values()):
            assert len(each["timestamp"]) == 13
            day, month, number, clock, zone, year = each["datetime"].split(" ")
            assert [*map(len, (day, month, number, clock, year))] == [3, 3, 2, 8, 4]
            assert zone.isupper()
