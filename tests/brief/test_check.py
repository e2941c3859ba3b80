"""Every row of the table of what `check` says, in the order of the language's reference."""

import pytest

from collector.errors import Severity
from tests.brief.conftest import SURVEY

TOP = "---\ncloses: never\n---\n# Bread\n\n"
ROLE = "### Role {#role}\n- (customer) Customer\n- (supplier) Supplier\n\n"

ROWS = {
    "an unknown class": (f"{TOP}## Poll {{.pol}}\n", "brief-section-unknown", 6, "## Poll {.poll}"),
    "a class without its dot": (f"{TOP}## Poll {{poll}}\n", "brief-braces", 6, "## Poll {.poll}"),
    "a list without marks": (
        f"{SURVEY}### Fresh?\n- Yes\n- No\n",
        "brief-option-marks",
        9,
        "- ( ) Yes",
    ),
    "brackets without a dash": (
        f"{SURVEY}### Fresh?\n( ) Yes\n( ) No\n",
        "brief-option-dash",
        9,
        "- ( ) Yes",
    ),
    "a box without a dash": (f"{SURVEY}### Fresh?\n☐ Yes\n", "brief-option-dash", 9, "- ( ) Yes"),
    "a dash without its blank": (
        f"{SURVEY}### Fresh?\n-( ) Yes\n",
        "brief-option-dash",
        9,
        "- ( ) Yes",
    ),
    "a code with a blank": (
        f"{SURVEY}### Which?\n- (see note) Rye\n- ( ) Oats\n",
        "brief-code-signs",
        9,
        "- ( ) (see note) Rye",
    ),
    "a tick": (
        f"{SURVEY}### Which?\n- [x] Rye\n- [ ] Oats\n",
        "brief-option-ticked",
        9,
        "- [ ] Rye",
    ),
    "unlike brackets": (
        f"{SURVEY}### Which?\n- ( ) Rye\n- [ ] Oats\n",
        "brief-option-mixed",
        10,
        "- ( ) Oats",
    ),
    "two shapes": (f"{SURVEY}### Which?\n____\n\n☆☆☆☆☆\n", "brief-shape-two", 11, "### Which (2)?"),
    "a rule instead of a shape": (
        f"{SURVEY}### Which?\n\n---\n\n### One\n____\n",
        "brief-shape-rule",
        10,
        "____ (text)",
    ),
    "a blank inside a sentence": (
        f"{SURVEY}### Which?\nI like ____ best.\n",
        "brief-blank-inside",
        9,
        "____ (text)",
    ),
    "no shape": (f"{SURVEY}### Which?\nSay it.\n", "brief-shape-none", 8, "____ (text)"),
    "text right above a rule": (
        f"{SURVEY}### One\n____\nThank you\n---\n\n### Two\n____\n",
        "brief-rule-heading",
        11,
        "(an empty line)\n---",
    ),
    "an idea without a name": (
        f"{TOP}## Idea {{.idea}}\n\n### More {{#text}}\n____\n",
        "brief-title-missing",
        6,
        "### Its name * {#title}",
    ),
    "an answer that nobody can give": (
        f"{SURVEY}{ROLE}### What?\n*Only if [you](#role) is suplier.*\n____\n",
        "brief-condition-value",
        13,
        "*Only if [you](#role) is supplier.*",
    ),
    "a question outside a form": (
        f"{TOP}## Ask\n\n### One\n____\n",
        "brief-shape-outside",
        6,
        "## Ask {.survey}",
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_check_says_where_what_is_wrong_and_the_line_to_write(author, row):
    text, reason, line, fix = ROWS[row]
    found = [each for each in author.writes(text).findings if each.reason == reason]
    assert found, author.writes(text).findings
    assert (found[0].line, found[0].fix) == (line, fix)
    assert found[0].severity is Severity.ERROR
    assert found[0].message


def test_all_findings_come_at_once_in_the_order_of_the_file(author):
    text = (
        "---\ncolour: red\n---\n# Bread\n\n## A {.pol}\n\n## B {.survey}\n\n"
        "### One\n- [x] A\n- [ ] B\n\n### Two\n"
    )
    reading = author.writes(text)
    assert [(each.line, each.reason) for each in reading.findings] == [
        (1, "brief-no-closes"),
        (2, "brief-setting-unknown"),
        (6, "brief-section-unknown"),
        (11, "brief-option-ticked"),
        (14, "brief-shape-none"),
    ]
    assert reading.brief is None
