"""Every example of the reference reads."""

import re
from pathlib import Path

import pytest

from collector.brief.settings import KEYS

PAGE = Path(__file__).parents[2] / "docs" / "brief.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```markdown\n(.*?)^```", TEXT, re.M | re.S)
ROWS = re.findall(r"^\| (`.*?) \|", TEXT, re.M)
ANSWERS = [
    code
    for row in ROWS
    for code in re.findall("`([^`]+)`", row)
    if code[0] in "_-(☆" and " " in code
]
TESTS = [code for row in ROWS for code in re.findall("`([^`]+)`", row) if code.startswith("is ")]
ASKED = {
    "is supplier": "- ( ) Supplier\n- ( ) Other",
    "is not supplier": "- ( ) Supplier\n- ( ) Other",
    "is rye or wheat": "- [ ] Rye\n- [ ] Wheat",
    "is yes": "- [ ] News",
    "is no": "- [ ] News",
    'is "Bristol"': "____",
}


BESIDE = re.compile(r"\]\((\w+\.jpg)\)|from=(\w+\.csv)")
"""What an example needs beside the brief."""


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_of_the_reference_reads(author, example):
    for names in BESIDE.findall(example):
        (author.folder / "".join(names)).write_text("bern,Bern\nbasel,Basel\n")
    if example.startswith("---"):
        author.publishes(example)
    else:
        author.makes_form(example)


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_of_the_reference_reads(author, answer):
    alike = answer.startswith("- (")
    author.asks(f"{answer}\n- ( ) Rye" if alike else answer, "### How? {#how .personal}")


@pytest.mark.parametrize("test", TESTS)
def test_a_test_of_the_reference_reads(author, test):
    asked = ASKED.get(test, "____ (number)")
    author.makes_form(f"### A {{#a}}\n{asked}\n\n### B\n*Only if [a](#a) {test}.*\n____\n")


def test_the_reference_names_every_setting_that_is_carried_out():
    named = {code for row in ROWS for code in re.findall("`([^`]+)`", row)}
    assert set(KEYS) <= named
