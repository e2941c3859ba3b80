"""Ballots and pairs in a browser: with scripts and without, by keyboard, on a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from collector.pages import live
from collector.store import ballots, comparisons
from tests.chromium.gardens import Planted, planted
from tests.chromium.people import SOON
from tests.chromium.test_vote import ROLLS, suggest
from tests.standing.place import wait_for_words

pytestmark = pytest.mark.chromium

RULES = {"loaves": "ranked, 3 per person", "rolls": "budget 100 €", "cakes": "pairwise"}
COST = "\n### What would it cost? * {#cost .public}\n____ (amount 0–500 €)\n"


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    briefs = {slug: ROLLS.format(slug=slug, voting=rule) for slug, rule in RULES.items()}
    briefs["rolls"] += COST
    with planted(tmp_path_factory.mktemp("ballots") / "garden", more=briefs) as garden:
        for challenge in ("loaves", "cakes"):
            for title in ("Rye", "Oat", "Nut"):
                suggest(garden, challenge, f"{title} of {challenge}")
        built = live(garden.garden)
        assert built is not None
        for challenge in ("loaves", "cakes"):
            page = built.public / f"challenges/{challenge}/index.html"
            for title in ("Rye", "Oat", "Nut"):
                wait_for_words(page, f"{title} of {challenge}")
        yield garden


def press(page: Page, name: str) -> None:
    """By keyboard alone."""
    button = page.get_by_role("button", name=name).first
    button.focus()
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    page.keyboard.press("Enter")


def open_ballot(page: Page, garden: Planted, challenge: str, count: int) -> None:
    """From the challenge's page."""
    page.goto(f"{garden.address}/challenges/{challenge}/")
    call = page.get_by_role("link", name="Rank the ideas")
    call.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ig-ranking .ig-part")).to_have_count(count, timeout=SOON)


def fits(page: Page) -> bool:
    return bool(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))


def test_a_ballot_is_filled_in_by_keyboard(page: Page, garden: Planted) -> None:
    before = len(list(ballots.all_in(garden.store, "loaves", "1")))
    open_ballot(page, garden, "loaves", 3)
    assert fits(page)
    for place, title in ((1, "Nut of loaves"), (2, "Rye of loaves")):
        page.get_by_label(title, exact=True).focus()
        page.keyboard.type(str(place))
    press(page, "Go on")
    listed = page.locator("main ol li")
    expect(listed).to_have_text(["Nut of loaves", "Rye of loaves"])
    press(page, "Change it")
    expect(page.get_by_label("Nut of loaves", exact=True)).to_have_value("1")
    press(page, "Go on")
    press(page, "Yes, vote")
    expect(page.locator(".ig-code")).to_be_visible()
    assert fits(page)
    assert len(list(ballots.all_in(garden.store, "loaves", "1"))) == before + 1


def test_the_order_is_made_by_buttons_where_scripts_are_on(
    browser: Browser, garden: Planted
) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        open_ballot(page, garden, "loaves", 3)
        for title in ("Oat of loaves", "Rye of loaves"):
            press(page, f"Move {title} up")
        press(page, "Move Rye of loaves up")
        expect(page.get_by_label("Rye of loaves", exact=True)).to_have_value("1")
        expect(page.get_by_label("Oat of loaves", exact=True)).to_have_value("2")
        expect(page.locator("form .ig-live[role=status]")).to_contain_text("Rye of loaves")


def test_pairs_are_answered_by_keyboard_until_there_are_none(page: Page, garden: Planted) -> None:
    before = len(list(comparisons.all_in(garden.store, "cakes", "1")))
    page.goto(f"{garden.address}/challenges/cakes/")
    page.get_by_role("link", name="Which is better?").click()
    steps = {"This one": "first answer", "I can't decide": "kept: 2", "This": "kept: 3"}
    for button, told in steps.items():
        press(page, button)
        expect(page.get_by_text(told)).to_be_visible()
        assert fits(page)
    expect(page.get_by_text("You have compared all ideas")).to_be_visible()
    assert len(list(comparisons.all_in(garden.store, "cakes", "1"))) == before + 3
