import gzip
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from collector import kit, pages
from collector.garden import Garden
from collector.pages.squeeze import squeeze_script, squeeze_style
from collector.pages.theme import stage_theme
from tests.gardens import lay_out
from tests.pages.gardens import NOW

MOST = 15 * 1024
"""Bytes of own css and js, compressed, that the heaviest page may load."""

ASSETS = Path(str(kit.THEME)) / "assets"
TEXT = re.compile(r'"[\w ,.#=-]*"')
PARTS = [*sorted((ASSETS / "garden").glob("*.js")), ASSETS / "garden.js"]
SCRIPTS = [*PARTS, ASSETS / "plain.js"]


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return lay_out(tmp_path / "garden", {})


def staged(garden: Garden) -> dict[str, bytes]:
    """The scripts and styles that are staged, by their plain names."""
    target = garden.build / "theme"
    return {
        name: (target / place).read_bytes() for name, place in stage_theme(garden, target).items()
    }


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    """The demo as it is built: votes, ideas, results, a survey with every shape of question."""
    folder = tmp_path_factory.mktemp("demo") / "garden"
    shutil.copytree(kit.DEMO, folder)
    garden = Garden.find(folder)
    pages.build(garden, now=NOW)
    return garden


def own_files(garden: Garden, page: Path) -> set[Path]:
    """The scripts and styles of our own that a built page loads."""
    names = re.findall(r"assets/[\w-]+\.[0-9a-f]{8}\.(?:css|js)(?=\")", page.read_text("utf-8"))
    return {garden.live / "public" / name for name in names}


def test_every_page_of_the_demo_loads_little(demo: Garden) -> None:
    """Whatever a garden uses comes with one script, and one style but on pages of models."""
    built = [*(demo.live / "public").rglob("*.html"), *(demo.live / "frames").rglob("*.html")]
    loaded = {page: own_files(demo, page) for page in built}
    heavy = {page: sum(map(compressed, files)) for page, files in loaded.items()}
    assert len(heavy) > 20
    assert min(heavy.values()) > 0
    assert {page: size for page, size in heavy.items() if size > MOST} == {}
    assert {len(files) for files in loaded.values()} == {2, 3}


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_the_parts_of_the_script_come_as_one_file_in_a_scope_of_its_own(garden: Garden) -> None:
    assets = staged(garden)
    public = {name for name in assets if name.endswith(".js") and not name.startswith("desk")}
    assert public == {"garden.js", "plain.js", "workshop.js"}
    script = assets["garden.js"].decode()
    assert script.startswith('"use strict";(()=>{')
    assert script.endswith("})();")
    parts = "".join(squeeze_script(part.read_text("utf-8")) for part in PARTS)
    assert len(parts) > len(script)
    assert Counter(TEXT.findall(parts)) == Counter(TEXT.findall(script[12:]))


def test_no_two_parts_declare_the_same() -> None:
    declared = Counter(
        name
        for part in PARTS
        for name in re.findall(r"^(?:async )?function (\w+)", part.read_text("utf-8"), re.M)
    )
    assert len(declared) > 50
    assert max(declared.values()) == 1


def test_an_owners_part_stands_in_for_the_kits_and_is_left_as_it_is(garden: Garden) -> None:
    own = garden.own_theme / "assets" / "garden" / "days.js"
    own.parent.mkdir(parents=True)
    own.write_text("/* ours */\nfunction  countDays( ) { }\n", encoding="utf-8")
    script = staged(garden)["garden.js"].decode()
    assert "/* ours */\nfunction  countDays( ) { }\n" in script
    assert script.count("countDays(") == 1
    assert "igUntil" not in script
    assert "function fill(sentence,facts)" in script, "what an owner's part may call"


@pytest.mark.parametrize("part", SCRIPTS, ids=lambda part: part.name)
def test_the_kits_scripts_are_written_as_squeezing_needs_it(part: Path) -> None:
    script = part.read_text("utf-8")
    assert not re.search(r"^\s*//|\s// ", script), "a note of one line"
    assert not re.search(r"\$\{[^}]*`", script), "a template within a template"
    assert not re.search(r"[(=,] ?/ ", script), "a pattern that begins with a blank"
    assert not re.search(r"[+-] [+-]", script), "two signs that would become one"
    assert not re.search(r"\$\{[^{}]*\{[^{}]*\{", script), "braces in braces in a template"
    assert not re.search(r"^\s*(const|let) \w+( = \w+)?,", script, re.M), "two names at once"
    assert not re.search(r"\b(for|while) \(.*\) (if|for|while)\b", script), "a loop without braces"


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
