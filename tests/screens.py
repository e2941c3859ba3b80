"""Takes the screenshots of `docs/screens/` anew: `python -m tests.screens`."""

import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser import chromium
from tests.gardens import lay_out
from tests.served import serving
from tests.standing.kinds import KINDS, own_account
from tests.standing.place import bakery

FOLDER = Path(__file__).parents[1] / "docs" / "screens"
SHOWN = {
    "home": "home",
    "challenge": "challenge",
    "every shape": "shapes",
    "form with errors": "form-errors",
    "thanks": "thanks",
    "receipt": "receipt",
    "results": "results",
    "desk queue": "desk-queue",
}
WIDTHS: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desktop": {"width": 1280, "height": 900},
}
ARABIC = """\
---
closes: 2027-06-15
language: ar
contact: salam@bakery.example
---

# ماذا نخبز بعد ذلك؟

فرننا يقف خاملا بعد الظهر.

## شاركنا فكرتك {.idea}

### سمّها * {#title}
____ (3–80 characters)

### كيف ترتبط بنا؟ * {#role}
- (customer) زبون
- (staff) أعمل هنا

### كم تدفع؟ {#pay}
____ (amount 0–50 €)

## زيارتك {.survey #visit}

### كيف كانت؟ * {#how}
(1) سيئة … (5) جيدة

### ما المهم؟ {#rank}
1. [fresh] طازج
2. [near] قريب
"""
"""A language that runs from right to left; the kit's own words stay English in it."""

RESULT = ".ig-result"
LONGEST = 2400
"""Pixels of a page that its picture shows."""


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        bakery(Path(folder) / "bakery") as place,
        chromium() as browser,
    ):
        first = browser.new_context()
        own_account(first.new_page(), place)
        cookies = first.cookies()
        for kind, width, scheme in product(KINDS, WIDTHS, ("light", "dark")):
            if kind.name in SHOWN:
                context = browser.new_context(viewport=WIDTHS[width], color_scheme=scheme)  # type: ignore[arg-type]
                context.add_cookies(cookies if kind.desk else [])  # type: ignore[arg-type]
                page = context.new_page()
                kind.walk(page, place)
                page.wait_for_load_state("networkidle")
                take(page, SHOWN[kind.name], f"{width}-{scheme}")
                context.close()
        right_to_left(browser)


def right_to_left(browser: Browser) -> None:
    """A challenge whose language runs the other way."""
    with tempfile.TemporaryDirectory() as folder:
        lay_out(Path(folder), {"khubz": ARABIC}, 'name = "مخبز الزاوية"')
        with serving(Path(folder)) as served:
            for width, size in WIDTHS.items():
                page = browser.new_page(viewport=size)
                page.goto(f"{served.address}/challenges/khubz/")
                take(page, "right-to-left", f"{width}-light")
                page.close()


def take(page: Page, name: str, state: str) -> None:
    """The page's picture; of a challenge, the result of its poll as well."""
    if name == "challenge":
        page.locator(RESULT).first.screenshot(path=FOLDER / f"poll-result-{state}.png")
    size = page.evaluate("({width: innerWidth, height: document.documentElement.scrollHeight})")
    clip = {"x": 0, "y": 0, **size, "height": min(size["height"], LONGEST)}
    page.screenshot(path=FOLDER / f"{name}-{state}.png", full_page=True, clip=clip)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
