"""A split poll in a browser: its variant comes by itself, stays, and goes along with the answer."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from collector.store import exposures, reads
from tests.chromium.gardens import Planted, planted
from tests.web.public.test_variant import BRIEF, WORDS

pytestmark = pytest.mark.chromium


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    with planted(tmp_path_factory.mktemp("split"), more={"rolls": BRIEF}) as garden:
        yield garden


def shown(page: Page) -> str:
    """The code of the one variant that can be read."""
    parts = page.locator("[data-ig-variant]:visible")
    expect(parts).to_have_count(1)
    return parts.get_attribute("data-ig-variant") or ""


def test_scripts_deal_it_as_it_comes_into_view_and_keep_it(
    browser: Browser, garden: Planted
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        for _ in range(2):
            page.goto(f"{garden.address}/challenges/rolls/#form-box")
            code = shown(page)
            expect(page.get_by_role("button", name="Show the question")).to_have_count(0)
            assert WORDS[code] in page.locator("[data-ig-variant]:visible").inner_text()
        page.get_by_label("Yes").check()
        page.get_by_role("button", name="Send").click()
        expect(page.locator("p.ig-code")).to_be_visible()
    assert exposures.by_form(garden.store, "rolls") == {"box": {code: 1}}
    assert [each.variant for each in reads.responses(garden.store, "rolls")] == [code]


def test_where_the_collector_is_silent_the_button_leads_to_it(
    browser: Browser, garden: Planted
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/-/variant/**", lambda route: route.abort(), times=1)
        page.goto(f"{garden.address}/challenges/rolls/#form-box")
        page.get_by_role("button", name="Show the question").click()
        assert shown(page) in WORDS
