"""Reports and stories as their owner writes them."""

from pathlib import Path

from collector.brief import Quarter
from tests.models.garden import only, read

REPORT = """\
---
kind: report
quarter: 2026-Q4
challenges: bread
---

# Autumn

Much rain.

## What we asked

For warm things.

## Learnt {#learnt}

Salt.
"""

STORY = """\
---
kind: story
ideas: rye12345, https://ideas.bakery.example/challenges/bread/ideas/spelt123/
---

# A warm roll

## How it was

Cold.

## And then {#came}

Warm.
"""


def test_a_report_is_read_with_its_quarter_and_all_five_chapters(tmp_path: Path) -> None:
    [report] = read(tmp_path, autumn=REPORT).models.reports
    assert report.quarter == Quarter(2026, 4)
    assert [(each.code, each.label, each.text) for each in report.chapters] == [
        ("asked", "What we asked", "For warm things."),
        ("came", "", ""),
        ("did", "", ""),
        ("brought", "", ""),
        ("learnt", "Learnt", "Salt."),
    ]
    assert report.tells_of("bread")
    assert not report.tells_of("club")


def test_a_report_without_a_quarter_tells_of_the_one_it_is_called_by(tmp_path: Path) -> None:
    text = "---\nkind: report\n---\n\n# Autumn\n"
    [report] = read(tmp_path, **{"2026-Q4": text}).models.reports
    assert report.quarter == Quarter(2026, 4)
    assert report.tells_of("anything")
    assert only(read(tmp_path, autumn=text)).reason == "report-quarter-missing"


def test_faults_of_a_report_name_the_line_and_what_to_write(tmp_path: Path) -> None:
    found = only(read(tmp_path, autumn=REPORT.replace("2026-Q4", "autumn")))
    assert (found.reason, found.line, found.fix) == ("report-quarter", 3, "quarter: 2026-Q4")
    found = only(read(tmp_path, autumn=REPORT.replace("bread", "bred")))
    assert (found.reason, found.fix) == ("model-challenge", "challenges: bread")
    found = only(read(tmp_path, autumn=REPORT.replace("## What we asked", "## What we did asked")))
    assert found.reason == "model-block-unknown"


def test_a_story_is_read_with_its_ideas_and_the_parts_that_are_written(tmp_path: Path) -> None:
    [story] = read(tmp_path, roll=STORY).models.stories
    assert story.ideas == ("rye12345", "spelt123")
    assert [(each.code, each.label) for each in story.scenes] == [
        ("before", "How it was"),
        ("came", "And then"),
    ]


def test_a_story_that_tells_nothing_is_none(tmp_path: Path) -> None:
    assert only(read(tmp_path, roll="---\nkind: story\n---\n\n# Roll\n")).reason == "story-empty"
