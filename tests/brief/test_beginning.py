"""How a challenge begins."""

from pathlib import Path

import pytest

from collector import brief
from collector.brief import from_copy, from_nothing, from_template, is_slug, slug_of
from collector.errors import Severity
from collector.garden import Settings


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("What should we bake next?", "what-should-we-bake-next"),
        ("Süße Brötchen & Größe 3", "susse-brotchen-grosse-3"),
        ("Qu'est-ce qu'on fait ?", "qu-est-ce-qu-on-fait"),
        ("パン", ""),
        ("../../etc", "etc"),
    ],
)
def test_a_slug_is_made_from_a_title(title: str, slug: str) -> None:
    assert slug_of(title) == slug
    assert is_slug(slug) == bool(slug)


@pytest.mark.parametrize("name", brief.templates())
def test_a_template_takes_the_title_and_nothing_else_changes(name: str) -> None:
    text = from_template(name, "What *now*?")
    plain = from_template(name)
    changed = [
        each for each in zip(text.split("\n"), plain.split("\n"), strict=True) if each[0] != each[1]
    ]
    ((new, _),) = changed
    assert new == "# What *now*?"
    read = brief.read(Path("x.md"), Settings(), text=text)
    assert [each for each in read.findings if each.severity is Severity.ERROR] == []


def test_a_title_stays_one_line() -> None:
    assert from_nothing("Rye\n\n## Form {.idea}").startswith("# Rye ## Form {.idea}\n")


def test_a_copy_loses_its_dates_and_keeps_the_rest() -> None:
    phases = "phases:\n- Send: 2026-01-01 to 2026-02-01, submit\n"
    text = f"---\nopens: 2026-01-01\ntags: a\n{phases}---\n\n# Old\n\nWords.\n"
    assert from_copy(text, "New") == "---\ntags: a\n---\n\n# New\n\nWords.\n"
