"""`import` and `slips`, as somebody types them."""

import csv
from pathlib import Path

import click
import pytest

from collector.cli import main
from collector.garden import Garden
from collector.store import Store, reads
from tests.gardens import lay_out

BREAD = """\
---
closes: never
---

# Bread

Ask.

## Poll {.poll #hours}

### When? * {#when}
- ( ) Early
- ( ) Late
- ( ) Never

### What else? {#what}
____ (long)
"""
BROT = """\
# Brot

Frage.

## Umfrage {.poll #hours}

### Wann? * {#when}
- (early) Früh
- (late) Spät
- (never) Nie

### Was sonst? {#what}
____ (lang)
"""
TWO = BREAD + "\n## Idea {.idea}\n\n### Name * {#title}\n____\n"


@pytest.fixture
def garden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Garden:
    monkeypatch.chdir(tmp_path)
    return lay_out(tmp_path, {"bread": BREAD, "two": TWO}, '[site]\nurl = "https://a.example"\n')


@pytest.fixture
def run(garden: Garden, capsys: pytest.CaptureFixture[str]):
    def run(*words: str) -> tuple[int, str]:
        code = main(["--garden", str(garden.root), *words])
        told = capsys.readouterr()
        return code, click.unstyle(told.out + told.err)

    return run


def typed(garden: Garden, text: str, encoding: str = "utf-8-sig") -> str:
    path = garden.root / "slips.csv"
    path.write_bytes(text.encode(encoding))
    return str(path)


def kept(garden: Garden) -> list[dict[str, object]]:
    with Store.open(garden) as store:
        found = [dict(each.answers) for each in reads.responses(store, "bread")]
    return sorted(found, key=str)


GOOD = 'when;what\r\nEarly;"a ""b"";\r\nc"\r\nlate;\r\n'
BAD = "when,what\nEarly,\nnoon,x\n,y\n"


def test_slips_from_a_spreadsheet_are_taken_in(run, garden):
    code, told = run("import", "answers", "bread", typed(garden, GOOD), "--by", "Ann")
    assert (code, told) == (0, "bread, hours: slips kept: 2\n")
    assert kept(garden) == [{"when": "early", "what": 'a "b";\nc'}, {"when": "late"}]


def test_the_same_file_brought_again_keeps_nothing_twice(run, garden):
    for _ in range(2):
        code, told = run("import", "answers", "bread", typed(garden, GOOD), "--by", "Ann")
    assert code == 0
    assert "slips kept: 0\nPassed over because they were kept before: 2." in told
    assert len(kept(garden)) == 2


def test_nothing_is_kept_of_a_file_with_faults_and_all_of_them_are_told(run, garden):
    code, told = run("import", "answers", "bread", typed(garden, BAD), "--by", "Ann")
    assert code == 1
    assert told.splitlines()[:3] == [
        "Row 3, when: This is not one of the answers. Please choose again.",
        "    write: Early | Late | Never",
        "Row 4, when: Please choose an answer.",
    ]
    assert "Nothing is kept: rows with faults: 2, good rows: 1." in told
    assert kept(garden) == []


def test_rows_with_faults_can_be_set_aside_and_brought_again_once_corrected(run, garden):
    answers = ("import", "answers", "bread")
    report = garden.root / "bad.csv"
    first = (*answers, typed(garden, BAD), "--by", "Ann", "--skip-bad", str(report))
    assert run(*first)[0] == 0
    assert kept(garden) == [{"when": "early"}]
    aside = report.read_text("utf-8-sig").replace("noon", "late").replace("\n,y", "\nnever,y")
    assert "Please choose an answer." in aside
    report.write_text(aside, "utf-8")
    assert run(*answers, str(report), "--by", "Ann")[0] == 0
    assert [each["when"] for each in kept(garden)] == ["early", "late", "never"]


def test_a_dry_run_keeps_nothing(run, garden):
    words = ("import", "answers", "bread", typed(garden, GOOD), "--by", "Ann", "--dry-run")
    assert run(*words) == (0, "bread, hours: slips that would be kept: 2; nothing is kept yet\n")
    assert kept(garden) == []


def test_a_file_that_can_not_be_read_is_no_list_of_rows(run, garden):
    path = typed(garden, "when\nfrüh\n", "cp1252")
    code, told = run(
        "import", "answers", "bread", path, "--by", "Ann", "--skip-bad", str(garden.root / "b")
    )
    assert code == 1
    assert "not UTF-8" in told
    assert "no row could be read" in told


def test_the_template_is_a_row_of_heads_and_covers_no_file(run, garden):
    code, told = run("import", "template", "bread")
    assert (code, told) == (0, "The table for the slips of bread, hours is in bread-hours.csv.\n")
    assert (garden.root / "bread-hours.csv").read_text("utf-8-sig") == "_slip,when,what\n"
    assert run("import", "template", "bread")[0] == 1


def test_of_several_forms_one_must_be_named(run, garden):
    code, told = run("import", "template", "two")
    assert (code, "two has several forms: hours, idea." in told) == (1, True)
    assert run("import", "template", "two", "--form", "idea")[0] == 0
    assert run("import", "template", "two", "--form", "none")[0] == 1
    assert run("import", "template", "nothing")[0] == 1


