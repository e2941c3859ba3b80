"""Zensical is to follow Material: the pages that are staged for the one must do for the other."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

from collector import pages
from collector.garden import Garden
from collector.pages.build import draw, newest
from collector.pages.configuration import configuration, own_configuration, write_configuration
from collector.pages.fill import Pouring
from collector.pages.finish import finish
from tests.pages.gardens import NOW, data, idea, lay_out, publish

pytestmark = pytest.mark.yardstick


@pytest.fixture(scope="module")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newest one that installs here."""
    folder = tmp_path_factory.mktemp("zensical")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "zensical"]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("Zensical can't be installed here")
    return folder / "bin" / "zensical"


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return lay_out(tmp_path / "garden")


def test_the_same_staged_pages_build_verify_and_fill_with_the_newest_zensical(
    garden: Garden, zensical: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    briefs = pages.briefs_to_build(garden)
    staged = pages.stage(garden, briefs)
    folder = garden.build / "site.1"
    folder.mkdir()
    told = configuration(garden, own_configuration(garden), staged, folder / "public")
    path = write_configuration(garden, "mkdocs.yml", told)
    done = subprocess.run(
        [str(zensical), "build", "--config-file", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = finish(garden, folder, briefs, draw(garden, briefs, staged), staged, NOW)
    publish(garden, data(idea()))
    Pouring(site, briefs).pour(newest(garden, briefs, NOW))
    bread = (site.public / "challenges/bread/index.html").read_text("utf-8")
    assert 'action="/collect/bread/idea"' in bread
    assert 'src="../oven.svg"' in bread
    assert "Rolls number 1" in bread
    assert "Corner Bakery" in "".join(site.frame("collector"))
    version = subprocess.run(
        [str(zensical), "--version"], capture_output=True, text=True, check=True
    )
    with capsys.disabled():
        sys.stdout.write(f"\nZensical {version.stdout.strip()}: builds, verifies and fills.\n")
