"""A visitor and an owner who use a Chromium, for tests that read as sentences."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.chromium.gardens import PAGE

PASSWORD = "flour, water, salt and time"
SOON = 10_000
"""Milliseconds after which what a visitor waits for should long have come."""

A_MOMENT = 1100
"""Milliseconds that somebody needs at least to read a question; who is faster is suspected."""


@dataclass
class Visitor:
    """Reads the site at `site` in one tab, and fills in forms by their labels."""

    page: Page
    site: str
    scripts: bool = True
    patient: bool = False
    """Takes the time to read what is asked."""

    def opens(self, path: str = PAGE) -> None:
        self.page.goto(self.site + path)

    def writes(self, label: str, text: str) -> None:
        self.page.get_by_label(label).fill(text)

    def chooses(self, label: str) -> None:
        self.page.get_by_label(label).check()

    def fills_in(self, title: str) -> None:
        """The idea form, with everything it needs."""
        self.writes("Give it a name", title)
        self.chooses("Customer")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name)

    def presses(self, name: str) -> None:
        self.button(name).click()

    def reads(self) -> None:
        if self.patient:
            self.page.wait_for_timeout(A_MOMENT)

    def sends(self, name: str = "Send my idea") -> None:
        """Press the form's button; without scripts, also say that everything is right."""
        self.reads()
        self.presses(name)
        if not self.scripts:
            expect(self.heading("Is this right?")).to_be_visible(timeout=SOON)
            self.reads()
            self.presses("Yes, send it")
        self.is_thanked()

    def is_thanked(self) -> None:
        expect(self.heading("Thank you")).to_be_visible(timeout=SOON)

    def sees(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text, timeout=SOON)

    def heading(self, name: str) -> Locator:
        return self.page.get_by_role("heading", name=name)

    @property
    def code(self) -> str:
        """Of the receipt that stands on the thanks page."""
        self.is_thanked()
        return self.page.locator(".ig-code").inner_text().strip()

    def looks_up(self, code: str) -> None:
        """Follow the thanks page's link; without scripts, type the code as well."""
        self.page.get_by_role("link", name="see what becomes of this").click()
        if not self.scripts:
            self.writes("Your receipt code", code)
        expect(self.page.get_by_label("Your receipt code")).to_have_value(code, timeout=SOON)
        self.presses("Show it")

    def reads_until(self, path: str, text: str) -> None:
        """Open the page again and again until the text stands there."""
        for _ in range(40):
            self.opens(path)
            if text in self.page.locator("main").inner_text():
                return
            self.page.wait_for_timeout(250)
        raise AssertionError(f"{text!r} is not on {path}:\n{self.page.inner_text('main')}")


@dataclass
class Owner:
    """Sits at the desk of a garden, with cookies, as everybody who logs in."""

    page: Page
    address: str
    scripts: bool = True

    def logs_in(self, printed: str, arrives: str = "This week") -> None:
        """Make the first account by the one-time link that `serve` has printed."""
        link = re.search(r"http\S+/desk/welcome#(\S+)", printed)
        assert link, printed
        self.page.goto(link[0])
        if not self.scripts:
            self.page.get_by_label("Code of your one-time link").fill(link[1])
        self.page.get_by_role("button", name="Go on").click()
        self.page.get_by_label("Your name at the desk").fill("maja")
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.get_by_label("The password again").fill(PASSWORD)
        self.page.get_by_role("button", name="Keep it and log in").click()
        expect(self.page.get_by_role("heading", name=arrives)).to_be_visible(timeout=SOON)

    def opens_queue(self) -> None:
        self.page.goto(f"{self.address}/desk/queue/")

    def card(self, title: str) -> Locator:
        return self.page.locator(".ig-desk-card").filter(has_text=title)

    def notice(self) -> Locator:
        return self.page.locator(".ig-desk-notice")

    def approves_by_keyboard(self, title: str) -> None:
        """Move the focus along with Tab to the card's button and press Enter."""
        self.opens_queue()
        approve = self.card(title).get_by_role("button", name="Approve")
        tabs_until(self.page, lambda: has_focus(approve))
        self.page.keyboard.press("Enter")
        expect(self.notice()).to_contain_text(title, timeout=SOON)

    def answers(self, title: str, text: str) -> None:
        """Reply to the idea that was just decided."""
        self.page.goto(f"{self.address}/desk/challenges/bread/approved/")
        self.page.get_by_role("link", name=title).click()
        self.page.get_by_label("Your reply").fill(text)
        self.page.get_by_role("button", name="Send the reply").click()
        expect(self.page.locator(".ig-desk-reply")).to_contain_text(text, timeout=SOON)

    def downloads(self, folder: Path) -> Path:
        """The workbook of the challenge."""
        self.page.goto(f"{self.address}/desk/challenges/bread/")
        with self.page.expect_download() as coming:
            self.page.get_by_role("link", name="Workbook with everything").click()
        path = folder / coming.value.suggested_filename
        coming.value.save_as(path)
        return path


def has_focus(place: Locator) -> bool:
    return bool(place.evaluate("place => place === document.activeElement"))


def tabs_until(page: Page, arrived: Callable[[], bool], key: str = "Tab", most: int = 60) -> None:
    """Press Tab, or another key, until it is so."""
    for _ in range(most):
        if arrived():
            return
        page.keyboard.press(key)
    raise AssertionError(f"not reached with {most} × {key}: {page.url}")
