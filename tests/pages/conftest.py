"""A garden to build: an idea challenge, a poll that is over, and one that has not begun."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from collector import pages
from collector.garden import Garden
from tests.pages.gardens import NOW, lay_out


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    """Sources only, nothing built."""
    return lay_out(tmp_path / "garden")


@pytest.fixture(scope="session")
def once_built(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    """Built once for all; whoever changes something takes `built` instead."""
    garden = lay_out(tmp_path_factory.mktemp("pages") / "garden")
    pages.build(garden, now=NOW)
    return garden


@pytest.fixture
def built(once_built: Garden, tmp_path: Path) -> Garden:
    """A copy of the built garden."""
    shutil.copytree(once_built.root, tmp_path / "garden", symlinks=True)
    return Garden.find(tmp_path / "garden")


@pytest.fixture
def page(built: Garden) -> Callable[[str], str]:
    """The text of a page of the live site."""

    def read(place: str) -> str:
        return (built.live / "public" / place / "index.html").read_text("utf-8")

    return read
