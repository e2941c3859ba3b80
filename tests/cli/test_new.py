"""`new` begins a challenge or a model, each where it belongs, and never writes over anything."""

from pathlib import Path

import pytest

from collector import models
from collector.cli import main


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    assert main(["init", str(tmp_path / "bakery")]) == 0
    return tmp_path / "bakery"


def run(folder: Path, *words: str) -> int:
    return main(["--garden", str(folder), *words])


@pytest.mark.parametrize("name", models.templates())
def test_a_model_from_any_template_passes_the_check(
    garden: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(garden, "new", "ours", "--template", name) == 0
    folder = models.templates()[name].parent.name
    assert (garden / "site" / "pages" / folder / "ours.md").is_file()
    capsys.readouterr()
    assert run(garden, "check") == 0
    told = capsys.readouterr().out
    assert "0 errors, 0 warnings" in told
    assert "Canvases, experiments and programmes without faults: 1." in told


def test_what_stands_there_is_not_written_over(garden: Path) -> None:
    assert run(garden, "new", "ours", "--template", "strategy") == 0
    assert run(garden, "new", "ours", "--template", "four-actions") == 1


def test_check_tells_a_fault_in_a_model_with_its_file_and_line(
    garden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(garden, "new", "ours", "--template", "four-actions")
    path = garden / "site" / "pages" / "canvases" / "ours.md"
    path.write_text(path.read_text("utf-8").replace("## Raise", "## Rise"), encoding="utf-8")
    capsys.readouterr()
    assert run(garden, "check") == 1
    told = capsys.readouterr().out
    assert "ours.md:19" in told
    assert "## Raise" in told
    assert "1 errors" in told
    assert run(garden, "build") == 1
