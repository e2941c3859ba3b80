"""Who is dealt which variant of a split poll: without scripts, without cookies, and with both."""

from collections import Counter

import pytest
from flask import Flask

from collector.entries import Response, Role
from collector.garden import Garden
from collector.store import Store, exposures, reads
from tests.web.desk.staff import let_in
from tests.web.gardens import plant
from tests.web.visitor import Clock, Page, Visitor, fills

BRIEF = """---
closes: never
---
# Rolls on Saturday

## A box of rolls {.poll #box .split results=always detect=40}

For whoever sleeps long.

#### Nine euros {#cheap}

Six rolls for **nine** euros.

#### Twelve euros {#dear}

Six rolls for **twelve** euros.

### Would you order it? * {#order}

- (yes) Yes
- (no) No
"""
EXPERIMENT = """---
kind: experiment
metric: who would order a box
threshold: as many at twelve euros as at nine
poll: rolls/box
---
# Boxes

## Hypothesis

The price hardly matters.

## Smallest test

We ask.
"""
DEAL = "/collect/-/variant/rolls/box"
FORM = "/collect/rolls/box"
WORDS = {"cheap": "nine", "dear": "twelve"}
BUTTON = "Show the question"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    folder = tmp_path_factory.mktemp("split") / "garden"
    place = folder / "site" / "pages" / "experiments" / "boxes.md"
    place.parent.mkdir(parents=True)
    place.write_text(EXPERIMENT, "utf-8")
    return plant(folder, {"rolls": BRIEF})


def read(page: Page) -> str:
    """The code of the variant that the page shows."""
    shown = [
        each for each in page.parsed.css("[data-ig-variant]") if "hidden" not in each.attributes
    ]
    (variant,) = shown
    code = variant.attributes["data-ig-variant"]
    assert WORDS[code] in variant.text()
    return code


def dealt(store: Store) -> Counter[str]:
    return exposures.by_form(store, "rolls").get("box", Counter())


def answers(visitor: Visitor, page: Page, said: str = "yes") -> Page:
    """Both steps, from the page with the variant."""
    fields = [*page.fields("Send"), ("order", said)]
    return visitor.thanks(visitor.confirms(visitor.posts(FORM, fields), FORM))


def responses(store: Store) -> list[Response]:
    return list(reads.responses(store, "rolls"))


def test_the_static_page_waits_behind_a_button_and_shows_no_variant(visitor: Visitor) -> None:
    page = visitor.gets("/challenges/rolls/")
    hidden = page.parsed.css(".ig-variant")
    assert [("hidden" in each.attributes) for each in hidden] == [True, True]
    form = page.parsed.css_first("form[data-ig-form=box]")
    assert "hidden" in form.attributes
    assert page.parsed.css_first(f'form[action="{DEAL}"] button').text() == BUTTON


def test_the_button_leads_to_one_variant_which_the_answer_keeps(
    visitor: Visitor, store: Store
) -> None:
    page = visitor.posts(DEAL, visitor.gets("/challenges/rolls/").fields(BUTTON))
    code = read(page)
    answers(visitor, page)
    (response,) = responses(store)
    assert (response.variant, response.answers) == (code, {"order": "yes"})
    assert dealt(store) == {code: 1}


def test_a_browser_keeps_its_variant_and_is_counted_once(visitor: Visitor, store: Store) -> None:
    code = read(visitor.posts(DEAL, {}))
    for _ in range(3):
        assert read(visitor.posts(DEAL, {})) == code
        assert read(visitor.gets(FORM)) == code
    assert dealt(store) == {code: 1}


def test_ten_browsers_are_dealt_five_and_five(app: Flask, clock: Clock, store: Store) -> None:
    codes = [read(Visitor(app, clock).posts(DEAL, {})) for _ in range(10)]
    assert Counter(codes) == dealt(store) == {"cheap": 5, "dear": 5}


