from pathlib import Path

import pytest

from collector import pages
from collector.errors import BuildError
from collector.garden import Garden, Settings
from collector.pages.owner import Owner


def staged(garden: Garden, place: str) -> str:
    return (garden.staged / place).read_text("utf-8")


def stage(garden: Garden) -> None:
    pages.stage(garden, pages.briefs_to_build(garden))


def test_prose_is_staged_verbatim_with_a_slot_for_each_form(garden: Garden) -> None:
    stage(garden)
    text = staged(garden, "challenges/bread.md")
    assert "\n\nOur oven stands idle on *weekday* afternoons, `{.poll}` and all.\n\n" in text
    for name in ("phase", "form:idea", "form:hours", "ideas", "results"):
        assert text.count(f"<!--slot:{name}--><!--/slot:{name}-->") == 1


def test_a_title_from_the_settings_becomes_the_heading(garden: Garden) -> None:
    (garden.challenges / "bread.md").write_text(
        "---\ntitle: <Bread> & more\ncloses: never\n---\n\nTell us.\n"
    )
    stage(garden)
    assert "<h1>&lt;Bread&gt; &amp; more</h1>" in staged(garden, "challenges/bread.md")


def test_prize_and_contact_stand_above_the_first_form_as_plain_words(garden: Garden) -> None:
    brief = garden.challenges / "bread.md"
    told = "prize: A <loaf> a week\ncontact: hello@bakery.example\n"
    brief.write_text(brief.read_text().replace("closes:", told + "closes:"))
    stage(garden)
    before, _, after = staged(garden, "challenges/bread.md").partition('<h2 id="form-idea">')
    assert "<dt>Prize</dt><dd>A &lt;loaf&gt; a week</dd>" in before
    assert '<a href="mailto:hello@bakery.example">hello@bakery.example</a>' in before
    assert "ig-facts" not in after


def test_an_owners_page_covers_the_kits(garden: Garden) -> None:
    (garden.own_pages / "privacy.md").write_text("# Ours\n")
    stage(garden)
    assert staged(garden, "privacy.md") == "# Ours\n"


def test_the_kits_pages_speak_of_the_owner_as_words_not_as_markup(garden: Garden) -> None:
    settings = garden.root / "ideagarden.toml"
    settings.write_text(settings.read_text().replace('"Corner Bakery"', '"Fish & <Chips>"'))
    stage(Garden.find(garden.root))
    assert "Fish &amp; &lt;Chips&gt;" in staged(garden, "index.md")
    assert "hello@bakery.example" in staged(garden, "privacy.md")
    assert "<!--garden:" not in staged(garden, "index.md") + staged(garden, "privacy.md")


class TestHowLongPersonalAnswersAreKept:
    """The privacy page says what the settings do."""

    def said(self, garden: Garden, retention: str = "", keep: int = 14, brief: str = "") -> str:
        path, bread = garden.root / "ideagarden.toml", garden.challenges / "bread.md"
        path.write_text(f"{retention}\n{path.read_text()}\n[backup]\nkeep = {keep}\n")
        bread.write_text(bread.read_text().replace("---\n", f"---\n{brief}", 1))
        stage(Garden.find(garden.root))
        return staged(garden, "privacy.md")

    def test_by_themselves_and_in_backups(self, garden: Garden) -> None:
        said = self.said(garden)
        assert said.count("180 days") == 2
        assert "kept for 14 days" in said
        assert "say otherwise" not in said

    def test_as_the_garden_says(self, garden: Garden) -> None:
        said = self.said(garden, 'retention = "1 day"', keep=30)
        assert "erased 1 day after" in said
        assert "kept for 30 days" in said

    def test_for_ever(self, garden: Garden) -> None:
        said = self.said(garden, 'retention = "never"', keep=0)
        assert "until you erase it" in said
        assert "no other copies" in said

    def test_as_a_challenge_says(self, garden: Garden) -> None:
        brief = "retention: 30 days\ntitle: <Bread> & more\n"
        said = self.said(garden, brief=brief)
        link = '<a href="../challenges/bread/">&lt;Bread&gt; &amp; more</a>'
        assert f"<li>{link}: such answers are erased after 30 days</li>" in said
        assert "challenges/boxes/" not in said

    def test_for_ever_where_a_challenge_says_so(self, garden: Garden) -> None:
        assert "are kept until you erase them" in self.said(garden, brief="retention: never\n")


