"""The ways to pages of a jury."""

from playwright.sync_api import Page

from tests.standing.place import Bakery


def scoring(page: Page, place: Bakery) -> None:
    """The scorecard for an idea that waits for one's own score."""
    page.goto(f"{place.address}/desk/entries/{place.idea.ref}/score")


def scoring_with_error(page: Page, place: Bakery) -> None:
    """A note that is too long; nothing typed is lost."""
    scoring(page, place)
    page.locator("#note").fill("n" * 2001)
    page.locator("button[value=keep]").click()
    page.locator("#note-error").wait_for()


def picking_with_error(page: Page, place: Bakery) -> None:
    """Ideas to be picked out without a reason."""
    page.goto(f"{place.address}/desk/challenges/new-breads/jury/ranking")
    page.locator("[name=ref]").first.check()
    page.locator("button[value=unlist]").scroll_into_view_if_needed()
    page.locator("button[value=shortlist]").click()
    page.locator("#reason-error").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def link_for_a_juror(page: Page, place: Bakery) -> None:
    """A personal link that was just made."""
    page.goto(f"{place.address}/desk/challenges/new-breads/jury/jurors")
    page.locator("#name").fill("dora")
    page.locator("form:has(#name) button").click()
    page.locator(".ig-desk-link").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def opening_a_link(page: Page, place: Bakery) -> None:
    """A juror's link, before it is used."""
    link_for_a_juror(page, place)
    link = page.locator(".ig-desk-link").inner_text()
    page.context.clear_cookies()
    page.goto(place.address + link.partition("/desk/")[1] + link.partition("/desk/")[2])
    code = page.locator("#code")
    if not code.input_value():  # no script has put it there
        code.fill(link.rpartition("#")[2])
    page.locator("main form button").click()
    page.locator("button[name=take]").wait_for()
