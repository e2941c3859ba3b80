import os
import subprocess
import sys
from pathlib import Path

import pytest

from collector import pages
from collector.garden import Garden
from tests.pages.gardens import NOW, data, idea, publish


def mkdocs(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )


def pages_in(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file() and each.suffix != ".gz"
    }


def test_plain_mkdocs_makes_the_same_pages(garden: Garden) -> None:
    soon = garden.challenges / "bread.md"
    soon.write_text(soon.read_text().replace("closes: 2026-12-15 18:00", "closes: never"))
    for brief in ("tables.md", "boxes.md"):
        (garden.challenges / brief).unlink()
    publish(garden, data(idea()))
    done = mkdocs(garden.root)
    assert done.returncode == 0, done.stderr
    pages.build(garden, now=NOW)
    plain = pages_in(garden.build / "site")
    ours = pages_in(garden.live / "public")
    for each in ("feeds/challenges.xml", "feeds/challenges/bread.xml"):
        assert plain.pop(each).count(b"<entry>") == ours.pop(each).count(b"<entry>")
    assert plain == ours


@pytest.mark.parametrize("place", ["site", "challenges", "var", "."])
def test_a_build_that_would_empty_the_sources_is_refused_and_empties_nothing(
    garden: Garden, place: str
) -> None:
    done = mkdocs(garden.root, "--site-dir", place)
    assert done.returncode != 0
    assert "site_dir" in done.stderr
    assert "Traceback" not in done.stderr
    assert (garden.challenges / "bread.md").exists()
    assert (garden.own_pages / "about.md").exists()


def test_a_broken_brief_is_told_by_file_and_line(garden: Garden) -> None:
    (garden.challenges / "bread.md").write_text("# Bread\n\n## Poll {.pol}\n")
    done = mkdocs(garden.root)
    assert done.returncode != 0
    assert "bread.md:3" in done.stderr


def test_a_folder_without_settings_is_no_garden(garden: Garden) -> None:
    (garden.root / "ideagarden.toml").unlink()
    done = mkdocs(garden.root)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
