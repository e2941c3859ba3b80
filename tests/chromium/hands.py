"""How a page is used on a telephone: with a finger where scripts are on, else by keys alone."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Locator, Page, expect

from tests.chromium.people import SOON, has_focus
from tests.standing.test_walk import faults_by_axe

Role = Literal["button", "link"]
STOPS = 150
"""Places that Tab may stop at before the one that is looked for."""


@dataclass
class Hands:
    """Acts on the pages of the site at `address`."""

    page: Page
    address: str
    scripts: bool

    def opens(self, path: str) -> None:
        self.page.goto(path if path.startswith("http") else self.address + path)

    def presses(self, name: str, *, within: Locator | None = None) -> None:
        self._acts(self.named("button", name, within), "Enter")

    def follows(self, name: str, *, within: Locator | None = None) -> None:
        self._acts(self.named("link", name, within), "Enter")

    def unfolds(self, name: str) -> None:
        self._acts(self.page.locator("main summary", has_text=name).first, "Enter")

    def ticks(self, name: str, *, within: Locator | None = None) -> None:
        place = (within or self.page).get_by_label(name).first
        if not self.scripts and place.get_attribute("type") == "radio":
            self._goes_round(place)
        else:
            self._acts(place, "Space")

    def named(self, role: Role, name: str, within: Locator | None = None) -> Locator:
        return (within or self.page.locator("main")).get_by_role(role, name=name).first

    def types(self, label: str, text: str, *, exact: bool = False) -> None:
        field = self.page.get_by_label(label, exact=exact).first
        if self.scripts:
            field.fill(text)
            return
        self.reaches(field)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def picks(self, label: str, option: str, *, within: Locator | None = None) -> None:
        """Of a list; by keys through the option's letters."""
        field = (within or self.page.locator("main")).get_by_label(label).last
        if self.scripts:
            labels = field.locator("option").all_inner_texts()
            field.select_option(label=next(each for each in labels if option in each))
        else:
            self.reaches(field)
            self.page.keyboard.type(option)
        expect(field.locator("option:checked")).to_contain_text(option)

    def sees(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text, timeout=SOON)
        self.fits()

    def sees_at_last(self, text: str) -> None:
        """Looking again and again, as what was asked for takes its time."""
        for _ in range(60):
            if text in self.page.locator("main").inner_text():
                return
            self.page.wait_for_timeout(250)
            self.page.reload()
        raise AssertionError(f"{text!r} is not on {self.page.url}")

    def fits(self) -> None:
        wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 1, f"wider than the phone by {wide} px: {self.page.url}"

    def takes(self, name: str, role: Role = "link", *, within: Locator | None = None) -> Path:
        """What a link or button leads to, as a file."""
        place = self.named(role, name, within)
        with self.page.expect_download() as coming:
            self._acts(place, "Enter")
        assert coming.value.failure() is None
        return Path(coming.value.path())

    def finds_no_fault(self) -> None:
        """By axe, on pages that the walk through all kinds does not reach."""
        assert not self.scripts or faults_by_axe(self.page) == []

    def heading(self, name: str) -> Locator:
        return self.page.get_by_role("heading", name=name, exact=True)

    def card(self, text: str) -> Locator:
        return self.page.locator(".ig-desk-card").filter(has_text=text)

    def reaches(self, place: Locator) -> None:
        """Tab by Tab."""
        expect(place).to_be_visible(timeout=SOON)
        for _ in range(STOPS):
            if has_focus(place):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"out of the keyboard's reach on {self.page.url}: {place}")

    def _goes_round(self, radio: Locator) -> None:
        """Tab stops at one of a group of radio buttons; the arrow keys lead to the others."""
        name = radio.get_attribute("name")
        stop = self.page.locator(f"[name='{name}']:focus")
        for _ in range(STOPS):
            if stop.count():
                break
            self.page.keyboard.press("Tab")
        self.page.keyboard.press("Space")
        for _ in range(self.page.locator(f"[name='{name}']").count()):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        expect(radio).to_be_checked()

    def _acts(self, place: Locator, key: str) -> None:
        if self.scripts:
            place.click()
        else:
            self.reaches(place)
            self.page.keyboard.press(key)
