from collections.abc import Mapping

import pytest

from collector import pages
from collector.errors import BuildError
from collector.garden import Garden
from collector.pages.challenge import drawn_forms
from collector.pages.slots import slot
from collector.pages.verify import verify_page, verify_style, verify_whole

HOME = "https://ideas.bakery.example"


@pytest.fixture
def forms(garden: Garden) -> Mapping[str, str]:
    brief = pages.briefs_to_build(garden)["bread"]
    return drawn_forms(brief, garden.settings, {})


def page_with(forms: Mapping[str, str]) -> str:
    return slot("phase") + "".join(slot(name, html) for name, html in forms.items())


def refused(garden: Garden, page: str) -> BuildError:
    brief = pages.briefs_to_build(garden)["bread"]
    with pytest.raises(BuildError) as error:
        verify_page("challenges/bread/index.html", page.encode(), HOME, brief)
    assert error.value.facts["page"] == "challenges/bread/index.html"
    return error.value


def test_a_page_with_its_forms_and_slots_passes(garden: Garden, forms: Mapping[str, str]) -> None:
    brief = pages.briefs_to_build(garden)["bread"]
    assert verify_page("x", page_with(forms).encode(), HOME, brief) == set()


def test_a_form_that_vanished_is_missed(garden: Garden, forms: Mapping[str, str]) -> None:
    error = refused(garden, page_with({**forms, "form:hours": ""}))
    assert (error.reason, error.facts["form"], error.facts["count"]) == ("form-count", "hours", 0)


def test_a_form_that_stands_twice_is_seen(garden: Garden, forms: Mapping[str, str]) -> None:
    error = refused(garden, page_with(forms) + forms["form:idea"])
    assert (error.reason, error.facts["count"]) == ("form-count", 2)


@pytest.mark.parametrize(
    ("was", "became", "fields"),
    [
        ('name="role_other"', 'name="role_else"', "role_else, role_other"),
        ('name="text"', "", "text"),
        ('name="_website"', 'name="website"', "website"),
    ],
)
def test_fields_that_are_not_those_of_the_definition_are_named(
    garden: Garden, forms: Mapping[str, str], was: str, became: str, fields: str
) -> None:
    page = page_with(forms)
    assert was in page
    error = refused(garden, page.replace(was, became))
    assert (error.reason, error.facts["fields"]) == ("form-fields", fields)


def test_a_slot_that_got_lost_is_missed(garden: Garden, forms: Mapping[str, str]) -> None:
    error = refused(garden, page_with(forms).replace(slot("phase"), ""))
    assert (error.reason, error.facts["slot"]) == ("slot-count", "phase")


def test_a_slot_without_its_end_is_seen(garden: Garden, forms: Mapping[str, str]) -> None:
    error = refused(garden, page_with(forms) + "<!--slot:else-->")
    assert error.reason == "slot-broken"


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="https://cdn.example/a.png">',
        '<img srcset="a.png 1x, //cdn.example/b.png 2x">',
        '<script src="//cdn.example/a.js"></script>',
        '<link rel="stylesheet" href="https://fonts.example/css">',
        '<link rel="preconnect" href="https://fonts.example">',
        '<iframe src="https://video.example/1"></iframe>',
        '<video poster="https://video.example/1.jpg"></video>',
        '<object data="https://flash.example/1"></object>',
        '<img src="https://ideas.bakery.example.evil.example/a.png">',
    ],
)
def test_nothing_is_loaded_from_another_site(markup: str) -> None:
    with pytest.raises(BuildError) as error:
        verify_page("about/index.html", markup.encode(), HOME)
    assert error.value.reason == "foreign-request"
    assert "example" in str(error.value.facts["address"])


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://elsewhere.example">a link is followed only by those who want to</a>',
        '<link rel="canonical" href="https://elsewhere.example/page">',
        '<img src="https://ideas.bakery.example/a.png"><img src="../a.png"><img src="/a.png">',
        '<img src="data:image/png;base64,AAAA">',
    ],
)
def test_links_and_own_files_are_no_requests_to_others(markup: str) -> None:
    assert verify_page("about/index.html", markup.encode(), HOME) == set()


def test_style_sheets_load_nothing_from_others_either() -> None:
    verify_style(
        "a.css", "a{b:url(data:image/svg+xml;x)}@import 'own.css';c{d:url(../x.png)}", HOME
    )
    for style in ("@import 'https://fonts.example/a.css';", "a{b:url( //fonts.example/a.woff )}"):
        with pytest.raises(BuildError) as error:
            verify_style("a.css", style, HOME)
        assert error.value.facts["page"] == "a.css"


def test_the_scripts_of_a_page_are_found_and_data_is_no_script() -> None:
    data = '<script type="application/json">{}</script>'
    page = f'<script>a()</script><script src="b.js"></script>{data}'.encode()
    assert verify_page("x", page, "") == {"a()"}


def test_a_page_that_was_not_made_is_missed() -> None:
    with pytest.raises(BuildError) as error:
        verify_whole({"index.html"}, ["challenges/bread/index.html"])
    assert error.value.reason == "page-missing"
