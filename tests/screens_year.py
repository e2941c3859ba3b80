"""The pictures of the bakery's year, and axe on every page of its site and on its desk's."""

import re
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Page

from collector import pages
from collector.cli import year
from collector.cli.demo import lay_out
from collector.garden import Garden
from collector.store import Store, reads
from tests.served import Served, serving
from tests.standing.place import PASSWORD
from tests.standing.test_walk import WIDTHS, faults_by_axe

PHONE, DESKTOP = "phone", "desktop"
EVENING = "/challenges/evening-bread/"

SHOWN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("year-measured", "/challenges/saturday-queue/", (DESKTOP,)),
    ("year-ballots", "/challenges/bread-to-the-door/results/", (DESKTOP,)),
    ("year-experiment", "/experiments/evening-bags/", (DESKTOP, PHONE)),
    ("year-canvas", "/canvases/bread-at-the-door/", (DESKTOP,)),
    ("year-programme", "/programmes/nothing-left/", (PHONE,)),
    ("year-report", "/reports/last-quarter/", (DESKTOP,)),
    ("year-story", "/stories/bags-at-five/", (PHONE,)),
    ("year-contributors", "/contributors/", (PHONE,)),
    ("year-participants", "/participants/who/", (DESKTOP,)),
    ("year-jury", f"/desk{EVENING}jury/ranking", (DESKTOP,)),
    ("year-portfolio", "/desk/portfolio/", (DESKTOP,)),
    ("year-numbers", "/desk/programme/", (PHONE,)),
)
"""Names of pictures, the pages, and the widths that they are shown in."""

SHOWN_FROM = {"year-measured": "#progress"}
"""Of a long page, what the picture begins with."""

Keep = Callable[[bytes, str], None]


def take(browser: Browser, keep: Keep) -> None:
    """Live through the year, and look at all of it."""
    with tempfile.TemporaryDirectory() as folder:
        bakery, now = Path(folder) / "bakery", datetime.now(UTC)
        lay_out(bakery, now.date())
        year.lay_out(bakery, now)
        garden = Garden.find(bakery)
        year.live(garden, now)
        with serving(bakery) as served:
            first = browser.new_context()
            log_in(first.new_page(), served)
            context = browser.new_context(viewport=WIDTHS[DESKTOP])
            context.add_cookies(first.cookies())  # type: ignore[arg-type]
            page = context.new_page()
            for name, path, widths in SHOWN:
                for width in widths:
                    page.set_viewport_size(WIDTHS[width])
                    keep(shot(page, served, name, path), f"{name}-{width}-light")
            walk(page, served, garden)


def log_in(page: Page, served: Served) -> None:
    link = re.search(r"http\S+/desk/welcome#\S+", served.printed)
    assert link, served.printed
    page.goto(link[0])
    page.get_by_role("button", name="Go on").click()
    page.locator("[name=name]").fill("mara")
    for each in ("password", "again"):
        page.locator(f"[name={each}]").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url("**/desk/")


def shot(page: Page, served: Served, name: str, path: str, longest: int = 2400) -> bytes:
    page.goto(f"{served.address}{path}")
    page.wait_for_load_state("networkidle")
    start = 0
    if place := SHOWN_FROM.get(name):
        start = int(page.locator(place).evaluate("each => each.getBoundingClientRect().top")) - 40
    size = page.evaluate("({width: innerWidth, height: document.documentElement.scrollHeight})")
    clip = {"x": 0, "y": start, "width": size["width"]}
    clip["height"] = min(size["height"] - start, longest)
    return page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]


def walk(page: Page, served: Served, garden: Garden) -> None:
    """Every page, at both widths: axe finds nothing, and nothing is wider than the window."""
    wrong: list[str] = []
    for path in addresses(garden):
        for size in WIDTHS.values():
            page.set_viewport_size(size)
            page.goto(f"{served.address}{path}")
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            found = [*faults_by_axe(page), *([f"{wide} px too wide"] if wide > 0 else [])]
            wrong += [f"{path} {size['width']}: {each}" for each in found]
    assert not wrong, "\n".join(wrong)


def addresses(garden: Garden) -> Iterator[str]:
    """The site's, as they lie there; of ideas one a challenge; and the desk's of its challenges."""
    site = pages.live(garden)
    assert site is not None
    for path in sorted(site.public.rglob("index.html")):
        place = path.parent.relative_to(site.public).as_posix()
        if "/ideas/" not in place:
            yield f"/{place}/".replace("/./", "/")
    with Store.open(garden) as store:
        for slug in site.briefs:
            for idea in [*reads.ideas(store, slug)][:1]:
                yield f"/challenges/{slug}/ideas/{idea.ref}/"
                yield f"/desk/entries/{idea.ref}"
            yield f"/desk/programme/{slug}/"
            yield f"/desk/challenges/{slug}/"
    yield from ("/desk/", "/desk/programme/", "/desk/portfolio/", "/desk/decisions/")
    yield from (f"/desk{EVENING}jury/ranking", f"/desk{EVENING}themes", f"/desk{EVENING}measured")
