"""From a card to what was sent: by its link, by typing the code; and inside, with it."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from collector import pages
from collector.acts import invite
from collector.entries import Card
from collector.store import reads
from tests.chromium.gardens import Planted, planted
from tests.standing.test_walk import WIDTHS, faults_by_axe
from tests.standing.ways import own_account
from tests.web.public.invited_garden import PICTURE, SECRET, SUPPLY

pytestmark = pytest.mark.chromium


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    folder = tmp_path_factory.mktemp("invited")
    (folder / "challenges").mkdir()
    (folder / "challenges" / "oven.png").write_bytes(PICTURE)
    with planted(folder, more={"supply": SUPPLY, "secret": SECRET}) as found:
        yield found


def card(place: Planted, challenge: str = "supply") -> Card:
    brief = pages.live(place.garden).briefs[challenge]
    now = datetime.now(UTC)
    return invite.make(place.store, brief, 1, now, group="suppliers")[0]


def shot(page: Page, name: str) -> None:
    """A picture to look at, where somebody wants one."""
    if folder := os.environ.get("IDEAGARDEN_SHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def answers(page: Page) -> None:
    form = page.locator("form[action$='/hours']")
    form.get_by_label("10–15").check()
    form.get_by_role("button", name="Send my answer").click()
    if (sure := page.get_by_role("button", name="Yes, send it")).count():
        sure.click()
    page.wait_for_url("**/thanks/*")


def test_a_cards_link_leads_to_the_form_and_what_is_sent_is_kept(
    page: Page, place: Planted
) -> None:
    before = reads.number(place.store, challenge="supply")
    page.goto(card(place).address(place.address))
    shot(page, "invitation")
    page.get_by_role("button", name="Take part").click()
    shot(page, "invited")
    page.get_by_role("button", name="A quick question").click()
    shot(page, "form")
    answers(page)
    assert reads.number(place.store, challenge="supply") == before + 1


def test_a_code_is_typed_where_it_is_needed(page: Page, place: Planted) -> None:
    page.goto(f"{place.address}/challenges/supply/")
    shot(page, "page")
    form = page.locator("form[action$='/hours']")
    form.get_by_label("Your code").fill("nonsense")
    form.get_by_label("10–15").check()
    form.get_by_role("button", name="Send my answer").click()
    form = page.locator("form[action$='/hours']")
    expect(form.get_by_role("alert")).to_contain_text("There is no such code")
    shot(page, "wrong")
    expect(form.get_by_label("10–15")).to_be_checked()
    form.get_by_label("Your code").fill(card(place).code.upper().replace("-", " "))
    answers(page)


def test_inside_pages_lead_to_each_other(page: Page, place: Planted) -> None:
    page.goto(f"{place.address}/collect/-/invited/secret/")
    shot(page, "code")
    page.get_by_label("Your code").fill(card(place, "secret").code)
    page.get_by_role("button", name="Take part").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The recipe nobody knows yet")
    shot(page, "inside")
    answers(page)
    page.get_by_role("link", name="The recipe nobody knows yet").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The recipe nobody knows yet")


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(browser: Browser, place: Planted, width: str) -> None:
    with browser.new_context(viewport=WIDTHS[width], bypass_csp=True) as context:
        page = context.new_page()
        page.goto(card(place).address(place.address))
        assert faults_by_axe(page) == []
        page.get_by_role("button", name="Take part").click()
        assert faults_by_axe(page) == []
        page.goto(f"{place.address}/collect/-/invited/secret/")
        assert faults_by_axe(page) == []
        page.get_by_label("Your code").fill("nonsense")
        page.get_by_role("button", name="Take part").click()
        assert faults_by_axe(page) == []
        page.get_by_label("Your code").fill(card(place, "secret").code)
        page.get_by_role("button", name="Take part").click()
        assert faults_by_axe(page) == []
        page.goto(f"{place.address}/challenges/supply/")
        assert faults_by_axe(page) == []
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide


def test_codes_are_made_at_the_desk(browser: Browser, place: Planted) -> None:
    with browser.new_context(viewport=WIDTHS["phone"], bypass_csp=True) as context:
        page = context.new_page()
        own_account(page, place)
        page.goto(f"{place.address}/desk/challenges/supply/invitations")
        assert faults_by_axe(page) == []
        shot(page, "desk")
        page.get_by_role("button", name="Make the codes").click()
        expect(page.locator("td code")).to_have_count(8)
        assert faults_by_axe(page) == []
        shot(page, "made")
        with page.expect_popup() as opened:
            page.get_by_role("button", name="Cards to print").click()
        expect(opened.value.locator("svg.slip-code")).to_have_count(8)
        assert faults_by_axe(opened.value) == []
        shot(opened.value, "cards")
