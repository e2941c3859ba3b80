"""The line that a finding suggests, put where it belongs."""

from pathlib import Path

import pytest

from collector import brief
from collector.brief import mend
from collector.garden import Settings

HEAD = (
    "---\ncloses: never\nobjective: Better bread\n---\n\n# Bread\n\nTell us.\n\n"
    "## Form {.survey}\n\n### How? {#how}\n\n"
)


def check(text: str):
    return brief.read(Path("bread.md"), Settings(), text=text).findings


@pytest.mark.parametrize(
    ("faulty", "mended"),
    [
        ("( ) Yes\n( ) No\n", "- ( ) Yes\n( ) No\n"),
        ("- ( ) Yes\n- [ ] No\n- ( ) Never\n", "- ( ) Yes\n- ( ) No\n- ( ) Never\n"),
        ("____ (3-1 characters)\n", None),
        ("____ (txt)\n", "____ (text)\n"),
        ("- (a) Yes\n- (a) No\n", "- (a) Yes\n- (a_2) No\n"),
        ("1. [ ] Alone\n", "1. [ ] Alone\n2. [ ] Label\n"),
    ],
)
def test_a_line_is_mended(faulty: str, mended: str | None) -> None:
    finding = next(each for each in check(HEAD + faulty) if each.fix)
    found = mend(HEAD + faulty, finding, check)
    if mended is not None:
        assert found is not None
        assert found[0].removeprefix(HEAD) == mended


def test_a_missing_setting_is_added_to_the_settings() -> None:
    text = "# Bread\n\nTell us.\n\n## Form {.survey}\n\n### How? {#how}\n\n____\n"
    finding = next(each for each in check(text) if each.reason == "brief-no-closes")
    assert mend(text, finding, check) == (f"---\ncloses: never\n---\n\n{text}", 1)


def test_a_way_out_is_added_at_the_end_of_the_list() -> None:
    text = (
        f"{HEAD.replace('How?', 'Which? *')}- ( ) Rye\n- ( ) Oats\n\n### More? {{#more}}\n\n____\n"
    )
    finding = next(each for each in check(text) if each.reason == "brief-no-way-out")
    found = mend(text, finding, check)
    assert found is not None
    assert "- ( ) Oats\n- ( ) Other: ____\n\n### More?" in found[0]


def test_what_would_spoil_something_else_is_not_done() -> None:
    text = HEAD + "____\n"
    (finding,) = check(text.replace("{.survey}", "{.idea}"))[:1]
    spoiled = mend(text, finding, check)
    assert spoiled is None or check(spoiled[0]) == ()


def test_no_mending_makes_more_errors() -> None:
    for faulty in (
        "- Yes\n- No\n",
        "(1) Bad … (9 Good\n",
        "| | a |\n|---|---|\n| b | ( ) | ( ) |\n",
    ):
        before = check(HEAD + faulty)
        for finding in before:
            found = mend(HEAD + faulty, finding, check)
            assert found is None or len(check(found[0])) <= len(before)
