"""A long survey with everything that scripts ease, and those who fill it in."""

from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from collector.entries import Response
from collector.store import reads
from tests.chromium.gardens import Planted
from tests.chromium.people import SOON, Visitor, has_focus, tabs_until

SURVEY = "visit"
PATH = f"/challenges/{SURVEY}/"

BRIEF = """\
---
closes: never
one per: none
---

# How was your visit?

Tell us what to do better.

## Your visit {.survey #visit}

### How are you linked to us? * {#role .shuffle}
- (customer) Customer
- (staff) I work here
- (supplier) I deliver
- ( ) Other: ____

### Which breads do you eat? {#breads}
- [rye] Rye
- [oat] Oat
- [none!] None of these

---

*Only if [your link](#role) is staff.*

### How long have you been here? * {#years}
____ (whole number 0–60)

### What do you do? {#job}
*Only if [How long](#years) is at least 5.*

____ (3–80 characters)

---

### Put these in order {#order}
1. [taste] Taste
2. [price] Price
3. [near] Nearness

### Share out what we saved {#money}
- [oven] An oven: ____
- [seats] Seats: ____
- = 100 points

### What should a loaf cost? {#price}
(2 €) Little … (20 €) A lot

### Anything else? {#more}
____ (long, at most 200 characters)

### Where can we write to you? {#email}
____ (e-mail)
"""


@dataclass
class Guest(Visitor):
    """Fills in the survey, and hears what is announced."""

    def opens(self, path: str = PATH) -> None:
        super().opens(path)

    @property
    def form(self) -> Locator:
        return self.page.locator("form.ig-form")

    def hears(self, words: str) -> None:
        expect(self.form.locator(".ig-live")).to_contain_text(words, timeout=SOON)

    def is_at(self, heading: str) -> None:
        """On this page of the form, its heading in focus."""
        place = self.form.get_by_role("heading", name=heading)
        expect(place).to_be_visible(timeout=SOON)
        expect(place).to_be_focused()

    def goes_to(self, place: Locator) -> None:
        """Press Tab until the place has the focus."""
        self.page.keyboard.press("Tab")
        tabs_until(self.page, lambda: has_focus(place))

    def presses_key(self, name: str, key: str = "Enter") -> None:
        """Go to the button by keyboard and press it."""
        self.goes_to(self.form.get_by_role("button", name=name))
        self.page.keyboard.press(key)

    def stored(self, start: str) -> list[str]:
        """The names of what the browser keeps for the site."""
        keys = self.page.evaluate("Object.keys(localStorage)")
        return [each for each in keys if each.startswith(f"ideagarden {start}")]


def kept(garden: Planted) -> list[Response]:
    """What the collector keeps of the survey."""
    return list(reads.responses(garden.store, SURVEY))