def test_to_look_deals_nothing_and_what_an_address_brings_along_goes_with_the_button(
    visitor: Visitor, store: Store
) -> None:
    page = visitor.gets(f"{FORM}?order=no&from=poster")
    assert not dealt(store)
    fields = page.fields(BUTTON)
    assert {("order", "no"), ("_from", "poster")} <= {*fields}
    shown = visitor.posts(DEAL, fields)
    assert shown.parsed.css_first("input[value=no]").attributes.get("checked", "") is None


def test_an_error_shows_the_same_variant_again(visitor: Visitor) -> None:
    page = visitor.posts(DEAL, {})
    again = visitor.posts(FORM, page.fields("Send"))
    assert again.status == 422
    assert read(again) == read(page)


def test_without_cookies_the_form_takes_the_variant_along(
    app: Flask, clock: Clock, store: Store
) -> None:
    page = Visitor(app, clock).posts(DEAL, {})
    answers(Visitor(app, clock), page)
    assert responses(store)[0].variant == read(page)


def test_what_names_no_variant_counts_in_the_poll_and_not_in_the_trial(
    visitor: Visitor, store: Store
) -> None:
    for named in ("", "gratis"):
        asked = visitor.asks({"order": "yes", "_variant": named}, "rolls", "box")
        assert visitor.confirms(asked, FORM).status == 303
    assert {each.variant for each in responses(store)} == {""}


def test_a_script_is_told_the_code_and_the_same_one_again(visitor: Visitor, store: Store) -> None:
    told = visitor.client.post(DEAL, json={}).json
    assert told["variant"] in WORDS
    assert visitor.client.post(DEAL, json={}).json == told
    elsewhere = visitor.app.test_client()  # keeps what it was told, but no cookie of ours
    assert elsewhere.post(DEAL, json={"_variant": told["variant"]}).json == told
    assert dealt(store) == {told["variant"]: 1}


def test_the_cookie_says_which_variant_and_nothing_else(visitor: Visitor) -> None:
    cookies = visitor.posts(DEAL, {}).response.headers.getlist("Set-Cookie")
    (cookie,) = [each for each in cookies if each.startswith("ig_variant")]
    assert cookie.partition(";")[0].partition("=")[2] in WORDS
    assert {"HttpOnly", "SameSite=Lax", "Path=/collect"} <= {*cookie.split("; ")}


def test_a_poll_that_is_not_split_and_another_site_deal_nothing(visitor: Visitor) -> None:
    assert visitor.posts("/collect/-/variant/bread/hours", {}).status == 404
    assert visitor.posts(DEAL, {}, origin="https://elsewhere.example").status == 403


def test_the_result_compares_the_variants_where_the_result_is_told(
    app: Flask, clock: Clock, store: Store
) -> None:
    for number in range(12):
        visitor = Visitor(app, clock)
        page = visitor.posts(DEAL, {})
        answers(visitor, page, "yes" if read(page) == "cheap" or number < 4 else "no")
    fills(visitor, "rolls")
    owner = let_in(app, "ada", Role.VIEWER)
    for told in (
        visitor.gets("/challenges/rolls/results/").text,
        visitor.gets("/experiments/boxes/").text,
        owner.gets("/desk/challenges/rolls/trials").text,
    ):
        assert "Shown by lot, evenly: Nine euros 6×, Twelve euros 6×." in told
        assert "Too few to tell. Still needed: Nine euros 18 more" in told
        assert "percentage points" not in told
    assert "It takes 24 answers to each variant" in told
    assert visitor.gets("/experiments/boxes/").parsed.css_first("a[href$='#form-box']")


def test_what_was_sent_is_changed_beside_the_same_variant(visitor: Visitor, store: Store) -> None:
    page = visitor.posts(DEAL, {})
    code = answers(visitor, page).receipt()
    asked = visitor.posts("/collect/-/receipt", {"code": code, "do": "change"})
    assert read(asked) == read(page)


def test_a_challenge_without_a_split_poll_says_so_at_the_desk(app: Flask) -> None:
    owner = let_in(app, "ada", Role.OWNER)
    assert "No poll of this challenge is split" in owner.gets("/desk/challenges/bread/trials").text
    assert "Variants compared" not in owner.gets("/desk/challenges/bread/").text
    assert "Nobody has been shown" in owner.gets("/desk/challenges/rolls/trials").text
