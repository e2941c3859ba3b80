"""Participant maps: groups on two sides, as headings or a table, tied to those that are invited."""

from pathlib import Path

import pytest

from collector.models import read_pages
from tests.models.garden import only, read

MAP = """\
---
kind: participants
---

# Who takes part

All of us.

## Inside

### (staff) People who work here

They know the oven.

- Role: They bake
  and sell
- Motive: An *easier* morning
- How we engage them: A poster

## Outside

| Group | Role | Motive | How |
|-------|------|--------|-----|
| (suppliers) The mill | Flour | | A letter |
| (-) Neighbours | Noise | Sleep | Tea |
"""


def warned(folder: Path, text: str, **invited: list[str]):
    path = folder / "people.md"
    path.write_text(text, encoding="utf-8")
    return read_pages({"people.md": path}, "en", ["bread", "cake"], lambda: invited)


def test_groups_are_read_from_headings_and_tables(tmp_path: Path) -> None:
    reading = read(tmp_path, people=MAP)
    assert reading.findings == ()
    (told,) = reading.models.participants
    assert [(each.side, each.code, each.label) for each in told.groups] == [
        ("inside", "staff", "People who work here"),
        ("outside", "suppliers", "The mill"),
        ("outside", "-", "Neighbours"),
    ]
    staff, mill, _ = told.groups
    assert staff.text == "They know the oven."
    assert staff.facts == {
        "role": "They bake and sell",
        "motive": "An *easier* morning",
        "how": "A poster",
    }
    assert mill.facts == {"role": "Flour", "how": "A letter"}


def test_a_code_is_written_in_braces_too_or_made_of_the_words(tmp_path: Path) -> None:
    text = MAP.replace("### (staff) People", "### People").replace("(suppliers) ", "")
    (told,) = read(tmp_path, people=text).models.participants
    assert [each.code for each in told.groups] == ["people_who_work_here", "the_mill", "-"]
    braced = MAP.replace("(staff) People who work here", "People who work here {#crew}")
    (told,) = read(tmp_path, people=braced).models.participants
    assert (told.groups[0].code, told.groups[0].label) == ("crew", "People who work here")


def test_names_are_known_in_the_gardens_language_and_in_english(tmp_path: Path) -> None:
    assert read(tmp_path, language="de", people=MAP).findings == ()


@pytest.mark.parametrize(
    ("old", "new", "reason", "line"),
    [
        ("(suppliers)", "(staff)", "participants-twice", 24),
        ("| Group | Role | Motive | How |", "| Group | Rôle |", "participants-table", 22),
        ("| Flour | | A letter |", "| Flour |", "participants-ragged", 24),
        ("- Motive: An", "- Role: An", "participants-fact-twice", 17),
    ],
)
def test_a_fault_is_told_at_its_line(
    tmp_path: Path, old: str, new: str, reason: str, line: int
) -> None:
    finding = only(read(tmp_path, people=MAP.replace(old, new)))
    assert (finding.reason, finding.line) == (reason, line)


def test_a_map_without_groups_is_none(tmp_path: Path) -> None:
    finding = only(read(tmp_path, people="---\nkind: participants\n---\n# Us\n"))
    assert finding.reason == "participants-empty"


def test_a_group_that_nobody_invites_is_warned_of_with_the_nearest(tmp_path: Path) -> None:
    reading = warned(tmp_path, MAP, bread=["staff", "supplier"])
    finding = only(reading)
    assert (finding.severity, finding.reason) == ("warning", "participants-group-unknown")
    assert finding.line == 24
    assert finding.fix == "| (supplier) The mill | Flour | | A letter |"
    assert "staff, supplier" in finding.message
    assert reading.models.participants


def test_where_no_challenge_invites_groups_that_is_said(tmp_path: Path) -> None:
    reading = warned(tmp_path, MAP, bread=[])
    assert [each.reason for each in reading.findings] == ["participants-group-none"] * 2
    assert reading.findings[0].fix == "### (-) People who work here"
    assert warned(tmp_path, MAP.replace("(staff)", "(_none)"), bread=["suppliers"]).findings == ()


def test_only_the_challenges_that_it_names_are_asked(tmp_path: Path) -> None:
    text = MAP.replace("kind: participants", "kind: participants\nchallenges: cake")
    groups = {"bread": ["staff", "suppliers"], "cake": ["staff"]}
    assert only(warned(tmp_path, text, **groups)).line == 25
    assert warned(tmp_path, MAP, **groups).findings == ()


def test_a_challenge_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    text = MAP.replace("kind: participants", "kind: participants\nchallenges: bred")
    assert only(read(tmp_path, people=text)).fix == "challenges: bread"
