"""A workshop on phones: with scripts and without, by keyboard, while the network drops."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from collector.acts import workshop as acts
from collector.acts.workshop import Plan
from collector.entries import Step, Workshop, spoken_code
from collector.pages import live
from collector.store import reads, workshops
from tests.chromium.gardens import CHALLENGE, Planted, planted
from tests.chromium.people import SOON
from tests.standing.test_walk import WIDTHS, faults_by_axe

pytestmark = pytest.mark.chromium


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    with planted(tmp_path_factory.mktemp("workshop") / "garden") as garden:
        yield garden


@pytest.fixture
def workshop(garden: Planted) -> Workshop:
    site = live(garden.garden)
    assert site is not None
    plan = Plan(form="idea", home=garden.address, language="en", tables=2, dots=3)
    return acts.begin(garden.store, site.briefs[CHALLENGE], plan, "ada", datetime.now(UTC))


def leads(garden: Planted, workshop: Workshop, step: Step) -> None:
    now = acts.known(garden.store, workshop.ref)
    while now.step is not step:
        now = acts.lead(garden.store, now.ref, now.revision, "next", datetime.now(UTC))


def joins(context: BrowserContext, garden: Planted, workshop: Workshop) -> Page:
    page = context.new_page()
    page.goto(f"{garden.address}/w/{spoken_code(workshop.code)}?table=2")
    page.get_by_role("button", name="Take a seat").press("Enter")
    expect(page.locator("#step")).to_contain_text("Step 1 of 6")
    return page


def writes(page: Page, title: str) -> None:
    page.get_by_label("Give it a name").fill(title)
    page.get_by_label("Customer").check()
    page.get_by_role("button", name="Keep this idea").press("Enter")


def titles(garden: Planted, workshop: Workshop) -> list[str]:
    ideas = workshops.ideas(garden.store, workshop.ref)
    return [str(each.answers["title"]) for each in ideas]


def test_the_page_goes_on_by_itself_and_loses_nothing_while_the_network_is_gone(
    browser: Browser, garden: Planted, workshop: Workshop
) -> None:
    with browser.new_context(viewport=WIDTHS["phone"]) as context:
        page = joins(context, garden, workshop)
        leads(garden, workshop, Step.WRITE)
        expect(page.locator("#step")).to_contain_text("Write silently", timeout=SOON)
        writes(page, "Rye")
        expect(page.get_by_text("Your idea is kept").first).to_be_visible()
        expect(page.get_by_label("Give it a name")).to_be_focused()
        context.set_offline(True)
        for title in ("Oats", "Spelt"):
            writes(page, title)
        expect(page.get_by_text("wait to be sent: 2")).to_be_visible()
        page.get_by_label("Give it a name").fill("Half a wo")
        assert faults_by_axe(page) == []
        assert titles(garden, workshop) == ["Rye"]
        context.set_offline(False)
        expect(page.locator("#own")).to_contain_text("Spelt", timeout=SOON)
        assert titles(garden, workshop) == ["Rye", "Oats", "Spelt"]
        page.reload()
        expect(page.get_by_label("Give it a name")).to_have_value("Half a wo")
        leads(garden, workshop, Step.VOTE)
        expect(page.get_by_text("had not been sent when writing ended")).to_be_visible(timeout=SOON)
        expect(page.locator("blockquote")).to_contain_text("Half a wo")
        more = page.get_by_role("button", name="one dot more on Oats")
        more.press("Enter")
        expect(page.get_by_text("2 of your 3 dots left")).to_be_visible()
        expect(more).to_be_focused()
        expect(page.locator("blockquote")).to_contain_text("Half a wo")
        assert faults_by_axe(page) == []


def test_the_next_idea_is_typed_while_the_one_before_is_still_on_its_way(
    browser: Browser, garden: Planted, workshop: Workshop
) -> None:
    with browser.new_context(viewport=WIDTHS["phone"]) as context:
        page = joins(context, garden, workshop)
        leads(garden, workshop, Step.WRITE)
        expect(page.locator("#step")).to_contain_text("Write silently", timeout=SOON)
        held: list[Route] = []
        page.route(
            "**/w/*",
            lambda route: held.append(route) if is_first_post(route, held) else route.continue_(),
        )
        writes(page, "Rye")
        writes(page, "Oats")
        page.get_by_label("Give it a name").fill("Half a wo")
        assert titles(garden, workshop) == []
        [first] = held
        first.continue_()
        expect(page.locator("#own")).to_contain_text("Oats", timeout=SOON)
        assert titles(garden, workshop) == ["Rye", "Oats"]
        expect(page.get_by_label("Give it a name")).to_have_value("Half a wo")


def test_two_windows_that_send_the_same_lose_nothing_that_waits_behind_it(
    browser: Browser, garden: Planted, workshop: Workshop
) -> None:
    with browser.new_context(viewport=WIDTHS["phone"]) as context:
        page = joins(context, garden, workshop)
        leads(garden, workshop, Step.WRITE)
        expect(page.locator("#step")).to_contain_text("Write silently", timeout=SOON)
        held: list[Route] = []
        context.route(
            "**/w/*",
            lambda route: held.append(route) if is_post(route) else route.continue_(),
        )
        for title in ("Rye", "Oats"):
            writes(page, title)
        context.new_page().goto(page.url)
        comes(page, held, 2)
        held[0].continue_()
        comes(page, held, 3)
        held[1].continue_()
        comes(page, held, 4)
        held[2].abort()
        held[3].continue_()
        expect(page.locator("#own")).to_contain_text("Oats", timeout=SOON)
        assert titles(garden, workshop) == ["Rye", "Oats"]


def comes(page: Page, held: list[Route], count: int) -> None:
    """As many posts are on their way."""
    for _ in range(SOON // 100):
        if len(held) >= count:
            return
        page.wait_for_timeout(100)
    raise AssertionError([each.request.post_data for each in held])


def test_what_was_refused_stays_to_be_read_while_the_next_is_written(
    browser: Browser, garden: Planted, workshop: Workshop
) -> None:
    with browser.new_context(viewport=WIDTHS["phone"]) as context:
        page = joins(context, garden, workshop)
        leads(garden, workshop, Step.WRITE)
        expect(page.locator("#step")).to_contain_text("Write silently", timeout=SOON)
        held: list[Route] = []
        page.route(
            "**/w/*",
            lambda route: held.append(route) if is_first_post(route, held) else route.continue_(),
        )
        writes(page, "far too long " * 10)
        writes(page, "Oats")
        page.get_by_label("Give it a name").fill("Half a wo")
        comes(page, held, 1)
        held[0].continue_()
        expect(page.locator("blockquote")).to_contain_text("far too long", timeout=SOON)
        expect(page.locator("#own")).to_contain_text("Oats", timeout=SOON)
        expect(page.get_by_text("at most 80 characters")).to_be_visible()
        expect(page.locator("blockquote")).to_contain_text("far too long")
        expect(page.get_by_label("Give it a name")).to_have_value("Half a wo")
        assert faults_by_axe(page) == []


def is_post(route: Route) -> bool:
    return route.request.method == "POST"


def is_first_post(route: Route, held: list[Route]) -> bool:
    return is_post(route) and not held


def test_what_is_wrong_stands_in_the_form_again_and_goes_once_it_is_mended(
    browser: Browser, garden: Planted, workshop: Workshop
) -> None:
    with browser.new_context(viewport=WIDTHS["phone"]) as context:
        page = joins(context, garden, workshop)
        leads(garden, workshop, Step.WRITE)
        expect(page.locator("#step")).to_contain_text("Write silently", timeout=SOON)
        writes(page, "far too long " * 10)
        alert = page.locator("#write [role=alert]")
        expect(alert).to_contain_text("at most 80 characters", timeout=SOON)
        expect(alert.get_by_role("link").first).to_be_focused()
        name = page.get_by_label("Give it a name")
        expect(name).to_have_value("far too long " * 10)
        name.fill("Short enough")
        page.get_by_role("button", name="Keep this idea").press("Enter")
        expect(page.locator("#own")).to_contain_text("Short enough", timeout=SOON)
        expect(alert).to_have_count(0)
        expect(name).to_have_value("")


def test_everything_goes_without_scripts(
    browser: Browser, garden: Planted, workshop: Workshop
) -> None:
    with browser.new_context(viewport=WIDTHS["phone"], java_script_enabled=False) as context:
        page = joins(context, garden, workshop)
        leads(garden, workshop, Step.WRITE)
        page.get_by_role("link", name="Look again").press("Enter")
        writes(page, "Rye")
        expect(page.get_by_text("Your idea is kept")).to_be_visible()
        leads(garden, workshop, Step.VOTE)
        page.get_by_role("link", name="Look again").press("Enter")
        for left in (2, 1, 0):
            page.get_by_role("button", name="one dot more on Rye").press("Enter")
            expect(page.get_by_text(f"{left} of your 3 dots left")).to_be_visible()
        expect(page.get_by_role("button", name="one dot more on Rye")).to_be_disabled()
        leads(garden, workshop, Step.RESULT)
        page.get_by_role("link", name="Look again").press("Enter")
        expect(page.locator("#wall")).to_contain_text("3 dots")
    [idea] = workshops.ideas(garden.store, workshop.ref)
    assert reads.idea(garden.store, idea.ref) is not None


def test_the_timer_speaks_at_a_few_moments_only(
    browser: Browser, garden: Planted, workshop: Workshop
) -> None:
    with browser.new_context(viewport=WIDTHS["phone"]) as context:
        page = context.new_page()
        page.clock.install()
        page.goto(f"{garden.address}/w/{spoken_code(workshop.code)}")
        page.get_by_role("button", name="Take a seat").click()
        now = acts.known(garden.store, workshop.ref)
        acts.start(garden.store, now.ref, now.revision, 3, datetime.now(UTC))
        page.clock.run_for(4000)
        expect(page.get_by_role("timer")).to_contain_text("2:5", timeout=SOON)
        page.route("**/live", lambda route: route.abort())
        region = page.locator(".ig-live[role=status]")
        assert region.text_content() == ""
        page.clock.run_for(55_000)
        expect(region).to_have_text("Minutes left: 2")
        page.clock.run_for(30_000)
        expect(region).to_have_text("Minutes left: 2")
        page.clock.run_for(50_000)
        expect(region).to_have_text("Minutes left: 1")
        page.clock.run_for(60_000)
        expect(region).to_have_text("The time is up")
