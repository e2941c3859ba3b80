"""One Chromium for the tests of a file, and a phone in it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(params=[True, False], ids=["scripts on", "scripts off"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    phone = {"width": 390, "height": 844}
    with browser.new_context(java_script_enabled=request.param, viewport=phone) as context:
        yield context.new_page()
