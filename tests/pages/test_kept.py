"""Answers stay under the ids and codes they came with, whatever words a brief uses later."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from collector import brief, form
from collector.errors import Finding
from collector.garden import Settings
from collector.pages.kept import held_against

BRIEF = """\
---
closes: never
---

# Bread

Ask.

## Poll {.poll}

### When would you come?
- ( ) Early
- ( ) Late

### What else? {#else}
- [rye] Rye
- [oat] Oats
"""

Changed = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """What is found when the brief is written anew after answers came in."""

    def read(text: str) -> brief.Reading:
        return brief.read(tmp_path / "bread.md", Settings(), text=text)

    def changed(old: str, new: str, *, strict: bool = False) -> list[tuple[str, str]]:
        before = read(BRIEF).brief
        assert before is not None
        kept = {each.name: [form.define(each).to_document()] for each in before.forms}
        after = read(BRIEF.replace(old, new))
        found: list[Finding] = list(
            held_against(replace(after, findings=()), kept, strict=strict).findings
        )
        return [(each.reason, each.fix) for each in found]

    return changed


def test_nothing_is_said_where_nothing_moved(changed: Changed) -> None:
    assert changed("Early", "Early", strict=True) == []


def test_new_words_for_a_made_id_name_the_old_one(changed: Changed) -> None:
    assert changed("When would you come?", "When do you come?") == [
        ("id-changed", "### When do you come? {#when_would_you_come}")
    ]


def test_new_words_for_a_made_code_name_the_old_one(changed: Changed) -> None:
    assert changed("( ) Early", "( ) In the morning") == [
        ("code-changed", "- (early) In the morning")
    ]


def test_new_words_beside_a_written_id_or_code_are_no_change(changed: Changed) -> None:
    assert changed("What else?", "Anything else?") == []
    assert changed("[oat] Oats", "[oat] Porridge") == []


def test_a_new_question_or_option_is_no_change(changed: Changed) -> None:
    assert changed("- [oat] Oats", "- [oat] Oats\n- [nut] Nuts", strict=True) == []


def test_what_is_gone_on_purpose_is_only_said_when_asked_for(changed: Changed) -> None:
    assert changed("- [oat] Oats\n", "- [nut] Nuts\n") == []
    assert changed("- [oat] Oats\n", "- [n] Nuts\n", strict=True) == [("code-gone", "")]
    assert changed("{#else}", "{#more}") == []
    assert changed("{#else}", "{#more}", strict=True) == [("id-gone", "")]
