"""No template holds words of its own: all that people read comes from the catalogues."""

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "collector"
TEMPLATES = sorted(
    path
    for path in PACKAGE.rglob("*.html")
    if "templates" in path.parts or path.is_relative_to(PACKAGE / "kit" / "theme")
)
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.S)
HIDDEN = re.compile(r"<!--.*?-->|<(script|style|kbd|code)\b.*?</\1>", re.S)
READ = re.compile(r'(?:aria-label|alt|title|placeholder)="([^"]*)"')
MARKS = re.compile(r'<[^>]*>|data-[\w-]+(?!=)|[\w-]+="[^"]*"')
WORD = re.compile(r"[^\W\d_]{2,}")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: "/".join(path.parts[-3:]))
def test_a_template_holds_no_words(path: Path) -> None:
    text = HIDDEN.sub("", JINJA.sub("", path.read_text("utf-8")))
    read = [*READ.findall(text), MARKS.sub("", text).replace("{title}", "")]
    assert [word for each in read for word in WORD.findall(each)] == []


def test_there_are_templates_to_look_at() -> None:
    assert len(TEMPLATES) > 50
