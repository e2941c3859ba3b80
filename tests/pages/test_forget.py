"""What the live build no longer shows stands in no other build either."""

import shutil
import sys
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from collector import pages
from collector.garden import Garden
from collector.pages.lock import only
from tests.pages.gardens import ANSWERED, NOW, data, idea, publish

MODULE = sys.modules["collector.pages.forget"]


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is still reading a page of the build before."""
    monkeypatch.setattr(MODULE, "SETTLING", 0)


def holding(folder: Path, words: bytes) -> list[str]:
    """The plain files that hold the words; compressed copies hold them as their pages do."""
    files = (each for each in folder.rglob("*") if each.is_file())
    return [each.relative_to(folder).as_posix() for each in files if words in each.read_bytes()]


def show(garden: Garden, *ideas: object) -> None:
    publish(garden, data(*ideas))  # type: ignore[arg-type]
    pages.fill(garden, "bread")


def test_a_build_that_was_live_before_goes(built: Garden) -> None:
    show(built, idea(1))
    pages.build(built, now=NOW)
    live = built.live.resolve()
    assert len([*built.build.glob("site.*")]) == 2
    show(built)
    pages.forget(built)
    assert [*built.build.glob("site.*")] == [live]
    assert holding(built.build, b"Rolls number 1") == []


def test_a_build_that_a_killed_process_left_goes(built: Garden) -> None:
    left = built.build / "site.99" / "poured"
    left.mkdir(parents=True)
    (left / "bread.json").write_text("Rolls number 1")
    pages.forget(built)
    assert not left.parent.exists()
    assert pages.live(built) is not None


def test_it_waits_for_a_build_that_is_under_way(built: Garden) -> None:
    with ThreadPoolExecutor(1) as sweeper:
        with only(built.build / "build.lock"):
            forgetting = sweeper.submit(pages.forget, built)
            assert not wait([forgetting], 0.2).done
        forgetting.result(timeout=10)


def test_requests_that_came_just_before_the_swap_are_answered(
    built: Garden, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(MODULE, "SETTLING", 1000.0)
    monkeypatch.setattr("time.sleep", waited.append)
    pages.build(built, now=NOW)
    pages.forget(built)
    assert 900 < waited[-1] <= 1000


def test_before_the_first_build_there_is_nothing_to_forget(garden: Garden) -> None:
    pages.forget(garden)
    assert not garden.build.exists()


class TestABuildOfMkDocsOwn:
    @pytest.fixture(autouse=True)
    def plain(self, built: Garden) -> Path:
        """As plain MkDocs leaves it: the pages in a place of its own."""
        show(built, idea(1, replies=ANSWERED), idea(2))
        shutil.copytree(built.live.resolve(), built.build / MODULE.PLAIN)
        (built.build / MODULE.PLAIN / "public").rename(built.build / "site")
        (built.build / MODULE.PLAIN / "public").symlink_to(built.build / "site")
        for packed in (built.build / "site").rglob("*.gz"):
            packed.unlink()
        return built.build / "site"

    def test_it_loses_an_idea(self, built: Garden, plain: Path) -> None:
        show(built, idea(2))
        pages.forget(built)
        assert holding(built.build, b"Rolls number 1") == []
        assert holding(plain, b"Rolls number 2")

    def test_it_loses_a_reply(self, built: Garden) -> None:
        show(built, idea(1), idea(2))
        pages.forget(built)
        assert holding(built.build, b"We bake them on Friday.") == []

    def test_it_gains_nothing(self, built: Garden, plain: Path) -> None:
        show(built, idea(1, replies=ANSWERED), idea(2), idea(3))
        pages.forget(built)
        assert holding(plain, b"Rolls number 3") == []

    def test_where_its_pages_are_gone_nothing_happens(self, built: Garden, plain: Path) -> None:
        shutil.rmtree(plain)
        show(built, idea(2))
        pages.forget(built)
        assert not plain.exists()
