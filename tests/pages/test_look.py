"""What only a browser can tell of the pages: dates as days, colours, distances, paper."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page

from collector import pages
from collector.garden import Garden
from collector.published import PublishedComment, PublishedReply
from tests.browser import chromium
from tests.pages.gardens import NOW, data, idea, publish

pytestmark = pytest.mark.chromium

SHIFTS = """
window.shifts = 0;
new PerformanceObserver(list => list.getEntries().forEach(each => { window.shifts += each.value; }))
    .observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def site(once_built: Garden) -> Iterator[str]:
    with served(once_built) as address:
        yield address


@contextmanager
def served(garden: Garden) -> Iterator[str]:
    """The address at which the built pages are served, under their own policy."""
    live = pages.live(garden)
    assert live is not None

    class Handler(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", live.csp)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            pass

    handler = partial(Handler, directory=str(live.public))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="light")
    yield context.new_page()
    context.close()


def test_a_script_turns_dates_into_days(window: Page, site: str) -> None:
    window.clock.set_fixed_time(NOW)
    window.goto(site)
    assert window.locator(".ig-pill").all_text_contents() == ["25 days left", "Opens in 10 days"]
    assert "Until 15 December 2026, 18:00" in window.locator(".ig-phase").first.inner_text()


def test_without_scripts_the_dates_stand_there(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    assert page.locator(".ig-pill").all_text_contents() == ["Open", "Opens soon"]
    assert "Until 15 December 2026, 18:00" in page.locator(".ig-phase").first.inner_text()
    assert not page.locator(".ig-scheme").is_visible()
    context.close()


def test_on_the_last_day_it_says_so_and_afterwards_it_counts_no_further(
    window: Page, site: str
) -> None:
    for time, told in (("2026-12-15T08:00:00Z", "Last day"), ("2026-12-16T08:00:00Z", "Open")):
        window.clock.set_fixed_time(time)
        window.goto(site)
        assert window.locator(".ig-pill").first.inner_text() == told


def test_colours_follow_the_system_until_somebody_chooses(browser: Browser, site: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(site)
    switch = page.get_by_role("button", name="Dark colours")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert switch.get_attribute("aria-pressed") == "true"
    switch.click()
    page.goto(f"{site}/challenges/bread/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    assert switch.get_attribute("aria-pressed") == "false"
    context.close()


@pytest.mark.parametrize("place", ["/", "/challenges/bread/", "/challenges/tables/"])
def test_nothing_moves_while_a_page_loads(window: Page, site: str, place: str) -> None:
    window.add_init_script(SHIFTS)
    window.goto(f"{site}{place}", wait_until="networkidle")
    assert window.evaluate("window.shifts") == 0


@pytest.mark.parametrize("place", ["/", "/challenges/bread/"])
def test_whatever_is_pressed_is_as_large_as_a_finger(window: Page, site: str, place: str) -> None:
    window.goto(f"{site}{place}")
    targets = "nav a, .ig-brand, button, .ig-option, .ig-input, .md-button, .ig-onward a"
    for target in window.locator(targets).all():
        box = target.bounding_box()
        if box is not None and target.is_visible():
            assert box["height"] >= 44, target.evaluate("each => each.outerHTML")


@pytest.mark.parametrize("place", ["/", "/challenges/bread/", "/privacy/"])
def test_a_narrow_phone_needs_no_scrolling_sideways(window: Page, site: str, place: str) -> None:
    window.set_viewport_size({"width": 320, "height": 600})
    window.goto(f"{site}{place}")
    assert window.evaluate("document.documentElement.scrollWidth") <= 320


def test_words_without_an_end_need_no_scrolling_sideways_either(
    window: Page, built: Garden
) -> None:
    word = "Wholegrain" * 6
    said = PublishedComment(
        "c1", word * 9, NOW.date(), word, answers=(PublishedReply(word, NOW.date()),)
    )
    long = idea(title=word, byline=word, tags=(word[:40],), comments=(said,), replies=said.answers)
    publish(built, data(long))
    pages.fill(built, "bread")
    window.set_viewport_size({"width": 320, "height": 600})
    with served(built) as address:
        for place in ("", "ideas/", f"ideas/{long.ref}/"):
            window.goto(f"{address}/challenges/bread/{place}")
            wide = window.evaluate("document.documentElement.scrollWidth")
            assert wide <= 320, place


def test_on_paper_the_form_stands_without_what_only_a_screen_needs(window: Page, site: str) -> None:
    window.emulate_media(media="print")
    window.goto(f"{site}/challenges/bread/")
    assert window.get_by_label("Give it a name").is_visible()
    assert not window.get_by_role("navigation").first.is_visible()
    assert not window.get_by_role("button", name="Send my idea").is_visible()


def test_the_first_key_leads_past_the_menu_to_the_content(window: Page, site: str) -> None:
    window.goto(site)
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.textContent") == "Skip to the content"
    assert window.locator(".ig-skip").bounding_box()["y"] >= 0  # type: ignore[index]
