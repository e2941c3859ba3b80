"""What an owner does on the command line, from an empty folder to a spreadsheet."""

import json
from pathlib import Path

import pytest

from collector import brief
from collector.cli import main

BROKEN = """\
# Bread

What should we bake?

## Idea {.idee}

### Name * {#title}
____
"""

POLL = """\
---
closes: never
---

# Bread

Ask.

## Poll {.poll}

### When?
- ( ) Early
- ( ) Late
"""


def run(folder: Path, *words: str) -> int:
    return main(["--garden", str(folder), *words])


@pytest.fixture
def garden(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["init", str(tmp_path / "bakery"), "--name", 'The "Corner" Bakery']) == 0
    capsys.readouterr()
    return tmp_path / "bakery"


def test_a_new_garden_has_at_most_five_files_and_passes_its_check(garden: Path) -> None:
    assert len([each for each in garden.rglob("*") if each.is_file()]) <= 5
    assert run(garden, "check") == 0


def test_a_new_garden_builds(garden: Path) -> None:
    assert run(garden, "build") == 0
    home = (garden / "build" / "live" / "public" / "index.html").read_text("utf-8")
    assert "Corner" in home


def test_a_garden_is_never_laid_over_another(
    garden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (garden / "ideagarden.toml").read_text("utf-8")
    assert main(["init", str(garden)]) == 1
    assert "a garden already" in capsys.readouterr().err
    assert (garden / "ideagarden.toml").read_text("utf-8") == before


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("closes: never", "box, idea: erased 180 days after they came: mail\n"),
        ("closes: 2030-01-01", "box, idea: erased 180 days after its end: mail\n"),
        ("closes: never\nretention: 1 day", "box, idea: erased 1 day after they came: mail\n"),
        ("closes: never\nretention: never", ""),
    ],
)
def test_check_says_what_is_erased_and_when(
    garden: Path, capsys: pytest.CaptureFixture[str], settings: str, told: str
) -> None:
    asked = "# Box\n\nIn.\n\n## Yours {.idea}\n\n### Name * {#title}\n____\n"
    contact = "\n### Where can we write to you? {#mail}\n____ (e-mail)\n"
    (garden / "challenges").mkdir(exist_ok=True)
    (garden / "challenges" / "box.md").write_text(f"---\n{settings}\n---\n{asked}{contact}")
    assert run(garden, "check") == 0
    lines = [each for each in capsys.readouterr().out.splitlines(keepends=True) if "erased" in each]
    assert "".join(each for each in lines if each.startswith("box")) == told


@pytest.mark.parametrize("template", brief.templates())
def test_each_template_passes_its_check_without_a_word(
    garden: Path, template: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(garden, "new", "first-one", "--template", template) == 0
    assert run(garden, "check", "--json") == 0
    told = capsys.readouterr().out
    assert json.loads(told[told.index("[") :]) == []


def test_a_brief_is_never_written_over(garden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(garden, "new", "bread") == 0
    (garden / "challenges" / "bread.md").write_text("mine", encoding="utf-8")
    assert run(garden, "new", "bread") == 1
    assert (garden / "challenges" / "bread.md").read_text("utf-8") == "mine"
    assert "exists already" in capsys.readouterr().err


def test_a_name_that_can_be_no_address_is_refused(
    garden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(garden, "new", "Brot & Butter") == 1
    assert "a to z" in capsys.readouterr().err


def test_a_broken_brief_is_shown_with_its_line_and_stops_the_build(
    garden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(garden, "build") == 0
    stood = (garden / "build" / "live").resolve()
    (garden / "challenges" / "bread.md").write_text(BROKEN, encoding="utf-8")
    capsys.readouterr()
    assert run(garden, "check") == 1
    assert "bread.md:5:" in capsys.readouterr().out
    assert run(garden, "build") == 1
    told = capsys.readouterr().err
    assert "bread.md:5:" in told
    assert "still stands" in told
    assert (garden / "build" / "live").resolve() == stood


def test_ids_and_codes_are_written_out_once(garden: Path) -> None:
    path = garden / "challenges" / "bread.md"
    path.write_text(POLL, encoding="utf-8")
    assert run(garden, "check", "--fix") == 0
    fixed = path.read_text("utf-8")
    assert "- (early) Early" in fixed
    assert run(garden, "check", "--fix") == 0
    assert path.read_text("utf-8") == fixed


def test_an_export_of_nothing_is_a_file_with_a_header(garden: Path, tmp_path: Path) -> None:
    assert run(garden, "build") == 0
    path = tmp_path / "out.csv"
    assert run(garden, "export", "suggestion-box", "--to", str(path)) == 0
    assert len(path.read_text("utf-8-sig").splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["export", "nothing", "--to", "x.csv"], "no challenge"),
        (["export", "suggestion-box", "--to", "x.pdf"], ".csv"),
        (["export", "suggestion-box", "--to", "no/such/folder/x.csv"], "no/such/folder"),
    ],
)
def test_an_export_that_can_not_be_says_why(
    garden: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(garden, *words) == 1
    assert told in capsys.readouterr().err


def test_publish_runs_the_owners_command_in_the_garden(garden: Path) -> None:
    settings = garden / "ideagarden.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[publish]\nthen = "touch sent"\n', "utf-8")
    assert run(garden, "publish") == 0
    assert (garden / "sent").exists()


def test_a_failing_command_of_the_owners_is_told(
    garden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = garden / "ideagarden.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[publish]\nthen = "false"\n', "utf-8")
    assert run(garden, "publish") == 1
    assert "publish.then" in capsys.readouterr().err


def test_a_command_that_does_not_exist_is_told(
    garden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = garden / "ideagarden.toml"
    command = '\n[publish]\nthen = "no-such-program here"\n'
    settings.write_text(settings.read_text("utf-8") + command, "utf-8")
    assert run(garden, "publish") == 1
    assert "no-such-program" in capsys.readouterr().err


def test_no_garden_is_told_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "check") == 1
    assert "ideagarden init" in capsys.readouterr().err


def test_wrong_usage_has_a_code_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chekc"]) == 2
    assert "check" in capsys.readouterr().err
