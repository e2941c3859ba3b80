"""Whatever a visitor does to the form, each idea is kept exactly once."""

import http.client
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from tests.chromium.gardens import Planted, planted
from tests.chromium.people import SOON, Visitor

pytestmark = pytest.mark.chromium

FORM = "**/collect/bread/idea"


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    with planted(tmp_path_factory.mktemp("once")) as garden:
        yield garden


@pytest.fixture(params=[True, False], ids=["scripts on", "scripts off"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def context(browser: Browser, scripts: bool) -> Iterator[BrowserContext]:
    with browser.new_context(java_script_enabled=scripts) as context:
        yield context


@pytest.fixture
def visitor(context: BrowserContext, garden: Planted, scripts: bool) -> Visitor:
    visitor = Visitor(context.new_page(), garden.address, scripts)
    visitor.opens()
    return visitor


def test_a_reload_of_the_thanks_page_sends_nothing(visitor: Visitor, garden: Planted) -> None:
    visitor.fills_in(idea := f"Reloaded {visitor.scripts}")
    visitor.sends()
    code = visitor.code
    visitor.page.reload()
    assert visitor.code == code
    assert garden.titles[idea] == 1


def test_back_and_send_again_leads_to_the_same_receipt(visitor: Visitor, garden: Planted) -> None:
    visitor.fills_in(idea := f"Sent again {visitor.scripts}")
    visitor.sends()
    code = visitor.code
    visitor.page.go_back()
    visitor.presses("Send my idea" if visitor.scripts else "Yes, send it")
    assert visitor.code == code
    assert garden.titles[idea] == 1


def test_back_to_the_form_without_scripts_is_known_again(
    without_scripts: Visitor, garden: Planted
) -> None:
    visitor = without_scripts
    visitor.fills_in("From one phone")
    visitor.sends()
    code = visitor.code
    visitor.opens()
    visitor.fills_in("From one phone")
    visitor.sends()
    visitor.sees("Exactly this was sent from here a moment ago")
    assert visitor.code == code
    assert garden.titles["From one phone"] == 1

    visitor.presses("It is from somebody else: send it too")
    visitor.presses("Yes, send it")
    assert visitor.code != code
    assert garden.titles["From one phone"] == 2


def test_back_and_send_something_else_keeps_both(visitor: Visitor, garden: Planted) -> None:
    first, second = f"First thought {visitor.scripts}", f"Second thought {visitor.scripts}"
    visitor.fills_in(first)
    visitor.sends()
    code = visitor.code
    visitor.page.go_back()
    if not visitor.scripts:
        visitor.page.go_back()
    visitor.fills_in(second)
    visitor.sends()
    assert visitor.code != code
    assert (garden.titles[first], garden.titles[second]) == (1, 1)


def test_a_double_click_sends_once(visitor: Visitor, garden: Planted) -> None:
    visitor.fills_in(idea := f"Clicked twice {visitor.scripts}")
    if not visitor.scripts:
        visitor.presses("Send my idea")
    visitor.button("Send my idea" if visitor.scripts else "Yes, send it").dblclick()
    visitor.is_thanked()
    assert garden.titles[idea] == 1


def test_a_retry_after_a_lost_answer_stores_nothing_twice(
    with_scripts: Visitor, garden: Planted
) -> None:
    visitor = with_scripts
    visitor.fills_in("Lost in the cellar")
    with answers_lost(visitor.page):
        visitor.presses("Send my idea")
        visitor.sees("We could not be reached")
    assert garden.titles["Lost in the cellar"] == 1
    expect(visitor.page.get_by_label("Give it a name")).to_have_value("Lost in the cellar")

    visitor.presses("Send my idea")
    visitor.is_thanked()
    assert garden.titles["Lost in the cellar"] == 1


def test_a_retry_after_a_lost_answer_without_scripts(
    without_scripts: Visitor, garden: Planted
) -> None:
    visitor = without_scripts
    visitor.fills_in("Lost on the stairs")
    visitor.presses("Send my idea")
    expect(visitor.heading("Is this right?")).to_be_visible()
    with answers_lost(visitor.page):
        visitor.presses("Yes, send it")
        visitor.page.wait_for_url("chrome-error://**")
    assert garden.titles["Lost on the stairs"] == 1

    visitor.page.reload()
    visitor.is_thanked()
    assert garden.titles["Lost on the stairs"] == 1


def test_back_to_the_form_after_a_lost_answer_without_scripts(
    without_scripts: Visitor, garden: Planted
) -> None:
    visitor = without_scripts
    visitor.fills_in("Lost in the hall")
    visitor.presses("Send my idea")
    with answers_lost(visitor.page):
        visitor.presses("Yes, send it")
        visitor.page.wait_for_url("chrome-error://**")

    visitor.opens()
    visitor.fills_in("Lost in the hall")
    visitor.presses("Send my idea")
    visitor.presses("Yes, send it")
    visitor.is_thanked()
    assert garden.titles["Lost in the hall"] == 1


def test_a_tab_remembers_its_submission_until_the_receipt_is_there(
    with_scripts: Visitor, garden: Planted
) -> None:
    visitor = with_scripts
    visitor.fills_in("Typed once more")
    with answers_lost(visitor.page):
        visitor.presses("Send my idea")
        visitor.sees("We could not be reached")

    visitor.page.reload()
    visitor.fills_in("Typed once more")
    visitor.sends()
    assert garden.titles["Typed once more"] == 1

    visitor.opens()
    visitor.fills_in("Typed once more")
    visitor.sends()
    assert garden.titles["Typed once more"] == 2


def test_what_two_tabs_send_is_kept_from_both(visitor: Visitor, garden: Planted) -> None:
    other = Visitor(visitor.page.context.new_page(), visitor.site, visitor.scripts)
    other.opens()
    left, right = f"Left tab {visitor.scripts}", f"Right tab {visitor.scripts}"
    visitor.fills_in(left)
    other.fills_in(right)
    visitor.sends()
    other.sends()
    assert visitor.code != other.code
    assert (garden.titles[left], garden.titles[right]) == (1, 1)


def test_a_duplicated_tab_is_asked_and_loses_nothing(
    with_scripts: Visitor, garden: Planted
) -> None:
    visitor = with_scripts
    visitor.fills_in("The original")
    has_a_token(visitor.page)
    with visitor.page.expect_popup() as opening:
        visitor.page.evaluate("open(location.href)")
    copy = Visitor(opening.value, visitor.site)
    copy.fills_in("The duplicate")
    visitor.sends()

    copy.presses("Send my idea")
    copy.presses("Yes, send it")
    expect(copy.heading("A new entry, or a correction?")).to_be_visible(timeout=SOON)
    copy.presses("It is a new entry")
    assert copy.code != visitor.code
    assert (garden.titles["The original"], garden.titles["The duplicate"]) == (1, 1)


@pytest.fixture
def with_scripts(browser: Browser, garden: Planted) -> Iterator[Visitor]:
    yield from alone(browser, garden, scripts=True)


@pytest.fixture
def without_scripts(browser: Browser, garden: Planted) -> Iterator[Visitor]:
    yield from alone(browser, garden, scripts=False)


def alone(browser: Browser, garden: Planted, *, scripts: bool) -> Iterator[Visitor]:
    with browser.new_context(java_script_enabled=scripts) as context:
        visitor = Visitor(context.new_page(), garden.address, scripts)
        visitor.opens()
        yield visitor


def has_a_token(page: Page) -> None:
    """Wait until the tab remembers a submission of its own."""
    # Asked from here: the page's own rules allow no script to be evaluated later on.
    for _ in range(100):
        if page.evaluate("sessionStorage.length") > 0:
            return
        page.wait_for_timeout(100)
    raise AssertionError("the tab remembers nothing")


@contextmanager
def answers_lost(page: Page) -> Iterator[None]:
    """Whatever is posted to the form arrives and is answered, but no answer comes back."""
    page.route(FORM, deliver_and_break)
    try:
        yield
    finally:
        page.unroute(FORM)


def deliver_and_break(route: Route) -> None:
    deliver(route.request)
    route.abort("connectionreset")


def deliver(request: Request) -> None:
    """Send it beside the browser, so that nothing of the answer reaches it, cookies included."""
    address = urlsplit(request.url)
    connection = http.client.HTTPConnection(address.netloc, timeout=30)
    try:
        connection.request(
            request.method, address.path, request.post_data_buffer, dict(request.headers)
        )
        assert connection.getresponse().status in (201, 303)
    finally:
        connection.close()
