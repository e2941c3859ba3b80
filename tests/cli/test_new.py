"""`new` begins a challenge or a model, each where it belongs, and never writes over anything."""

import json
from pathlib import Path

import pytest

from collector import brief, models
from collector.cli import main


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    assert main(["init", str(tmp_path / "bakery")]) == 0
    return tmp_path / "bakery"


def run(folder: Path, *words: str) -> int:
    return main(["--garden", str(folder), *words])


CALLED = {"report": "2026-Q4"}
"""A report is called by its quarter."""


@pytest.mark.parametrize("name", models.templates())
def test_a_model_from_any_template_passes_the_check(
    garden: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    called = CALLED.get(name, "ours")
    assert run(garden, "new", called, "--template", name) == 0
    folder = models.templates()[name].parent.name
    assert (garden / "site" / "pages" / folder / f"{called}.md").is_file()
    capsys.readouterr()
    assert run(garden, "check") == 0
    told = capsys.readouterr().out
    assert "0 errors, 0 warnings" in told
    assert "other models without faults: 1." in told


def test_all_templates_are_told_of_without_a_garden(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in lines} == {*brief.templates(), *models.templates()}
    assert "start-up-call             Young firms propose a pilot with you." in lines
    assert "strategy                  site/pages/canvases/" in lines


@pytest.fixture
def begun(garden: Path) -> Path:
    """A garden with a challenge from every template."""
    (garden / "challenges" / "suggestion-box.md").unlink()
    for name in brief.templates():
        assert run(garden, "new", name, "--template", name) == 0
    return garden


def test_every_form_of_every_template_can_be_filled_in_on_every_way_through_it(
    begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(begun, "check", "--paths", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["findings"] == []
    assert {each["challenge"] for each in told["paths"]} == {*brief.templates()}
    for each in told["paths"]:
        assert each["paths"] >= 1
        assert [each["never"], each["refused"], each["shifted"]] == [[], [], []], each


def test_all_templates_are_built_with_the_terms_that_they_ask_to_accept(begun: Path) -> None:
    assert run(begun, "build") == 0
    public = begun / "build" / "live" / "public"
    pages = {each.parent.name for each in public.glob("challenges/*/index.html")}
    assert pages & {*brief.templates()} == {*brief.templates()} - {"supplier-partnership"}
    terms = {each.parent.name for each in public.glob("terms/*/index.html")}
    assert terms == {"contributor-keeps", "shared", "taking-part"}
    call = (public / "challenges" / "start-up-call" / "index.html").read_text("utf-8")
    assert "Terms: your idea stays yours" in call
    cards = (public / "challenges/business-model-challenge/index.html").read_text("utf-8")
    assert cards.count("<details") == cards.count("</details>") == 10
    assert "Pilot first" not in (public / "challenges/product-challenge/index.html").read_text(
        "utf-8"
    )


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


def test_a_report_is_begun_for_its_quarter_however_that_is_written(
    garden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(garden, "new", "2026q3", "--template", "report") == 0
    path = garden / "site" / "pages" / "reports" / "2026-Q3.md"
    assert "quarter: 2026-Q3" in path.read_text("utf-8")
    assert run(garden, "new", "autumn", "--template", "report") == 1
    assert "2026-Q4" in capsys.readouterr().err


def test_a_ready_scorecard_is_put_into_a_new_challenge(garden: Path) -> None:
    more = ("--template", "product-challenge", "--jury", "rice")
    assert run(garden, "new", "oven", *more) == 0
    text = (garden / "challenges" / "oven.md").read_text("utf-8")
    assert "{.jury matrix=impact,effort}" in text
    assert run(garden, "check") == 0


def test_a_challenge_that_takes_no_ideas_has_no_jury(
    garden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(garden, "new", "visit", "--template", "customer-survey", "--jury", "ice") != 0
    assert "takes no ideas" in capsys.readouterr().err
    assert not (garden / "challenges" / "visit.md").exists()
