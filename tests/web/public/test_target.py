"""The forms of the live build are looked up once, by many threads at a time."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from collector.garden import Garden
from collector.pages import Live, live
from collector.web.public import target

THREADS = 8
LOOKS = 40


@pytest.fixture
def built(garden: Garden) -> Live:
    found = live(garden)
    assert found is not None
    return found


@pytest.fixture
def hurried() -> Iterator[None]:
    """Threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def another(built: Live, name: str) -> Live:
    """The same build in a folder of another name."""
    folder = built.folder.with_name(name)
    folder.symlink_to(built.folder)
    return replace(built, folder=folder)


def test_a_form_is_made_once_for_a_build(built: Live) -> None:
    assert target.find(built, "bread", "hours") is target.find(built, "bread", "hours")
    anew = another(built, "anew")
    assert target.find(anew, "bread", "hours") is not target.find(built, "bread", "hours")


@pytest.mark.usefixtures("hurried")
def test_builds_that_follow_each_other_disturb_no_visitor(built: Live) -> None:
    forms = ("idea", "hours", "visit")

    def look(thread: int) -> set[str]:
        builds = [another(built, f"{thread}-{number}") for number in range(LOOKS)]
        return {target.find(each, "bread", form).form.name for each in builds for form in forms}

    with ThreadPoolExecutor(THREADS) as threads:
        found = set[str]().union(*threads.map(look, range(THREADS)))
    assert found == {*forms}
