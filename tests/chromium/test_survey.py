"""A long survey with scripts: page by page, by keyboard alone, on a telephone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from tests.chromium.gardens import Planted, planted
from tests.chromium.people import SOON
from tests.chromium.surveys import BRIEF, PATH, SURVEY, Guest, kept
from tests.standing.test_walk import WIDTHS, faults_by_axe

pytestmark = pytest.mark.chromium

FORGOTTEN = """() => {
    const at = Date.now() - 31 * 24 * 3600 * 1000;
    localStorage["ideagarden draft visit/visit old"] = JSON.stringify({ at, answers: {} });
}"""
"""A draft that nobody came back to for a month."""


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    with planted(tmp_path_factory.mktemp("survey"), more={SURVEY: BRIEF}) as garden:
        yield garden


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=WIDTHS["phone"]) as context:
        yield context


@pytest.fixture
def guest(phone: BrowserContext, garden: Planted) -> Guest:
    return Guest(phone.new_page(), garden.address)


def test_a_survey_is_filled_in_page_by_page_looked_over_and_sent(
    guest: Guest, garden: Planted
) -> None:
    faults: list[str] = []
    guest.page.on("pageerror", lambda error: faults.append(str(error)))
    begins(guest)
    says_what_is_asked_of_staff(guest)
    orders_and_shares_out(guest)
    looks_over_and_changes(guest)
    guest.presses_key("Send my answers")
    guest.is_thanked()
    assert guest.stored("draft") == []
    assert faults == []

    [response] = kept(garden)
    assert response.answers == {
        "role": "staff",
        "breads": ("none",),
        "years": 3,
        "order__taste": 2,
        "order__price": 1,
        "order__near": 3,
        "money__oven": 70,
        "money__seats": 30,
        "price": 20,
        "more": "Warm rolls.",
    }
    assert response.origin == "poster-3"
    assert sorted(response.order["role"]) == ["customer", "other", "staff", "supplier"]
    assert response.order["role"][-1] == "other"


def begins(guest: Guest) -> None:
    """By an address that answers two questions already."""
    page = guest.page
    guest.opens(f"{PATH}?role=staff&breads=rye&from=poster-3&_form=x&email=maja@home.example")
    expect(page.get_by_label("I work here")).to_be_checked()
    expect(guest.form.get_by_role("heading", name="Part 1 of 3")).to_be_visible()
    assert page.locator("[name=email]").input_value() == ""
    assert guest.form.get_by_role("radio").last.get_attribute("value") == "other"
    guest.goes_to(page.get_by_label("None of these"))
    page.keyboard.press("Space")
    guest.hears("No longer ticked: Rye")
    guest.presses_key("Next")


def says_what_is_asked_of_staff(guest: Guest) -> None:
    """Not without what is required; one answer asks for another."""
    page = guest.page
    guest.is_at("Part 2 of 3")
    guest.presses_key("Next")
    expect(page.get_by_role("alert")).to_be_focused()
    guest.goes_to(page.get_by_role("link", name="How long have you been here? Please fill"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="How long have you been here?")).to_be_focused()
    page.keyboard.type("7")
    guest.hears("Now asked as well: What do you do?")
    guest.goes_to(page.get_by_label("What do you do?"))
    page.keyboard.type("Baker")
    page.keyboard.press("Enter")


def orders_and_shares_out(guest: Guest) -> None:
    """By buttons, number fields and a slider."""
    page, keyboard = guest.page, guest.page.keyboard
    guest.is_at("Part 3 of 3")
    guest.presses_key("Move Price up")
    guest.hears("Price is now 1 of 3")
    guest.presses_key("Move Nearness up")
    guest.hears("Nearness is now 2 of 3")
    guest.presses_key("Move Taste up")
    keyboard.press("Enter")
    guest.hears("Taste is now 2 of 3")
    guest.goes_to(page.get_by_label("An oven"))
    keyboard.type("70")
    guest.sees("70 of 100 shared out, 30 left")
    guest.goes_to(page.get_by_label("Seats"))
    keyboard.type("30")
    guest.goes_to(page.get_by_role("slider"))
    keyboard.press("End")
    expect(guest.form.locator("[name=price]")).to_have_value("20")
    guest.goes_to(page.get_by_label("Anything else?"))
    keyboard.type("Warm rolls.\n")
    guest.sees("Characters left: 188")
    assert faults_by_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def looks_over_and_changes(guest: Guest) -> None:
    """All answers in words; what hangs on a changed one goes with it."""
    page, keyboard = guest.page, guest.page.keyboard
    guest.presses_key("Check your answers")
    guest.is_at("Check your answers")
    for answer in ("I work here", "None of these", "Baker", "Price: 1", "An oven: 70", "20 €"):
        guest.sees(answer)
    assert faults_by_axe(page) == []
    guest.goes_to(page.get_by_role("link", name="Change: How long have you been here?"))
    keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="How long have you been here?")).to_be_focused()
    keyboard.press("Control+A")
    keyboard.type("3")
    guest.hears("No longer asked: What do you do?")
    keyboard.press("Enter")
    guest.is_at("Check your answers")


def test_a_draft_outlives_a_reload_and_a_closed_tab(guest: Guest, phone: BrowserContext) -> None:
    guest.opens()
    order = guest.form.locator("[name=_order]").input_value()
    guest.page.get_by_label("I work here").check()
    guest.presses("Next")
    guest.writes("How long have you been here?", "12")
    guest.writes("What do you do?", "Baker")
    guest.sees("Your draft is kept in this browser")

    guest.page.reload()
    expect(guest.page.get_by_label("What do you do?")).to_have_value("Baker", timeout=SOON)
    assert guest.form.locator("[name=_order]").input_value() == order

    beside = Guest(phone.new_page(), guest.site)
    beside.opens()
    beside.page.wait_for_timeout(300)
    assert beside.button("Yes, go on").count() == 0
    beside.page.close()

    guest.page.close(run_before_unload=True)
    later = Guest(phone.new_page(), guest.site)
    later.opens()
    later.sees("Go on where you left off?")
    assert faults_by_axe(later.page) == []
    later.presses("Yes, go on")
    later.is_at("Part 2 of 3")
    expect(later.page.get_by_label("What do you do?")).to_have_value("Baker")
    assert later.form.locator("[name=_order]").input_value() == order

    later.writes("What do you do?", "Miller")
    later.sees("Your draft is kept in this browser")
    later.presses("Delete the draft")
    later.sees("The draft is deleted")
    assert later.stored("draft") == []
    later.page.evaluate(FORGOTTEN)
    later.page.reload()
    assert later.stored("draft") == []
    expect(later.form.get_by_role("heading", name="Part 1 of")).to_be_visible()
    expect(later.page.get_by_label("I work here")).not_to_be_checked()


def test_what_is_typed_while_it_is_sent_stands_there_again(guest: Guest) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    guest.page.route(f"**/collect/{SURVEY}/visit", hold)
    guest.opens()
    guest.chooses("Customer")
    guest.presses("Next")
    guest.writes("Anything else?", "Warm rolls.")
    guest.presses("Check your answers")
    with guest.page.expect_request(f"**/collect/{SURVEY}/visit"):
        guest.presses("Send my answers")
    guest.presses("Back")
    guest.form.locator("[name=more]").fill("Warm rolls, and jam.")
    guest.page.wait_for_timeout(500)
    for each in held:
        each.continue_()
    guest.is_thanked()
    guest.opens()
    expect(guest.form.locator("[name=more]")).to_have_value("Warm rolls, and jam.")
