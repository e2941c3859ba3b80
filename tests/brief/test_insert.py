"""Pieces that a button puts into a brief."""

from pathlib import Path

import pytest

from collector import brief
from collector.brief import PIECES, Shape, insert
from collector.brief.insert import READY, SCORECARDS, SECTIONS, SETTINGS, SHAPES
from collector.errors import Severity
from collector.garden import Settings

TEXT = """\
# Bread

Tell us.

## Your idea {.idea}

### Its name * {#title}

____

## More {.survey}

### How?

(1) Bad … (5) Good
"""


def errors(text: str) -> list[str]:
    found = brief.read(Path("bread.md"), Settings(), text=text).findings
    return [each.message for each in found if each.severity is Severity.ERROR]


def test_every_shape_is_in_the_table() -> None:
    assert set(SHAPES) == set(Shape)
    pieces = (SHAPES, SECTIONS, READY, SCORECARDS, SETTINGS)
    assert len(set(PIECES)) == sum(map(len, pieces))


@pytest.mark.parametrize("shape", Shape)
def test_a_question_is_read_as_the_shape_that_was_asked_for(shape: Shape) -> None:
    text, line = insert(TEXT, f"shape:{shape}", form=11)
    assert errors(text) == []
    read = brief.read(Path("bread.md"), Settings(), text=text).brief
    assert read is not None
    question = read.forms[1].questions[-1]
    assert question.shape is shape
    assert question.line == line


@pytest.mark.parametrize("shape", Shape)
def test_the_same_question_may_be_put_in_again_and_again(shape: Shape) -> None:
    text = TEXT
    for _ in range(3):
        text, _line = insert(text, f"shape:{shape}", form=5)
    assert errors(text) == []


@pytest.mark.parametrize("key", SETTINGS)
@pytest.mark.parametrize("text", [TEXT, f"---\ntitle: Bread\n---\n\n{TEXT}"])
def test_a_setting_is_read_and_one_that_stands_there_is_only_found(key: str, text: str) -> None:
    changed, line = insert(text, f"setting:{key}")
    assert errors(changed) == []
    assert changed.split("\n")[line - 1].startswith(f"{key}:")
    assert SETTINGS[key] in changed
    assert insert(changed, f"setting:{key}") == (changed, line)


@pytest.mark.parametrize("name", sorted(set(SECTIONS) - {"picture", "thanks", "idea"}))
def test_a_section_is_read(name: str) -> None:
    assert errors(insert(TEXT, f"section:{name}")[0]) == []


@pytest.mark.parametrize("name", READY)
def test_a_ready_question_is_read_and_known(name: str) -> None:
    text, _ = insert(TEXT, f"ready:{name}", form=5)
    reading = brief.read(Path("bread.md"), Settings(), text=text)
    assert errors(text) == []
    assert reading.brief
    assert any(map(brief.asks_tone, reading.brief.forms))


@pytest.mark.parametrize("name", SCORECARDS)
def test_a_ready_scorecard_is_read_without_a_finding(name: str) -> None:
    text = insert(
        f"---\ncloses: never\nobjective: Ten more\n---\n{TEXT}", f"scorecard:{name}", form=9
    )[0]
    reading = brief.read(Path("bread.md"), Settings(), text=text)
    assert reading.findings == ()
    assert reading.brief is not None
    card = reading.brief.scorecard
    assert card is not None
    assert card.matrix
    assert sum(map(card.share, card.criteria)) == pytest.approx(1)


def test_the_ready_scorecards_are_these() -> None:
    assert set(SCORECARDS) == {"value", "rice", "ice", "sustainability"}


def test_an_empty_page_becomes_a_form() -> None:
    text, line = insert("# Bread\n", "section:idea")
    assert errors(text) == []
    assert text.split("\n")[line - 1] == "## Share your idea {.idea}"


def test_it_comes_after_the_paragraph_in_which_somebody_writes() -> None:
    text, line = insert(TEXT, "shape:stars", after=8)
    lines = text.split("\n")
    assert lines[line - 1] == "### How many stars?"
    assert lines.index("____") < line - 1 < lines.index("## More {.survey}")


def test_headings_in_fenced_code_are_no_forms() -> None:
    assert brief.form_lines("```\n## A {.idea}\n```\n\n## B {.poll #x}\n") == {5: "B"}


def test_all_else_stays_as_it_was() -> None:
    text, line = insert(TEXT, "shape:text", form=5)
    new = SHAPES[Shape.TEXT].split("\n")
    lines = text.split("\n")
    del lines[line - 1 : line - 1 + len(new) + 1]
    assert "\n".join(lines) == TEXT
