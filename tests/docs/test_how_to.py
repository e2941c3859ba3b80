"""Every how-to is done as it is written, and comes to the result that it tells of."""

import re
from pathlib import Path

import pytest

from tests.docs.how_to import PART, doing

DOCS = Path(__file__).parents[2] / "docs"
HOW_TOS = sorted((DOCS / "how-to").glob("*.md"))


@pytest.mark.parametrize("path", HOW_TOS, ids=lambda path: path.stem)
def test_a_how_to_comes_to_its_result(path: Path, tmp_path: Path) -> None:
    text = path.read_text("utf-8")
    with doing(tmp_path / "garden") as somebody:
        somebody.follow(text)
    assert somebody.done >= 2
    assert somebody.seen >= 2, "a how-to ends at something that one sees"


@pytest.mark.parametrize("path", HOW_TOS, ids=lambda path: path.stem)
def test_a_how_to_begins_with_a_template_or_at_the_desk(path: Path) -> None:
    first = next(PART.finditer(path.read_text("utf-8")))
    commands = [each for each in (first["text"] or "").splitlines() if each.strip()]
    begins = commands[0] if commands else first["rows"] or ""
    assert re.match(r"(\$ )?ideagarden (new|serve)", begins) or "/desk/" in begins


@pytest.mark.parametrize("path", HOW_TOS, ids=lambda path: path.stem)
def test_nothing_in_a_how_to_is_passed_over(path: Path) -> None:
    """Each fence and table is one that is done."""
    text = path.read_text("utf-8")
    left = PART.sub("", text)
    assert "```" not in left
    assert not re.search(r"^\|", left, re.MULTILINE)
    for part in PART.finditer(text):
        assert part["rows"] or part["kind"] in ("sh", "console") or part["path"]


def test_every_method_leads_to_a_how_to_and_none_is_promised() -> None:
    founding = (DOCS / "founding.md").read_text("utf-8")
    assert "not there yet" not in founding.lower()
    rows = re.findall(r"^\| (?!method|---)(.+) \|$", founding, re.MULTILINE)
    assert len(rows) > 40
    assert not [row for row in rows if "(how-to/" not in row.rpartition(" | ")[2]]


def test_each_how_to_serves_a_method() -> None:
    founding = (DOCS / "founding.md").read_text("utf-8")
    linked = set(re.findall(r"\(how-to/([a-z-]+)\.md\)", founding))
    assert linked == {path.stem for path in HOW_TOS}
