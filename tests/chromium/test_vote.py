"""Voting in a browser: with scripts and without, by keyboard, on a phone."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from collector.entries import Idea, JobKind, State, new_reference
from collector.form import define
from collector.pages import live
from collector.store import writes
from tests.chromium.gardens import Planted, planted
from tests.chromium.people import SOON

pytestmark = pytest.mark.chromium

ROLLS = """\
---
closes: never
voting: {voting}
---

# Which {slug}?

Tell us.

## Your idea {{.idea}}

### A name * {{#title}}
____ (3–80 characters)
"""
RULES = {"loaves": "approve, 3 per person", "rolls": "updown", "cakes": "stars"}


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    briefs = {slug: ROLLS.format(slug=slug, voting=rule) for slug, rule in RULES.items()}
    with planted(tmp_path_factory.mktemp("votes"), more=briefs) as garden:
        yield garden


def has_scripts(page: Page) -> bool:
    return bool(page.evaluate("() => document.querySelector('.ig-vote__status') !== null"))


def suggest(garden: Planted, challenge: str, title: str) -> str:
    """An idea that is shown; the address of its page."""
    built = live(garden.garden)
    assert built is not None
    now = datetime.now(UTC)
    idea = Idea(
        ref=new_reference(),
        challenge=challenge,
        form="idea",
        form_hash=define(built.briefs[challenge].forms[0]).hash,
        answers={"title": title},
        state=State.APPROVED,
        received=now,
    )
    writes.add(garden.store, idea)
    writes.enqueue(garden.store, JobKind.FILL, challenge, now)
    return f"{garden.address}/challenges/{challenge}/ideas/{idea.ref}/"


def opens(page: Page, address: str) -> None:
    """Once the runner has made the page."""
    for _ in range(100):
        answer = page.goto(address)
        if answer and answer.ok:
            return
        page.wait_for_timeout(100)
    raise AssertionError(address)


def cast(garden: Planted, title: str) -> list[str]:
    """What is kept on the idea of this title."""
    ref = next(
        each["ref"] for each in garden.store.table("ideas") if each["answers"]["title"] == title
    )
    return [each["value"] for each in garden.store.table("votes").find(idea=ref)]


def test_one_press_votes_and_another_takes_it_back(
    garden: Planted, page: Page, request: pytest.FixtureRequest
) -> None:
    title = f"Rye {request.node.callspec.id}"
    opens(page, suggest(garden, "loaves", title))
    page.get_by_role("button", name="Vote for it").press("Enter")
    if has_scripts(page):
        expect(page.locator(".ig-vote__status")).to_contain_text("Your vote is kept", timeout=SOON)
        expect(page.get_by_role("button", pressed=True)).to_have_count(1)
        expect(page.locator(".ig-vote__count")).to_have_text("1 vote")
        assert cast(garden, title) == ["yes"]
        page.reload()
        page.get_by_role("button", pressed=True).press(" ")
        expect(page.locator(".ig-vote__status")).to_contain_text("taken back", timeout=SOON)
    else:
        page.get_by_role("button", name="Yes, vote").press("Enter")
        expect(page.locator(".ig-code")).to_be_visible(timeout=SOON)
        assert cast(garden, title) == ["yes"]
        page.goto(page.url)
        page.get_by_role("link", name="change your vote").click()
        code = page.url.partition("#")[2]
        page.locator("[name=code]").fill(code)
        page.get_by_role("button", name="Show it").click()
        page.get_by_role("button", name="Take my vote back").click()
        expect(page.get_by_text("was taken back")).to_be_visible(timeout=SOON)
    assert cast(garden, title) == []


def test_a_vote_can_be_changed(garden: Planted, page: Page, request: pytest.FixtureRequest) -> None:
    title = f"Poppy {request.node.callspec.id}"
    opens(page, address := suggest(garden, "rolls", title))
    for button, value in (("For it", "up"), ("Against it", "down")):
        page.goto(address)
        page.get_by_role("button", name=button).click()
        if has_scripts(page):
            expect(page.get_by_role("button", pressed=True)).to_contain_text(button, timeout=SOON)
        else:
            page.get_by_role("button", name="Yes, vote").click()
            expect(page.locator(".ig-code")).to_be_visible(timeout=SOON)
        assert cast(garden, title) == [value]


def test_stars_are_given_with_the_arrow_keys(
    garden: Planted, page: Page, request: pytest.FixtureRequest
) -> None:
    title = f"Cake {request.node.callspec.id}"
    opens(page, suggest(garden, "cakes", title))
    page.get_by_role("radio").first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Give these stars").press("Enter")
    if has_scripts(page):
        expect(page.locator(".ig-vote__count")).to_contain_text("4.0 of 5 stars", timeout=SOON)
    else:
        page.get_by_role("button", name="Yes, vote").click()
        expect(page.get_by_text("4.0 of 5 stars")).to_be_visible(timeout=SOON)
    assert cast(garden, title) == ["4"]


def test_where_the_collector_can_not_be_asked_the_form_goes_the_plain_way(
    garden: Planted, browser: Browser
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        opens(page, suggest(garden, "loaves", "Spelt"))
        page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError()); }")
        page.get_by_role("button", name="Vote for it").click()
        page.get_by_role("button", name="Yes, vote").click(timeout=SOON)
        expect(page.locator(".ig-code")).to_be_visible(timeout=SOON)
        assert cast(garden, "Spelt") == ["yes"]


def test_a_browser_that_keeps_nothing_is_told_that_its_vote_is_counted_apart(
    garden: Planted, browser: Browser
) -> None:
    context: BrowserContext
    with browser.new_context() as context:
        page = context.new_page()
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } });"
        )
        context.route(
            "**/*",
            lambda route: route.continue_(
                headers={k: v for k, v in route.request.headers.items() if k != "cookie"}
            ),
        )
        opens(page, suggest(garden, "loaves", "Oat"))
        page.get_by_role("button", name="Vote for it").click()
        context.clear_cookies()
        page.get_by_role("button", name="Yes, vote").click(timeout=SOON)
        expect(page.get_by_text("so we count it apart")).to_be_visible(timeout=SOON)
