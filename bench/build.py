"""Building 10, 100 and 1000 challenges, beside plain MkDocs with Material on the same pages.

Plain means: MkDocs with stock Material on the pages that the kit staged, with the forms standing in
them so that the pages are as long, kept out of the navigation alike, without the kit's theme,
checks, fill or compressed copies.
"""

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from collector import pages
from collector.garden import Garden
from collector.kit import DEMO
from collector.pages.challenge import drawn_forms
from collector.pages.slots import Frame

FOLDER = Path("build/bench").absolute()
SIZES = {10: 3, 100: 3, 1000: 3}
"""Challenges, and how often each is measured; the median counts."""

PLAIN = """\
site_name: Plain
docs_dir: pages
site_dir: plain
not_in_nav: "*"
theme:
  name: material
  font: false
plugins: []
"""


def measure() -> dict[str, object]:
    figures: dict[str, object] = {}
    for size, turns in SIZES.items():
        garden = _garden(size)
        ours, plain = [], []
        for _ in range(turns):
            ours.append(_timed(lambda garden=garden: _build(garden)))  # type: ignore[misc]
            _lay_out_plain(garden)
            plain.append(_timed(lambda garden=garden: _plain(garden)))  # type: ignore[misc]
        figures[f"{size} challenges"] = {
            "ours in s": round(statistics.median(ours), 2),
            "plain in s": round(statistics.median(plain), 2),
            "ratio": round(statistics.median(ours) / statistics.median(plain), 2),
        }
    figures["mark"] = "at most 1.3 at 1000 challenges"
    return figures


def _garden(size: int) -> Garden:
    folder = FOLDER / f"build-{size}"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "challenges").mkdir(parents=True)
    (folder / "ideagarden.toml").write_text('name = "Bench"\n', encoding="utf-8")
    for picture in (DEMO / "challenges").glob("*.svg"):
        shutil.copy(picture, folder / "challenges")
    texts = [path.read_text("utf-8") for path in sorted((DEMO / "challenges").glob("*.md"))]
    for number in range(size):
        path = folder / "challenges" / f"challenge-{number}.md"
        path.write_text(texts[number % len(texts)], encoding="utf-8")
    return Garden.find(folder)


def _build(garden: Garden) -> None:
    command = [sys.executable, "-m", "collector", "--garden", str(garden.root), "build"]
    subprocess.run(command, check=True, capture_output=True)


def _lay_out_plain(garden: Garden) -> None:
    folder = garden.build / "plain-source"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(garden.staged, folder / "pages")
    for slug, brief in pages.briefs_to_build(garden).items():
        path = folder / "pages" / "challenges" / f"{slug}.md"
        forms = drawn_forms(brief, garden.settings, {})
        path.write_bytes(Frame.read(path.read_bytes()).pour(forms))
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")


def _plain(garden: Garden) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", "mkdocs.yml"]
    folder = garden.build / "plain-source"
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def _timed(work: Callable[[], None]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
