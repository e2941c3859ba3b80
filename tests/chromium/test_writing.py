"""A new owner goes from nothing to a published challenge in the browser; and what the page's
script eases."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser import chromium
from tests.chromium.people import SOON, Owner, Visitor, has_focus, tabs_until
from tests.served import Served, command, serving

pytestmark = pytest.mark.chromium

ADDRESS = "what-shall-we-brew"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Served]:
    folder = tmp_path / "brewery"
    subprocess.run(command(tmp_path, "init", str(folder)), check=True, capture_output=True)
    (folder / "challenges" / "suggestion-box.md").unlink()
    with serving(folder) as served:
        yield served


def first_account(page: Page, served: Served) -> Owner:
    """The owner's account, by the link that `serve` printed; it leads to the first challenge."""
    owner = Owner(page, served.address)
    owner.logs_in(served.printed, "Write your first challenge")
    return owner


def begins(page: Page) -> None:
    page.get_by_label("What do you ask?").fill("What shall we brew?")
    page.get_by_role("radio", name="A challenge for a new product").check()
    page.get_by_role("button", name="Begin writing").click()
    expect(page.get_by_role("heading", name="Write: What shall we brew?")).to_be_visible()


def holding(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words))


def text_of(page: Page) -> Locator:
    return page.get_by_label("The challenge as a text")


