from pathlib import Path

import pytest
import yaml

from collector import pages
from collector.errors import BuildError
from collector.garden import Garden
from collector.pages.configuration import (
    configuration,
    own_configuration,
    refuse_overlap,
    write_configuration,
)


def told(garden: Garden, text: str) -> dict[str, object]:
    (garden.root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return configuration(
        garden,
        own_configuration(garden),
        pages.stage(garden, {}),
        garden.build / "site.1" / "public",
    )


def test_a_garden_without_mkdocs_yml_has_the_kits_defaults(garden: Garden) -> None:
    (garden.root / "mkdocs.yml").unlink()
    assert own_configuration(garden) == {}


def test_the_owners_choices_lie_over_the_kits_and_below_what_it_depends_on(garden: Garden) -> None:
    theirs = told(
        garden,
        "site_name: Else\ndocs_dir: other\nplugins: [ideagarden, search]\ncopyright: 2026\n"
        "theme: {name: readthedocs, palette: {primary: teal}, font: {text: Lato}}\n"
        "markdown_extensions: [footnotes, {tables: {use_align_attribute: false}}]\n",
    )
    theme = theirs["theme"]
    assert isinstance(theme, dict)
    assert (theme["name"], theme["font"], theme["palette"]["primary"]) == (
        "material",
        False,
        "teal",
    )
    assert theme["palette"]["scheme"] == "default"
    assert theirs["site_name"] == "Corner Bakery"
    assert theirs["docs_dir"] == "pages"
    assert theirs["site_dir"] == "site.1/public"
    assert theirs["plugins"] == ["search"]
    assert theirs["copyright"] == 2026
    extensions = theirs["markdown_extensions"]
    assert isinstance(extensions, list)
    assert {"tables": {"use_align_attribute": False}} in extensions
    assert {"footnotes", "attr_list"} <= {each for each in extensions if isinstance(each, str)}


def test_tags_that_only_the_generator_knows_pass_through_undone(garden: Garden) -> None:
    own = "copyright: !ENV [YEAR, 2026]\nextra:\n  made: !!python/name:os.system\n"
    theirs = told(garden, own + "theme: {icon: !ours {logo: leaf}}\n")
    text = write_configuration(garden, "told.yml", theirs).read_text("utf-8")
    assert "copyright: !ENV\n- YEAR\n- 2026" in text
    assert "!!python/name:os.system" in text
    assert "!ours" in text


@pytest.mark.parametrize("text", ["- a list\n", "site_name: [\n", "\tno"])
def test_a_file_that_is_no_configuration_is_named(garden: Garden, text: str) -> None:
    with pytest.raises(BuildError) as refused:
        told(garden, text)
    assert refused.value.reason == "mkdocs-unreadable"
    assert refused.value.facts["path"] == garden.root / "mkdocs.yml"


@pytest.mark.parametrize("place", ["site", "site/pages/x", ".", "challenges", "var", "build", ".."])
def test_a_build_would_empty_its_folder_so_it_is_never_one_with_sources(
    garden: Garden, place: str
) -> None:
    with pytest.raises(BuildError) as refused:
        told(garden, f"site_dir: {place}\n")
    assert refused.value.reason == "site-overlaps"


def test_the_folder_that_the_kit_proposes_is_allowed(garden: Garden, tmp_path: Path) -> None:
    refuse_overlap(garden, garden.root / "build" / "site")
    refuse_overlap(garden, tmp_path / "elsewhere")


def test_what_is_written_is_read_back_the_same(garden: Garden) -> None:
    plain = told(garden, "theme: {palette: {primary: teal}}\n")
    path = write_configuration(garden, "told.yml", plain)
    assert yaml.safe_load(path.read_text("utf-8")) == plain
