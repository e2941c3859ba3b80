"""Programmes: every step leads to something that is there."""

from pathlib import Path

import pytest

from collector.models import Target, read_pages
from tests.models.garden import CANVAS, EXPERIMENT, PROGRAMME, only, read


def test_a_step_names_what_belongs_to_it_and_keeps_its_words(tmp_path: Path) -> None:
    text = PROGRAMME.replace(
        "- challenge: bread", "We bake *it*.\n\n- challenge: bread\n- flour: 2"
    )
    reading = read(tmp_path, plan=text, work=CANVAS, late_rolls=EXPERIMENT)
    assert reading.findings == ()
    (programme,) = reading.models.programmes
    build, measure, learn = programme.steps
    assert [(each.target, each.name) for each in build.links] == [
        (Target.CHALLENGE, "bread"),
        (Target.EXPERIMENT, "late-rolls"),
    ]
    assert build.text == "We bake *it*.\n\n- flour: 2"
    assert measure.links[0].name == "work"
    assert learn.links == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "fix"),
    [
        ("challenge: bread", "challenge: bred", 10, "- challenge: bread"),
        ("experiment: late-rolls", "experiment: late-roll", 11, "- experiment: late-rolls"),
        ("canvas: work", "canvas: nowhere-near", 15, ""),
    ],
)
def test_a_programme_that_points_at_nothing_names_the_nearest(
    tmp_path: Path, old: str, new: str, line: int, fix: str
) -> None:
    text = PROGRAMME.replace(old, new)
    finding = only(read(tmp_path, plan=text, work=CANVAS, late_rolls=EXPERIMENT))
    assert (finding.reason, finding.line, finding.fix) == ("step-points-nowhere", line, fix)


def test_a_step_of_another_method_is_unknown(tmp_path: Path) -> None:
    text = PROGRAMME.replace("## Measure", "## Empathise")
    reading = read(tmp_path, plan=text, work=CANVAS, late_rolls=EXPERIMENT)
    assert only(reading).reason == "model-block-unknown"


def test_a_programme_must_say_whose_steps_it_takes(tmp_path: Path) -> None:
    text = PROGRAMME.replace("lean start-up", "leen start-up")
    finding = only(read(tmp_path, plan=text, work=CANVAS, late_rolls=EXPERIMENT))
    assert finding.fix == "programme: lean start up"


def test_two_pages_of_a_kind_can_not_share_a_name(tmp_path: Path) -> None:
    files = {}
    for place in ("a/work.md", "b/work.md"):
        (tmp_path / place).parent.mkdir()
        (tmp_path / place).write_text(CANVAS, encoding="utf-8")
        files[place] = tmp_path / place
    finding = only(read_pages(files, "en", []))
    assert finding.reason == "model-name-twice"
    assert "a/work.md" in finding.message