def test_from_nothing_to_a_published_challenge_by_keyboard(browser: Browser, fresh: Served) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    first_account(page, fresh)
    title = page.get_by_label("What do you ask?")
    tabs_until(page, lambda: has_focus(title))
    page.keyboard.type("What shall we brew?")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Last part of its address")).to_have_value(ADDRESS)
    begin = page.get_by_role("button", name="Begin writing")
    tabs_until(page, lambda: has_focus(begin))
    page.keyboard.press("Enter")
    text = text_of(page)
    expect(text).to_have_value(holding("# What shall we brew?"), timeout=SOON)
    tabs_until(page, lambda: has_focus(text))
    page.keyboard.press("Control+End")
    page.keyboard.type("\n## Taste {.pol}\n\n### Sweet?\n\n- ( ) Yes\n- ( ) No\n")
    take = page.get_by_role("button", name="Take the suggested line for line")
    expect(take.first).to_be_visible(timeout=SOON)
    take.first.focus()
    page.keyboard.press("Enter")
    expect(text).to_have_value(holding("## Taste {.poll}"), timeout=SOON)
    publish = page.get_by_role("button", name="Publish")
    tabs_until(page, lambda: has_focus(publish), key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#standing")).to_contain_text("It is on the site", timeout=60_000)
    visitor = Visitor(browser.new_page(), fresh.address)
    visitor.opens(f"/challenges/{ADDRESS}/")
    visitor.writes("Your suggestion in a few words", "A stout")
    visitor.writes("What do you have in mind?", "Dark, with oats.")
    visitor.presses("Send my idea")
    visitor.is_thanked()
    page.goto(f"{fresh.address}/desk/queue/")
    expect(page.locator(".ig-desk-card")).to_contain_text("A stout", timeout=SOON)


def test_without_scripts_the_same_takes_a_button_each(browser: Browser, fresh: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    owner = Owner(page, fresh.address, scripts=False)
    owner.logs_in(fresh.printed, "Write your first challenge")
    begins(page)
    text = text_of(page)
    text.fill(text.input_value().replace("{.poll #taste", "{.pol #taste"))
    page.get_by_role("button", name="Preview").click()
    frame = page.frame_locator("iframe[name=preview]")
    expect(frame.get_by_text("The page can’t be shown yet")).to_be_visible(timeout=SOON)
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Nothing was published")).to_be_visible(timeout=SOON)
    page.get_by_role("link", name="line").first.click()
    expect(page.locator("li:target")).to_be_visible()
    page.get_by_role("button", name="Take the suggested line").first.click()
    expect(page.get_by_role("heading", name="Nothing is wrong")).to_be_visible(timeout=SOON)
    page.get_by_label("What", exact=True).select_option("shape:stars")
    page.get_by_label("Where").select_option(label="At the end of “Share your idea”")
    page.get_by_role("button", name="Put it in").click()
    expect(text_of(page)).to_have_value(holding("☆☆☆☆☆"), timeout=SOON)
    page.get_by_role("button", name="Preview").click()
    frame = page.frame_locator("iframe[name=preview]")
    expect(frame.get_by_role("heading", name="What shall we brew?")).to_be_visible(timeout=SOON)
    page.get_by_role("button", name="Publish").click()
    for _ in range(60):
        if page.get_by_text("It is on the site").count():
            break
        page.wait_for_timeout(500)
        page.get_by_role("link", name="Look again").click()
    visitor = Visitor(context.new_page(), fresh.address, scripts=False)
    visitor.opens(f"/challenges/{ADDRESS}/")
    expect(visitor.heading("What shall we brew?")).to_be_visible()
    expect(visitor.page.get_by_text("How many stars?")).to_be_visible()
    context.close()


EVIL = """
<script>top.hacked = 1; window.hacked = 1</script>
<img src="x" onerror="top.hacked = 1">
<svg onload="top.hacked = 1"></svg>
<iframe src="/desk/accounts/"></iframe>
<meta http-equiv="refresh" content="0; url=/desk/accounts/">
<base href="https://third-party.example/">
<form id="evil" action="/desk/log-out" method="post"><button>Evil</button></form>
<a href="javascript:top.hacked=1">Script</a> <a href="/desk/accounts/" target="_top">Away</a>
"""


def test_a_brief_with_evil_in_it_does_nothing_in_the_preview(
    browser: Browser, fresh: Served
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    first_account(page, fresh)
    begins(page)
    text = text_of(page)
    text.fill(text.input_value().replace("Say in two or three", f"{EVIL}\n\nSay in two or three"))
    frame = page.frame_locator(".ig-write-preview iframe:not(.ig-write-coming)")
    expect(frame.get_by_role("button", name="Evil")).to_be_visible(timeout=SOON)
    at = page.url
    for kind, name in (("button", "Evil"), ("link", "Script"), ("link", "Away")):
        frame.get_by_role(kind, name=name).click()  # type: ignore[arg-type]
        page.wait_for_timeout(300)
    assert page.evaluate("window.hacked") is None
    assert page.url == at
    inner = next(each for each in page.frames if each.parent_frame)
    assert inner.evaluate("self.origin") == "null"
    assert inner.evaluate("(() => { try { return document.cookie } catch { return '' } })()") == ""
    assert not [each for each in asked if "third-party" in each or "/desk/accounts/" in each]
    page.goto(f"{fresh.address}/desk/write/{ADDRESS}/")
    expect(page.get_by_role("heading", name="Write:")).to_be_visible()


def slowly(route: Route) -> None:
    """Later than what was typed is looked through."""
    sleep(0.8)
    route.continue_()


def test_with_scripts_findings_and_preview_follow_what_is_typed(
    browser: Browser, fresh: Served
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    first_account(page, fresh)
    begins(page)
    text = text_of(page)
    frame = page.frame_locator(".ig-write-preview iframe:not(.ig-write-coming)")
    expect(frame.get_by_role("heading", name="What shall we brew?")).to_be_visible(timeout=SOON)
    text.fill(text.input_value().replace("Give it a name", "How is it called"))
    expect(frame.get_by_text("How is it called")).to_be_visible(timeout=SOON)
    text.fill(text.input_value().replace("- [regulars]", "- (regulars)"))
    finding = page.locator(".ig-write-finding").first
    expect(finding).to_be_visible(timeout=SOON)
    finding.get_by_role("link").click()
    chosen = text.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")
    assert chosen.startswith("- (regulars)")
    finding.get_by_role("button").click()
    expect(page.get_by_text("The suggested line is now")).to_be_visible(timeout=SOON)
    text.evaluate(
        "box => { box.focus(); box.setSelectionRange(box.value.length, box.value.length) }"
    )
    page.get_by_label("What", exact=True).select_option("shape:ranking")
    assert not page.get_by_label("Where").is_visible()
    page.route("**/desk/write/**", slowly)
    text.press("Enter")
    page.get_by_role("button", name="Put it in").click()
    expect(text).to_have_value(holding("1. [fresh] Fresh"), timeout=SOON)
    chosen = text.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")
    assert chosen == "### What matters most?"
    page.unroute("**/desk/write/**")
    length = page.evaluate("history.length")
    text.press_sequentially("### And what do you like?")
    page.wait_for_timeout(2500)
    assert page.evaluate("history.length") == length