def test_slips_are_one_page_that_needs_nothing_else(run, garden):
    code, told = run("slips", "two", "--to", "two.html")
    page = (garden.root / "two.html").read_text("utf-8")
    assert (code, "Slips for two are in two.html." in told) == (0, True)
    assert page.count("<article") == 2
    assert "@page" in page
    assert "https://a.example/challenges/two/?from=slip#idea--form" in page
    assert "<script" not in page
    assert "<link" not in page
    assert run("slips", "two", "--form", "idea")[0] == 0
    assert (garden.root / "two-slips.html").read_text("utf-8").count("<article") == 1
    assert run("slips", "two", "--form", "none")[0] == 1


def test_slips_of_a_garden_without_an_address_have_no_code(run, garden):
    (garden.root / "ideagarden.toml").write_text("", "utf-8")
    assert run("slips", "bread")[0] == 0
    assert "<svg" not in (garden.root / "bread-slips.html").read_text("utf-8")


def test_what_was_typed_never_becomes_a_formula_in_the_export(run, garden):
    path = typed(garden, "when,what\nEarly,=1+1\n")
    assert run("import", "answers", "bread", path, "--by", "@SUM(A1)")[0] == 0
    assert run("export", "bread", "--to", "bread.csv", "--codes")[0] == 0
    with (garden.root / "bread.csv").open(newline="", encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert (row["what"], row["typed_by"], row["source"]) == ("'=1+1", "'@SUM(A1)", "paper")


def test_terms_stand_on_the_slip_and_each_row_says_that_they_are_accepted(run, garden):
    terms = garden.root / "site" / "pages" / "terms"
    terms.mkdir(parents=True)
    (terms / "rules.md").write_text("# Our rules\n\nBe kind.\n", "utf-8")
    brief = garden.challenges / "bread.md"
    brief.write_text(BREAD.replace("closes: never", "closes: never\nterms: rules"), "utf-8")
    assert run("slips", "bread")[0] == 0
    page = (garden.root / "bread-slips.html").read_text("utf-8")
    assert "I accept the terms: Our rules, a.example/terms/rules" in page
    assert run("import", "template", "bread")[0] == 0
    assert (garden.root / "bread-hours.csv").read_text("utf-8-sig").strip().endswith(",_terms")
    path = typed(garden, "when,_terms\nEarly,1\nLate,\n")
    code, told = run("import", "answers", "bread", path, "--by", "Ann")
    assert (code, "Row 3, _terms: The terms must be accepted" in told) == (1, True)
    path = typed(garden, "when,_terms\nEarly,1\n")
    assert run("import", "answers", "bread", path, "--by", "Ann")[0] == 0
    with Store.open(garden) as store:
        (response,) = reads.responses(store, "bread")
        assert reads.text(store, response.terms) == "# Our rules\n\nBe kind.\n"


def test_slips_are_printed_and_typed_in_a_translation_s_words(run, garden):
    (garden.challenges / "bread.de.md").write_text(BROT, "utf-8")
    assert run("slips", "bread", "--language", "de")[0] == 0
    page = (garden.root / "bread-slips.html").read_text("utf-8")
    assert '<html lang="de"' in page
    assert "Früh" in page
    assert "https://a.example/challenges/bread.de/?from=slip#hours--form" in page
    assert "need an answer" not in page
    path = typed(garden, "when\nspät\nearly\n")
    words = ("import", "answers", "bread", path, "--by", "Ann", "--language", "de")
    assert run(*words)[0] == 0
    with Store.open(garden) as store:
        found = sorted(
            (str(each.answers["when"]), each.language) for each in reads.responses(store, "bread")
        )
    assert found == [("early", "de"), ("late", "de")]


def test_ideas_come_from_a_table_with_headings_of_its_own(run, garden: Garden) -> None:
    file = garden.root / "ideas.csv"
    file.write_text("NAME;Stall\nRye;7\nOat;9\n", "utf-8")
    code, told = run("import", "ideas", "two", str(file), "--by", "Ann", "--dry-run")
    assert code == 0
    assert "Left out, as no question is called so: Stall" in told
    for kept in (2, 0):
        code, told = run("import", "ideas", "two", str(file), "--by", "Ann")
        assert (code, f"slips kept: {kept}" in told) == (0, True)
    with Store.open(garden) as store:
        ideas = list(reads.ideas(store, "two"))
    assert [(each.answers["title"], each.source) for each in ideas] == [
        ("Rye", "workshop"),
        ("Oat", "workshop"),
    ]


def test_a_table_of_ideas_with_faults_keeps_none(run, garden: Garden) -> None:
    file = garden.root / "ideas.csv"
    file.write_text("Name,Other\nRye,x\n,y\n", "utf-8")
    code, told = run("import", "ideas", "two", str(file), "--by", "Ann")
    assert code == 1
    assert "Row 3, title" in told
    assert run("import", "ideas", "bread", str(file), "--by", "Ann")[0] == 1
