import gzip
import re
from collections import Counter
from pathlib import Path

import pytest

from collector import kit
from collector.garden import Garden
from collector.pages.squeeze import squeeze_script, squeeze_style
from collector.pages.theme import stage_theme
from tests.gardens import lay_out

MOST = 15 * 1024
"""Bytes of own css and js, compressed, that the heaviest page may load."""

ASSETS = Path(str(kit.THEME)) / "assets"
PARTS = [*sorted((ASSETS / "garden").glob("*.js")), ASSETS / "garden.js"]


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return lay_out(tmp_path / "garden", {})


def staged(garden: Garden) -> dict[str, bytes]:
    """The scripts and styles that are staged, by their plain names."""
    target = garden.build / "theme"
    return {
        name: (target / place).read_bytes() for name, place in stage_theme(garden, target).items()
    }


def test_a_page_with_every_shape_of_question_loads_little(garden: Garden) -> None:
    assets = staged(garden)
    weights = {name: len(gzip.compress(assets[name], 9)) for name in ("garden.css", "garden.js")}
    assert sum(weights.values()) <= MOST, weights


def test_the_parts_of_the_script_come_as_one_file_in_a_scope_of_its_own(garden: Garden) -> None:
    assets = staged(garden)
    assert {name for name in assets if name.endswith(".js")} == {"garden.js", "desk.js"}
    script = assets["garden.js"].decode()
    assert script.startswith('"use strict";(()=>{')
    declared = Counter(
        name
        for part in PARTS
        for name in re.findall(r"^(?:async )?function (\w+)", part.read_text("utf-8"), re.M)
    )
    assert len(declared) > 50
    assert max(declared.values()) == 1
    assert all(f"function {name}(" in script for name in declared)


def test_an_owners_part_stands_in_for_the_kits_and_is_left_as_it_is(garden: Garden) -> None:
    own = garden.own_theme / "assets" / "garden" / "days.js"
    own.parent.mkdir(parents=True)
    own.write_text("/* ours */\nfunction  countDays( ) { }\n", encoding="utf-8")
    script = staged(garden)["garden.js"].decode()
    assert "/* ours */\nfunction  countDays( ) { }\n" in script
    assert script.count("countDays(") == 1
    assert "igUntil" not in script


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_the_kits_scripts_are_written_as_squeezing_needs_it(part: Path) -> None:
    script = part.read_text("utf-8")
    assert not re.search(r"^\s*//|\s// ", script), "a note of one line"
    assert not re.search(r"\$\{[^}]*`", script), "a template within a template"
    assert not re.search(r"[(=,] ?/ ", script), "a pattern that begins with a blank"
    assert not re.search(r"[+-] [+-]", script), "two signs that would become one"


def test_squeezing_keeps_texts_and_patterns() -> None:
    script = """\
    /* A note. */
    const told = (name) => {
      /* Why. */
      return `${name} = "a ,  b" ; ${ name }`.split( /\\s? , ?x/, ": " );
    };
    """
    assert squeeze_script(script) == (
        'const told=(name)=>{return `${name} = "a ,  b" ; ${ name }`.split(/\\s? , ?x/,": ")};\n'
    )


def test_squeezing_a_style_keeps_what_it_says() -> None:
    style = """\
    /* Look. */
    .a > .b, .c:is(.d, .e) .f {
      margin: 0 auto;
      width: calc(100% - 2rem);
    }
    @media (min-width: 40em) { .a :not(.b) { color: red; } }
    """
    assert squeeze_style(style) == (
        ".a>.b,.c:is(.d,.e) .f{margin:0 auto;width:calc(100% - 2rem)}"
        "@media (min-width:40em){.a :not(.b){color:red}}"
    )
