from pathlib import Path

import pytest

from collector.brief import (
    Access,
    Act,
    SeenBy,
    briefs_of,
    described,
    fix,
    read,
    read_folder,
    templates,
)
from collector.errors import BriefError
from collector.garden import Settings

SETTINGS = Settings()
DEMO = Path(__file__).parents[2] / "collector" / "kit" / "demo" / "challenges"
BRIEF = "---\ncloses: never\nobjective: Better bread\n---\n# Bread\n"


def test_briefs_are_read_by_slug_and_what_begins_with_an_underscore_is_left(tmp_path):
    for name in ("b.md", "a.md", "a-b.md", "_draft.md", ".#a.md", "a.txt"):
        (tmp_path / name).write_text(BRIEF, encoding="utf-8")
    (tmp_path / "folder.md").mkdir()
    readings = read_folder(tmp_path, SETTINGS)
    assert [each.path.name for each in readings] == ["a.md", "a-b.md", "b.md"]
    assert list(briefs_of(readings)) == ["a", "a-b", "b"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert read_folder(tmp_path / "none", SETTINGS) == []


@pytest.mark.parametrize("name", ["Bread.md", "my bread.md", "-a.md", "ä.md", "a" * 65 + ".md"])
def test_a_name_that_can_be_no_address_is_an_error(tmp_path, name):
    (finding,) = read(tmp_path / name, SETTINGS, text=BRIEF).findings
    assert finding.reason == "brief-slug"
    assert read(tmp_path / finding.fix, SETTINGS, text=BRIEF).findings == ()


def test_one_broken_brief_stops_them_all_with_every_error(tmp_path):
    (tmp_path / "a.md").write_text("# A\n## B {.pol}\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(BRIEF, encoding="utf-8")
    (tmp_path / "c.md").write_bytes(b"\xff\xfe")
    with pytest.raises(BriefError) as stopped:
        briefs_of(read_folder(tmp_path, SETTINGS))
    assert [each.reason for each in stopped.value.findings] == [
        "brief-section-unknown",
        "brief-encoding",
    ]


def test_a_file_that_can_not_be_read_is_a_finding(tmp_path):
    (finding,) = read(tmp_path / "none.md", SETTINGS).findings
    assert finding.reason == "brief-unreadable"


def test_signs_that_no_text_holds_are_a_finding(tmp_path):
    (finding,) = read(tmp_path / "a.md", SETTINGS, text=f"{BRIEF}\nA\x00B\n").findings
    assert (finding.reason, finding.line, finding.fix) == ("brief-control", 7, "AB")


def test_the_templates_are_good_briefs():
    assert set(templates()) == {
        "business-model-challenge",
        "customer-survey",
        "employee-challenge",
        "interview-guide",
        "non-customer-survey",
        "post-mortem",
        "product-challenge",
        "prototype-feedback",
        "start-up-call",
        "suggestion-box",
        "supplier-partnership",
        "sustainability-challenge",
        "technology-needs",
        "technology-offers",
        "workshop",
    }
    for path in templates().values():
        text = path.read_text("utf-8")
        assert read(path, SETTINGS).findings == ()
        assert fix(text, SETTINGS) == text, "ids and codes are written out"


@pytest.mark.parametrize("name", templates())
def test_a_template_says_what_it_is_for_and_gives_advice_that_nobody_else_reads(name):
    title, hint = described(name)
    assert title.lower().replace(" ", "-") == name
    assert hint.endswith(".")
    matter = templates()[name].read_text("utf-8").split("---\n")[1]
    assert len([line for line in matter.splitlines() if line.startswith("# ")]) >= 2


def test_a_partnership_is_for_those_who_are_invited_and_says_whose_an_idea_is():
    brief = read(templates()["supplier-partnership"], SETTINGS, terms=("shared",)).brief
    assert (brief.seen_by, brief.terms) == (SeenBy.INVITED, "shared")
    assert brief.access_of(Act.SUBMIT) is Access.INVITE


def test_the_bakery_asks_well_and_writes_its_codes_out():
    readings = read_folder(DEMO, SETTINGS)
    assert set(briefs_of(readings)) == {
        "bread-bag",
        "new-breads",
        "packaging",
        "visit-survey",
        "what-matters",
        "yard",
    }
    assert [finding for each in readings for finding in each.findings] == []
    for each in readings:
        text = each.path.read_text(encoding="utf-8")
        assert fix(text, SETTINGS) == text
