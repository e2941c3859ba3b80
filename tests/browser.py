"""A Chromium to drive: where it is and how it is started."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str | None:
    """Debian's Chromium, else the one Playwright brought along."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found:
        return found
    own = Path.home() / ".cache" / "ms-playwright"
    return next((str(each) for each in own.glob("chromium-*/chrome-linux*/chrome")), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium that talks to nobody but the pages it opens."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()
