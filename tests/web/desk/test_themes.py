"""What ideas are about, at the desk: key words of a few, themes of many, tones."""

import csv
import io
from datetime import timedelta

import pytest

from collector.acts import themes
from collector.analysis.themes import LEAST_IDEAS, Found
from collector.entries import Idea, JobKind, Role, State
from collector.store import Store, reads
from collector.store import themes as kept
from collector.web.desk import themes as views
from tests.web.desk.staff import let_in
from tests.web.gardens import NOW

PAGE = "/desk/challenges/bread/themes"


@pytest.fixture
def ideas(keep) -> list[Idea]:
    """As many as themes take; the first third is about rye, another third about cake."""
    said = ["Rye bread with seeds", "Cake by the slice", "Longer hours on Sunday"]
    return [
        keep(f"{said[n % 3]} {n}", state=State.APPROVED, received=NOW - timedelta(days=n))
        for n in range(LEAST_IDEAS)
    ]


@pytest.fixture
def found(store: Store, ideas: list[Idea]) -> None:
    refs = [each.ref for each in ideas]
    found = [Found(("rye", "seeds"), tuple(refs[0::3])), Found(("cake",), tuple(refs[1::3]))]
    themes.settle(store, "bread", found)


def called(store: Store, label: str) -> str:
    return next(each.ref for each in kept.of(store, "bread") if each.label == label)


def headings(page, name: str = "h3") -> list[str]:
    return [each.text().strip() for each in page.parsed.css(f"main {name}")]


def test_a_few_ideas_have_key_words(owner, keep) -> None:
    for title in ("Rye with walnuts", "More rye", "Tables outside"):
        keep(title, state=State.APPROVED)
    keep("Rye that waits")
    page = owner.gets(PAGE)
    assert "from 50 approved ideas on; here are 3" in page.text
    assert headings(page) == ["rye"]
    assert "2 ideas" in page.text
    assert "Rye that waits" not in page.text


def test_without_the_extra_it_is_said_how_to_get_it(owner, ideas, monkeypatch) -> None:
    monkeypatch.setattr(views, "can_find", lambda: False)
    page = owner.gets(PAGE)
    assert "pip install 'ideagarden[themes]'" in page.text
    assert "Find themes" not in page.text
    assert "seeds" in headings(page)


def test_they_are_found_when_somebody_asks(owner, store, ideas) -> None:
    page = owner.presses(owner.gets(PAGE), "Find themes")
    assert "Themes are being found" in page.text
    assert [each.subject for each in reads.jobs(store) if each.kind is JobKind.THEMES] == ["bread"]


def test_a_theme_is_named_in_place_and_a_fault_stands_at_its_field(owner, store, found) -> None:
    page = owner.gets(PAGE)
    assert headings(page)[:2] == ["rye, seeds", "cake"]
    assert "16 ideas are of no theme" in page.text
    page = owner.does(f"{PAGE}/name", {"theme": called(store, "rye, seeds"), "name": "cake"})
    assert page.status == 422
    assert "Another theme is called" in page.parsed.css_first(".ig-field--error").text()
    assert page.parsed.css_first(".ig-field--error input").attributes["value"] == "cake"
    named = {"theme": called(store, "rye, seeds"), "name": "<b>Loaves</b>"}
    page = owner.follows(owner.does(f"{PAGE}/name", named))
    assert headings(page)[0] == "<b>Loaves</b>"


def test_ideas_are_narrowed_by_theme_and_put_into_another(owner, store, found, ideas) -> None:
    rye, cake = called(store, "rye, seeds"), called(store, "cake")
    listed = f"/desk/challenges/bread/approved/?theme={rye}"
    assert "17 entries" in owner.gets(listed).text
    page = owner.gets(f"/desk/entries/{ideas[0].ref}")
    chosen = page.parsed.css_first("#in-theme option").text()
    assert chosen == "as found: rye, seeds"
    seen = f"{ideas[0].ref}:{ideas[0].revision}"
    owner.does(f"/desk/entries/{ideas[0].ref}/theme", {"theme": cake, "seen": seen})
    assert "16 entries" in owner.gets(listed).text
    assert reads.idea(store, ideas[0].ref).theme == cake


def test_they_are_public_only_as_tags_of_those_that_were_ticked(owner, store, found, ideas) -> None:
    page = owner.follows(owner.does(f"{PAGE}/publish", {"theme": called(store, "cake")}))
    assert "17 ideas were filed" in page.text
    assert {each.tags for each in reads.ideas(store, "bread")} == {(), ("cake",)}
    page = owner.follows(owner.does(f"{PAGE}/publish", {"theme": "no such theme"}))
    assert "No idea was filed" in page.text


def test_the_spreadsheet_has_a_column_of_themes_where_there_are_any(owner, found, ideas) -> None:
    page = owner.gets("/desk/challenges/bread/download.csv?form=idea")
    text = page.response.get_data(as_text=True)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    told = {each["ref"]: each["theme"] for each in rows}
    assert [told[each.ref] for each in ideas[:3]] == ["rye, seeds", "cake", ""]


def test_a_viewer_reads_and_changes_nothing(app, owner, found) -> None:
    viewer = let_in(app, "vera", Role.VIEWER)
    page = viewer.gets(PAGE)
    assert "rye, seeds" in page.text
    assert not page.parsed.css("form[action*='themes']")
