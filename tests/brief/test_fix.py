import pytest

from collector.brief import fix
from collector.garden import Settings
from tests.brief.conftest import SURVEY

SETTINGS = Settings()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("### How was it? *\n____\n", "### How was it? * {#how_was_it}\n____\n"),
        ("### Town {.personal}\n____\n", "### Town {#town .personal}\n____\n"),
        ("### Town ###\n____\n", "### Town {#town} ###\n____\n"),
        ("### Town <!-- x -->\n____\n", "### Town {#town} <!-- x -->\n____\n"),
        (
            "### A {#a}\n- ( ) Rye\n- (w) Wheat\n- ( ) Other: ____\n",
            "### A {#a}\n- (rye) Rye\n- (w) Wheat\n- (other) Other: ____\n",
        ),
        ("### A {#a}\n+ [] Rye\n+ [  ] Oats\n", "### A {#a}\n+ [rye] Rye\n+ [oats] Oats\n"),
        ("### A {#a}\n1. [ ] Rye\n2. [ ] Oats\n", "### A {#a}\n1. [rye] Rye\n2. [oats] Oats\n"),
        ("### A {#a}\n- [!] Rye\n- [o!] Oats\n", "### A {#a}\n- [rye!] Rye\n- [o!] Oats\n"),
        (
            "### A {#a}\n- Rye: ____\n- Oats: ____\n- = 9\n",
            "### A {#a}\n- [rye] Rye: ____\n- [oats] Oats: ____\n- = 9\n",
        ),
        (
            "### A {#a}\n|  | Bad | ( ) Good |\n|---|---|---|\n| Rye | ( ) | ( ) |\nOats|( )|( )\n",
            "### A {#a}\n|  | (bad) Bad | (good) Good |\n|---|---|---|\n"
            "| [rye] Rye | ( ) | ( ) |\n[oats] Oats|( )|( )\n",
        ),
        ("### A {#a}\n- Rye: ____\n", "### A {#a}\n- [rye] Rye: ____\n"),
        ("### A {#a}\n- [ ] Yes\n", "### A {#a}\n- [ ] Yes\n"),
        ("### A {#a}\n- ( ) X\n- ( ) Y\n", "### A {#a}\n- (x_) X\n- (y) Y\n"),
        ("### A {#a}\r\n- ( ) Rye \r\n- ( ) Oats", "### A {#a}\r\n- (rye) Rye \r\n- (oats) Oats"),
        ("### A {#a}\n\\- （ ） Rye\n- ( ) Oats\n", "### A {#a}\n\\- （rye） Rye\n- (oats) Oats\n"),
    ],
)
def test_made_ids_and_codes_are_written_out_and_nothing_else_changes(before, after):
    assert fix(SURVEY + before, SETTINGS) == SURVEY + after
    assert fix(SURVEY + after, SETTINGS) == SURVEY + after


def test_two_alike_are_left_for_the_author_to_tell_apart():
    text = SURVEY + "### A\n____\n\n### A\n____\n"
    assert fix(text, SETTINGS) == SURVEY + "### A {#a}\n____\n\n### A\n____\n"
