"""`check` at the command line: findings, who sees what, minutes and paths."""

import json
from pathlib import Path

import pytest

from collector.cli import main
from tests.gardens import lay_out

BREAD = """\
---
closes: never
objective: Better bread
---

# Bread

Ask.

## Questions {.survey #visit}

### Your role? {#role}
- ( ) Guest
- ( ) Staff

### Since when? {#since}
*Only if [your role](#role) is staff.*

____ (date)
"""
NEVER = BREAD.replace("is staff", "is staff and [your role](#role) is guest")


def check(garden, *words):
    return main(["--garden", str(garden), "check", *words])


@pytest.fixture
def garden(tmp_path: Path):
    def laid_out(text: str) -> Path:
        lay_out(tmp_path, {"bread": text})
        return tmp_path

    return laid_out


def test_paths_are_told_form_by_form(garden, capsys):
    assert check(garden(BREAD), "--paths") == 0
    told = capsys.readouterr().out
    assert "bread, visit: takes about 1 minute\n" in told
    assert "bread, visit: paths walked: 2; questions met: 2\n" in told
    assert "bread, visit: every answer was found in its column again\n" in told


def test_paths_are_not_walked_unasked(garden, capsys):
    assert check(garden(BREAD)) == 0
    assert "paths" not in capsys.readouterr().out


def test_a_question_that_nobody_meets_is_warned_at_its_heading(garden, capsys):
    assert check(garden(NEVER), "--json") == 0
    (finding,) = json.loads(capsys.readouterr().out)
    assert (finding["reason"], finding["line"]) == ("form-unreachable", NEVER.count("\n") - 3)
    assert finding["severity"] == "warning"
    assert "Since when?" in finding["message"]


def test_paths_are_told_to_programs_beside_the_findings(garden, capsys):
    assert check(garden(NEVER), "--paths", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["reason"] for each in told["findings"]] == ["form-unreachable"]
    assert told["paths"] == [
        {
            "challenge": "bread",
            "form": "visit",
            "paths": 3,
            "more": False,
            "met": ["role"],
            "never": ["since"],
            "refused": [],
            "shifted": [],
        }
    ]
