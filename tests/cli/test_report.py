"""`report` tells of a quarter: as a page, or its numbers as a table."""

import csv
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from collector.acts.benefit import Told, tell
from collector.cli import main
from collector.entries import Idea, Progress, State
from collector.garden import Garden
from collector.store import Store, writes
from tests.gardens import lay_out
from tests.web.gardens import NOW

BRIEF = "# Bread\n\nAsk.\n\n## Idea {.idea}\n\n### Name * {#title}\n____\n"
REPORT = "---\nkind: report\n---\n\n# Autumn\n\n## What we learnt\n\nIt is the *salt*.\n"


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    lay_out(tmp_path, {"bread": BRIEF})
    garden = Garden.find(tmp_path)
    idea = Idea(
        ref="k3",
        challenge="bread",
        form="idea",
        form_hash="x",
        answers={"title": "Rye <b>"},
        state=State.APPROVED,
        received=NOW,
        progress=Progress.DONE,
        progressed=NOW,
    )
    with Store.open(garden) as store:
        writes.add(store, idea)
        tell(store, "k3", Told({"value": "12,50", "value_unit": "€"}), "ada", NOW)
    return garden


def run(garden: Garden, *words: str) -> int:
    return main(["--garden", str(garden.root), "report", *words])


def test_a_quarter_is_a_page_with_the_owner_s_words(
    garden: Garden, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(garden, "2026q4") == 0
    page = LexborHTMLParser(Path("report-2026-Q4.html").read_text("utf-8"))
    assert page.css_first("h1").text() == "Report 2026-Q4"
    assert "Rye <b>" in page.body.text()
    assert "12.50\u00a0€" in page.body.text()
    assert not page.css("script, link, img")
    (garden.own_pages / "reports").mkdir(parents=True)
    (garden.own_pages / "reports" / "2026-Q4.md").write_text(REPORT, encoding="utf-8")
    assert run(garden, "2026-Q4", "--to", "own.html") == 0
    page = LexborHTMLParser(Path("own.html").read_text("utf-8"))
    assert page.css_first("h1").text() == "Autumn"
    assert page.css_first("#learnt ~ p em").text() == "salt"


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "ods"])
def test_its_numbers_are_a_table(garden: Garden, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"numbers.{suffix}"
    assert run(garden, "2026-Q4", "--to", str(path)) == 0
    if suffix == "csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = {each["measure"]: each["value"] for each in csv.DictReader(file)}
        assert (rows["ideas"], rows["done"], rows["value"]) == ("1", "1", "12.5")


@pytest.mark.parametrize(("quarter", "name"), [("2026-Q4", "report.txt"), ("autumn", "report.csv")])
def test_what_can_not_be_told_is_refused(
    garden: Garden,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    quarter: str,
    name: str,
) -> None:
    path = tmp_path / name
    assert run(garden, quarter, "--to", str(path)) == 1
    assert capsys.readouterr().err
    assert not path.exists()
