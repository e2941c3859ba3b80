"""Canvases: their blocks are known by name or code, and versions follow one another."""

from pathlib import Path

import pytest

from collector import models
from collector.models import Block, Canvas, CanvasKind
from collector.models.canvas import BLOCKS
from tests.models.garden import CANVAS, only, read


def block(canvas: Canvas, code: str) -> Block:
    return next(each for each in canvas.blocks if each.code == code)


def test_a_canvas_has_every_block_of_its_kind_in_the_usual_order(tmp_path: Path) -> None:
    (canvas,) = read(tmp_path, work=CANVAS).models.canvases
    assert [each.code for each in canvas.blocks] == [*BLOCKS[CanvasKind.BUSINESS_MODEL]]
    assert len(canvas.blocks) == 9
    assert block(canvas, "partners").text == "- The mill"
    assert block(canvas, "segments").text == ""
    assert (canvas.title, canvas.introduction) == ("How we work", "One page.")


def test_an_unknown_block_is_named_with_its_line_and_the_nearest(tmp_path: Path) -> None:
    finding = only(read(tmp_path, work=CANVAS.replace("Key partners", "Key parners")))
    assert (finding.line, finding.reason) == (10, "model-block-unknown")
    assert finding.fix == "## Key partners"
    assert "Key parners" in finding.message


def test_a_block_in_braces_is_known_whatever_its_heading_says(tmp_path: Path) -> None:
    reading = read(tmp_path, work=CANVAS.replace("Key partners", "Who helps us {#partners}"))
    (canvas,) = reading.models.canvases
    assert block(canvas, "partners").label == "Who helps us"


def test_a_block_that_stands_twice_names_the_first(tmp_path: Path) -> None:
    finding = only(read(tmp_path, work=f"{CANVAS}\n## Partners\n\n- Again\n"))
    assert finding.reason == "model-block-twice"
    assert "line 10" in finding.message


@pytest.mark.parametrize(
    ("written", "reason", "fix"),
    [
        ("canvas: bussiness model", "model-choice-unknown", "canvas: business model"),
        ("challenges: bred", "model-challenge", "challenges: bread"),
        ("canvas: business model\nfollow: x", "brief-setting-unknown", "follows: x"),
        ("canvas: business model\nfollows: wrk", "canvas-follows-nothing", ""),
    ],
)
def test_a_setting_that_does_not_read_comes_with_its_fix(
    tmp_path: Path, written: str, reason: str, fix: str
) -> None:
    other = "canvas: business model\n" if written.startswith("challenges") else ""
    text = CANVAS.replace("canvas: business model", other + written)
    finding = only(read(tmp_path, work=text))
    assert (finding.reason, finding.fix) == (reason, fix)
    assert "<" not in finding.message


def test_a_canvas_must_say_which_it_is(tmp_path: Path) -> None:
    finding = only(read(tmp_path, work=CANVAS.replace("canvas: business model\n", "")))
    assert finding.reason == "model-choice-missing"
    assert "four actions" in finding.message


def test_a_kind_that_nobody_knows_is_an_error_and_no_kind_is_none(tmp_path: Path) -> None:
    finding = only(read(tmp_path, work=CANVAS.replace("kind: canvas", "kind: canvass")))
    assert (finding.line, finding.fix) == (2, "kind: canvas")
    assert not read(tmp_path, about="---\nauthor: [Ada]\n---\n\n# About\n").findings


def follows(name: str) -> str:
    return CANVAS.replace("canvas: business model", f"canvas: business model\nfollows: {name}")


def test_versions_stand_in_the_order_in_which_they_follow(tmp_path: Path) -> None:
    found = read(tmp_path, c_third=follows("a-second"), a_second=follows("b-first"), b_first=CANVAS)
    told = found.models
    third = told.canvas("c-third")
    assert third is not None
    assert [each.name for each in told.versions(third)] == ["b-first", "a-second", "c-third"]
    assert told.newest == (third,)


def test_versions_in_a_circle_are_refused_and_do_not_hang(tmp_path: Path) -> None:
    found = read(tmp_path, a=follows("b"), b=follows("a"))
    assert {each.reason for each in found.findings} == {"canvas-follows-circle"}
    assert not found.models


def test_two_canvases_can_not_follow_the_same_version(tmp_path: Path) -> None:
    found = read(tmp_path, a=CANVAS, b=follows("a"), c=follows("a"))
    assert [each.reason for each in found.findings] == ["canvas-follows-twice"]


def test_a_version_is_of_the_same_kind(tmp_path: Path) -> None:
    other = "---\nkind: canvas\ncanvas: four actions\n---\n\n# Four\n"
    assert only(read(tmp_path, a=other, b=follows("a"))).reason == "canvas-follows-other"


STRATEGY = """\
---
kind: canvas
canvas: strategy
---

# Us and them

## Curves

| | We | Chain |
|---|---|---|
| Price | 6 | 2,5 |
| Choice | 4 | 9 |
"""


def test_curves_are_read_from_the_table(tmp_path: Path) -> None:
    (canvas,) = read(tmp_path, us=STRATEGY).models.canvases
    assert canvas.curves is not None
    assert canvas.curves.factors == ("Price", "Choice")
    assert [(each.label, each.values) for each in canvas.curves.curves] == [
        ("We", (6.0, 4.0)),
        ("Chain", (2.5, 9.0)),
    ]


def test_a_border_behind_a_backslash_is_part_of_a_name(tmp_path: Path) -> None:
    (canvas,) = read(tmp_path, us=STRATEGY.replace("Choice", "Choice \\| taste")).models.canvases
    assert canvas.curves is not None
    assert canvas.curves.factors == ("Price", "Choice | taste")


@pytest.mark.parametrize(
    ("old", "new", "reason", "line"),
    [
        ("| Price | 6 | 2,5 |", "| Price | 6 |", "curves-ragged", 12),
        ("| 4 | 9 |", "| 4 | eleven |", "curves-value", 13),
        ("| 4 | 9 |", "| 4 | 11 |", "curves-value", 13),
        ("| | We | Chain |", "| | We | |", "curves-heads", 10),
        ("| Choice | 4 | 9 |\n", "", "curves-table", 8),
    ],
)
def test_a_fault_in_the_table_names_its_line(
    tmp_path: Path, old: str, new: str, reason: str, line: int
) -> None:
    finding = only(read(tmp_path, us=STRATEGY.replace(old, new)))
    assert (finding.reason, finding.line) == (reason, line)


def test_comments_stay_in_the_file(tmp_path: Path) -> None:
    text = CANVAS.replace("One page.", "One <!-- secret\n\n## Nothing\n--> page.")
    (canvas,) = read(tmp_path, work=text).models.canvases
    assert canvas.introduction == "One  page."


@pytest.mark.parametrize("name", models.templates())
def test_every_template_is_without_a_finding(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, **{name: models.templates()[name].read_text("utf-8")})
    assert found.findings == ()
    assert found.models
