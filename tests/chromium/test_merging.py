"""Similar ideas are named while one types, and two become one with the keyboard alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from collector.store import Store, reads
from tests.standing.place import Bakery, bakery
from tests.standing.test_walk import WIDTHS, faults_by_axe
from tests.standing.ways import own_account

pytestmark = pytest.mark.chromium


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bakery]:
    with bakery(tmp_path_factory.mktemp("merging") / "garden") as place:
        yield place


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=WIDTHS["phone"]) as context:
        yield context.new_page()


def test_what_is_there_is_named_while_one_types_and_sending_goes_on(
    page: Page, place: Bakery
) -> None:
    title = str(place.idea.answers["title"])
    page.goto(f"{place.address}/challenges/new-breads/")
    name = page.locator("form[action$='/new-breads/idea'] [name=title]")
    name.press_sequentially(title, delay=20)
    region = page.locator(".ig-similar")
    link = region.get_by_role("link", name=title)
    expect(link).to_be_visible()
    expect(region).to_have_attribute("role", "status")
    assert link.get_attribute("href") == f"/challenges/new-breads/ideas/{place.idea.ref}/"
    name.fill("Zebra crossing")
    expect(region.get_by_role("link")).to_have_count(0)
    with page.expect_popup() as opened:
        name.fill(title)
        link.click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text(title)
    expect(name).to_have_value(title)


def test_without_an_answer_about_others_nobody_is_held_up(page: Page, place: Bakery) -> None:
    page.route("**/-/similar/**", lambda route: route.abort())
    page.goto(f"{place.address}/challenges/new-breads/")
    form = page.locator("form[action$='/new-breads/idea']")
    form.locator("[name=title]").fill(str(place.idea.answers["title"]))
    form.locator("[name=text]").fill("Small and soft, in a bag of three.")
    form.locator("[name=role][value=customer]").check()
    form.get_by_role("button").last.click()
    page.wait_for_url("**/thanks/*")


def reach(page: Page, name: str) -> None:
    """Press the tab key until this has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.textContent.replace(/\\s+/g, ' ').trim()")
        if str(focused).startswith(name):
            return
    raise AssertionError(f"{name!r} is out of the keyboard's reach")


def test_two_ideas_become_one_and_two_again_by_keyboard(page: Page, place: Bakery) -> None:
    own_account(page, place)
    page.goto(f"{place.address}/desk/entries/{place.idea.ref}/merge")
    reach(page, "Look for it")
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("bread")
    page.keyboard.press("Enter")
    page.wait_for_url("**/merge?into=bread")
    reach(page, "Merge into this")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Merge two ideas?")).to_be_visible()
    assert faults_by_axe(page) == []
    one, other = page.locator(".ig-desk-pair > section").all()
    upper, lower = one.bounding_box(), other.bounding_box()
    assert upper
    assert lower
    assert upper["y"] + upper["height"] <= lower["y"]
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= WIDTHS["phone"]["width"]
    reach(page, "Merge “")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Merged")
    assert merged(place)
    reach(page, "Undo")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Undone")
    assert not merged(place)


def merged(place: Bakery) -> str:
    with Store.open(place.garden) as store:
        found = reads.idea(store, place.idea.ref)
        assert found
        return found.merged
