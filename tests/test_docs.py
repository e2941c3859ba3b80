"""The documents keep to the code: every command has help and a line, every link leads somewhere."""

import re
from pathlib import Path

import click
import pytest

from collector import brief, models
from collector.cli.main import BEHIND, JOURNEY, ideagarden, main
from collector.words import sentences

ROOT = Path(__file__).parents[1]
OUTSIDE = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "bench/README.md")
PAGES = [*(ROOT / each for each in OUTSIDE), *sorted((ROOT / "docs").rglob("*.md"))]


def command_of(name: str) -> click.Command:
    found = ideagarden.get_command(click.Context(ideagarden), name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", [*JOURNEY, *BEHIND])
def test_every_command_has_help(name: str) -> None:
    command = command_of(name)
    assert command.help
    for each in command.params:
        if isinstance(each, click.Option) and not each.hidden:
            assert each.help or each.show_default, each.name


@pytest.mark.parametrize("name", [each for each in (*JOURNEY, *BEHIND) if each != "jobs"])
def test_every_command_has_its_line_in_the_reference(name: str) -> None:
    command = command_of(name)
    reference = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert re.search(rf"^\| `{name}\b", reference, re.MULTILINE)
    parts = command.commands if isinstance(command, click.Group) else {}
    for part, each in {name: command, **parts}.items():
        assert re.search(rf"`[^`\n]*\b{part}\b", reference), part
        for option in (known for known in each.params if isinstance(known, click.Option)):
            assert option.opts[-1] in reference, part


def test_the_help_shows_ten_commands_in_the_order_of_the_journey(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["--help"])
    told = capsys.readouterr().out
    assert len(JOURNEY) == 10
    shown = re.findall(r"(?m)^  ([a-z]+)  ", told.partition("Commands:")[2])
    assert shown == list(JOURNEY)


def test_help_all_shows_what_is_behind_the_scenes(capsys: pytest.CaptureFixture[str]) -> None:
    main(["help", "--all"])
    assert "jobs" in capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES, ids=lambda each: str(each.relative_to(ROOT)))
def test_every_link_between_the_documents_leads_somewhere(page: Path) -> None:
    text = re.sub(r"(?ms)^ *```.*?^ *```|`[^`\n]+`", "", page.read_text("utf-8"))
    for link in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text):
        if "://" not in link and not link.startswith("#"):
            assert (page.parent / link).exists(), link


def test_no_file_names_a_registry_or_a_machine() -> None:
    for path in [ROOT / "constraints.txt", ROOT / "pyproject.toml", ROOT / "Makefile"]:
        text = path.read_text("utf-8")
        assert "index-url" not in text
        assert not re.search(r"https?://", text)


def test_a_build_can_never_empty_the_hand_written_site() -> None:
    assert "site_dir: build/site\n" in (ROOT / "mkdocs.yml").read_text("utf-8")
    assert not (ROOT / "site" / "__init__.py").exists()


def test_each_template_serves_a_method_and_is_told_of() -> None:
    founding = (ROOT / "docs" / "founding.md").read_text("utf-8")
    named = set(re.findall(r"[a-z]+(?:-[a-z]+)*", founding))
    assert brief.templates().keys() | models.templates().keys() <= named
    reference = (ROOT / "docs" / "templates.md").read_text("utf-8")
    assert all(f"\n| `{name}` |" in reference for name in brief.templates())


def test_each_move_that_the_log_of_decisions_knows_is_told_of() -> None:
    desk = (ROOT / "docs" / "desk.md").read_text("utf-8")
    begins = "decisions-move-"
    moves = {each.removeprefix(begins) for each in sentences() if each.startswith(begins)}
    assert "approve" in moves
    assert {each for each in moves if f"`{each}`" not in desk} == set()
