from pathlib import Path

import pytest

from collector.brief.heading import Heading, level_of, read_heading
from collector.brief.report import Report
from collector.brief.source import numbered


def reads(raw: str) -> Heading:
    report = Report(Path("bread.md"))
    heading = read_heading(numbered(1, raw), report)
    assert heading is not None
    assert report.findings == ()
    return heading


@pytest.mark.parametrize(
    "raw",
    [
        "### Your name? *",
        "### Your name?*",
        "### Your name*?",
        "### Your name *?",
        "### Your name? * {#name .personal}",
        "### Your name? {#name .personal} *",
        "### Your name?* {: #name .personal }",
        "### Your name? \\*",
        "### Your name? * ###",
    ],
)
def test_a_star_before_or_after_the_braces_asks_for_an_answer(raw):
    heading = reads(raw)
    assert heading.label == "Your name?"
    assert heading.required
    if "{" in raw:
        assert (heading.attributes.id, heading.attributes.classes) == ("name", ["personal"])


@pytest.mark.parametrize(
    ("raw", "label"), [("### *Rye*", "*Rye*"), ("### **Rye**", "**Rye**"), ("### Rye", "Rye")]
)
def test_emphasis_asks_for_nothing(raw, label):
    heading = reads(raw)
    assert (heading.label, heading.required) == (label, False)


@pytest.mark.parametrize(
    ("raw", "label"),
    [
        ("### How is *rye*? *", "How is *rye*?"),
        ("### How is *rye*?*", "How is *rye*?"),
        ("### **Rye** *", "**Rye**"),
        ("### How good are 5* hotels? *", "How good are 5* hotels?"),
    ],
)
def test_a_star_asks_behind_other_stars_too(raw, label):
    heading = reads(raw)
    assert (heading.label, heading.required) == (label, True)


def test_values_may_stand_in_quotes():
    assert reads('## Poll {.poll results="always" #p}').attributes.values == {"results": "always"}


@pytest.mark.parametrize(("raw", "level"), [("# a", 1), ("   ### a", 3), ("#a", 0), ("a", 0)])
def test_a_heading_has_a_blank_behind_its_signs(raw, level):
    assert level_of(numbered(1, raw)) == level


@pytest.mark.parametrize("braces", ["{poll}", "{.poll #}", "{.poll #a #b}", "{results=}", "{.}"])
def test_words_in_braces_without_dot_or_sign_are_reported(braces):
    report = Report(Path("bread.md"))
    read_heading(numbered(1, f"## Poll {braces}"), report)
    assert [finding.reason for finding in report.findings] == ["brief-braces"]


def test_the_fix_puts_a_dot():
    report = Report(Path("bread.md"))
    read_heading(numbered(1, "## Poll {poll}"), report)
    assert report.findings[0].fix == "## Poll {.poll}"
    assert report.findings[0].column == 10


def test_a_word_is_added_to_braces_or_with_them():
    assert reads("### Rye *").with_word("#rye") == "### Rye * {#rye}"
    assert reads("### Rye {.public}").with_word("#rye") == "### Rye {#rye .public}"