def test_only_what_changed_is_written(garden: Garden) -> None:
    def times() -> dict[Path, int]:
        return {each: each.stat().st_mtime_ns for each in garden.staged.rglob("*.*")}

    stage(garden)
    before = times()
    (garden.own_pages / "about.md").write_text("# About us\n\nWe bake and ask.\n")
    stage(garden)
    after = times()
    assert {each.name for each, time in after.items() if before[each] != time} == {"about.md"}


def test_what_is_gone_from_the_sources_goes_from_the_stage(garden: Garden) -> None:
    stage(garden)
    (garden.challenges / "boxes.md").unlink()
    (garden.own_pages / "about.md").unlink()
    stage(garden)
    assert not (garden.staged / "challenges/boxes.md").exists()
    assert not (garden.staged / "about.md").exists()


def test_a_page_of_the_owners_can_not_take_a_challenges_place(garden: Garden) -> None:
    (garden.own_pages / "challenges").mkdir()
    (garden.own_pages / "challenges" / "bread.md").write_text("# Mine\n")
    with pytest.raises(BuildError) as refused:
        stage(garden)
    assert refused.value.reason == "page-twice"
    assert refused.value.facts["place"] == "challenges/bread.md"


def test_styles_and_scripts_carry_the_hash_of_what_is_in_them(garden: Garden) -> None:
    first = pages.stage(garden, {}).assets["garden.css"]
    (garden.own_theme / "assets").mkdir(parents=True)
    (garden.own_theme / "assets" / "garden.css").write_text("body{color:red}\n")
    second = pages.stage(garden, {}).assets["garden.css"]
    assert first != second
    assert (garden.build / "theme" / second.lstrip("/")).read_text() == "body{color:red}\n"
    assert not (garden.build / "theme" / first.lstrip("/")).exists()


def test_the_owners_pages_stand_in_the_menu_and_the_terms_below(garden: Garden) -> None:
    (garden.own_pages / "terms").mkdir()
    (garden.own_pages / "terms" / "prizes.md").write_text("# Rules of the prize\n")
    settings = garden.root / "ideagarden.toml"
    settings.write_text('terms = "prizes"\n' + settings.read_text())
    extra = pages.stage(Garden.find(garden.root), {}).extra
    assert [each["title"] for each in extra["menu"]] == ["Challenges", "About us"]
    assert extra["foot"][-1] == {"title": "Rules of the prize", "url": "terms/prizes/"}


def test_ready_terms_that_no_form_asks_to_accept_are_no_part_of_the_site(garden: Garden) -> None:
    assert "shared" in pages.terms(garden)
    assert [*pages.stage(garden, {}).terms] == ["taking-part"]
    (garden.own_pages / "terms").mkdir()
    (garden.own_pages / "terms" / "open.md").write_text("# Take it\n")
    settings = garden.root / "ideagarden.toml"
    settings.write_text('terms = "shared"\n' + settings.read_text())
    told = pages.stage(Garden.find(garden.root), {}).terms
    assert told == {
        "open": "Take it",
        "shared": "Terms: we share what comes of it",
        "taking-part": "Terms for taking part",
    }


@pytest.mark.parametrize(
    ("contact", "line"), [("", "A & B"), ("a@b.example", "A & B, a@b.example")]
)
def test_terms_are_signed_with_the_name_and_with_the_contact_if_there_is_one(
    contact: str, line: str
) -> None:
    owner = Owner(Settings(name="A & B", contact=contact), {})
    assert owner.speak("<!--garden:signed-->") == line.replace("&", "&amp;")
