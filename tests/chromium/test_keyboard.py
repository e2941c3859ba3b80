"""By keyboard alone: a visitor sends an idea, an owner goes through the queue."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, StorageState, expect

from collector.entries import Idea, State
from collector.store import reads
from tests.chromium.gardens import CHALLENGE, Planted, planted
from tests.chromium.people import SOON, Owner, Visitor, has_focus, tabs_until
from tests.chromium.wire import Caller

pytestmark = pytest.mark.chromium

SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    with planted(tmp_path_factory.mktemp("keyboard")) as garden:
        yield garden


@pytest.fixture
def visitor(browser: Browser, garden: Planted, scripts: bool) -> Iterator[Visitor]:
    with browser.new_context(java_script_enabled=scripts) as context:
        visitor = Visitor(context.new_page(), garden.address, scripts)
        visitor.opens()
        yield visitor


@SCRIPTS
def test_a_form_is_filled_in_and_sent_with_visible_focus(
    visitor: Visitor, garden: Planted, scripts: bool
) -> None:
    page = visitor.page
    keyboard = page.keyboard
    keyboard.press("Tab")
    assert has_focus(page.get_by_role("link", name="Skip to the content"))
    keyboard.press("Enter")

    goes_to(page, page.get_by_label("Give it a name"))
    keyboard.type(idea := f"Typed with scripts {scripts}")
    goes_to(page, page.get_by_label("Customer"))
    keyboard.press("ArrowDown")
    assert page.get_by_label("I work here").is_checked()
    goes_to(page, page.get_by_label("Where can we write to you?"))
    keyboard.type("maja@home.example")
    goes_to(page, visitor.button("Send my idea"))
    keyboard.press("Enter")
    if not scripts:
        expect(visitor.heading("Is this right?")).to_be_visible(timeout=SOON)
        goes_to(page, visitor.button("Yes, send it"))
        keyboard.press("Space")

    visitor.is_thanked()
    [kept] = [each for each in kept_ideas(garden) if each.answers["title"] == idea]
    assert kept.answers == {"title": idea, "role": "staff", "email": "maja@home.example"}


@SCRIPTS
def test_what_is_wrong_is_said_first_and_leads_to_its_field(
    visitor: Visitor, garden: Planted, scripts: bool
) -> None:
    page = visitor.page
    name, address = page.get_by_label("Give it a name"), page.get_by_label("Where can we write")
    visitor.fills_in("far too long " * 10)
    address.fill("maja@home")
    visitor.button("Send my idea").press("Enter")

    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("at most 80 characters", timeout=SOON)
    expect(summary).to_contain_text("e-mail address")
    expect(summary).to_be_focused()
    for problem, field in [("at most 80", name), ("e-mail address", address)]:
        goes_to(page, summary.get_by_role("link", name=problem), back=field is address)
        page.keyboard.press("Enter")
        expect(field).to_be_focused()
        assert shows_focus(page)
        expect(field).to_have_attribute("aria-invalid", "true")

    address.fill("maja@home.example")
    name.fill(idea := f"Mended with scripts {scripts}")
    visitor.sends()
    assert garden.titles[idea] == 1


@SCRIPTS
def test_the_queue_is_worked_through_and_a_slip_taken_back(
    owner: Owner, garden: Planted, scripts: bool
) -> None:
    bread, spam = f"Oat bread {scripts}", f"Buy followers {scripts}"
    for each in (bread, spam):
        Caller(garden.address).sends_idea(each)
    owner.opens_queue()
    if scripts:
        enters_list(owner)

    decides(owner, spam, "Approve")
    assert state_of(garden, spam) is State.APPROVED
    undoes(owner)
    assert state_of(garden, spam) is State.WAITING
    decides(owner, spam, "Spam")
    decides(owner, bread, "Approve")
    assert (state_of(garden, spam), state_of(garden, bread)) == (State.SPAM, State.APPROVED)


KEYS = {"Approve": "a", "Reject": "r", "Spam": "s"}


@pytest.fixture(scope="module")
def log_in(browser: Browser, garden: Planted) -> StorageState:
    """The cookies of an owner who has logged in."""
    with browser.new_context() as context:
        Owner(context.new_page(), garden.address).logs_in(garden.served.printed)
        return context.storage_state()


@pytest.fixture
def owner(
    browser: Browser, garden: Planted, log_in: StorageState, scripts: bool
) -> Iterator[Owner]:
    with browser.new_context(java_script_enabled=scripts, storage_state=log_in) as context:
        yield Owner(context.new_page(), garden.address, scripts)


def enters_list(owner: Owner) -> None:
    """From the top of the page to the first card of the list."""
    page = owner.page
    goes_to(page, page.locator("summary", has_text="Use the keyboard"))
    page.keyboard.press("Enter")
    goes_to(page, page.get_by_role("link", name="Go to the list"))
    page.keyboard.press("Enter")


def is_in_list(page: Page) -> None:
    expect(page.locator(".ig-desk-card:focus")).to_be_visible(timeout=SOON)
    assert shows_focus(page)


def decides(owner: Owner, title: str, decision: str) -> None:
    """With scripts by the list's keys, without them with Tab and Enter."""
    page, card = owner.page, owner.card(title)
    if owner.scripts:
        is_in_list(page)
        for _ in range(page.locator(".ig-desk-card").count()):  # what is suspected stands first
            page.keyboard.press("k")
        tabs_until(page, lambda: has_focus(card), key="j")
        page.keyboard.press(KEYS[decision])
    else:
        goes_to(page, card.get_by_role("button", name=decision))
        page.keyboard.press("Enter")
    expect(owner.notice()).to_contain_text(title, timeout=SOON)
    expect(card).to_have_count(0)


def undoes(owner: Owner) -> None:
    page, undo = owner.page, owner.page.get_by_role("button", name="Undo")
    if owner.scripts:
        is_in_list(page)
        page.keyboard.press("u")
    else:
        goes_to(page, undo, back=True)
        page.keyboard.press("Enter")
    expect(undo).to_have_count(0, timeout=SOON)


def goes_to(page: Page, place: Locator, *, back: bool = False) -> None:
    """Press Tab until the place has the focus, which can be seen at every stop on the way."""

    def arrived() -> bool:
        assert shows_focus(page), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        return has_focus(place)

    key = "Shift+Tab" if back else "Tab"
    page.keyboard.press(key)
    tabs_until(page, arrived, key=key)


def shows_focus(page: Page) -> bool:
    """Whether an outline stands around what has the focus, at least two pixels wide."""
    return bool(
        page.evaluate(
            """() => {
                const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
                return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
            }"""
        )
    )


def kept_ideas(garden: Planted) -> list[Idea]:
    return list(reads.ideas(garden.store, CHALLENGE))


def state_of(garden: Planted, title: str) -> State:
    [idea] = [each for each in kept_ideas(garden) if each.answers["title"] == title]
    return idea.state
