"""Takes the screenshots of `docs/screens/` anew: `python -m tests.screens`."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize

from collector import pages
from collector.acts.invite import make
from collector.cli.demo import lay_out as lay_out_demo
from collector.cli.samples import plant
from collector.cli.visitor import Visitor
from collector.garden import Garden
from collector.store import Store, reads
from tests import screens_year
from tests.browser import chromium
from tests.gardens import lay_out
from tests.served import serving
from tests.standing.kinds import KINDS, Kind
from tests.standing.place import Bakery
from tests.standing.ways import own_account

FOLDER = Path(__file__).parents[1] / "docs" / "screens"
LIGHT, DARK = "light", "dark"
PHONE, DESKTOP = "phone", "desktop"
WHOLE = ((PHONE, LIGHT), (DESKTOP, LIGHT), (PHONE, DARK))
BOTH = ((PHONE, LIGHT), (DESKTOP, LIGHT))
WIDE, NARROW = ((DESKTOP, LIGHT),), ((PHONE, LIGHT),)
States = tuple[tuple[str, str], ...]
"""The widths and colours that a page is shown in."""

COLOURS = 128
"""Of a picture; enough for pages of letters and plain shapes."""

WIDTHS: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desktop": {"width": 1280, "height": 900},
}
TASTING = """\
---
closes: never
access: invite
seen by: invited
groups: (regulars) Regular customers, (staff) People who work here
---

# Which three loaves stay?

We have baked seven samples. You were there when we tasted them.

## Your choice {.poll #choice}

### Which would you buy? {#loaf choose=1-3}
- [potato] Potato bread with rosemary
- [buckwheat] Buckwheat rolls
- [barley] Barley loaf
"""
"""A challenge for the invited alone."""

TALKED_ABOUT = "Warm pretzels at three"
"""The idea whose page is shown."""

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


@contextmanager
def community(folder: Path) -> Iterator[Bakery]:
    """The demo as whoever tries it out meets it, and a challenge for the invited."""
    lay_out_demo(folder)
    (folder / "challenges" / "tasting.md").write_text(TASTING, encoding="utf-8")
    with serving(folder) as served:
        garden = Garden.find(folder)
        plant(garden, Visitor(served.address))
        with Store.open(garden) as store:
            ideas = {each.answers["title"]: each for each in reads.ideas(store, "new-breads")}
            idea = ideas[TALKED_ABOUT]
            merged = next(each for each in ideas.values() if each.merged)
            comment = next(iter(reads.comments(store, "new-breads")))
        yield Bakery(served, garden, idea, merged, comment)


def writing(page: Page, place: Bakery) -> None:
    """A doubtful question, what is said about it, and how visitors would see it."""
    page.goto(f"{place.address}/desk/write/yard/")
    text = page.get_by_label("The challenge as a text")
    doubtful = "### Where would you use it? Choose up to two. {#use}\n\n- [sun] In the sun\n"
    doubtful += "- [shade] In the shade\n- [rain] Under a roof\n\n"
    text.fill(text.input_value().replace("### What name", f"{doubtful}### What name"))
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("button", name="Take the suggested line").wait_for()
    shown = ".ig-write-preview iframe:not(.ig-write-coming)"
    page.frame_locator(shown).get_by_text("Where would you use it?").wait_for()
    page.locator(shown).evaluate("frame => frame.scrollIntoView()")
    page.wait_for_timeout(800)  # it is painted
    page.evaluate("scrollTo(0, 0)")


def invitations(page: Page, place: Bakery, count: int = 30) -> None:
    """Made, and their codes told."""
    page.goto(f"{place.address}/desk/challenges/tasting/invitations")
    page.locator("#group").select_option("regulars")
    page.locator("[name=count]").fill(str(count))
    page.locator("form:has([name=count]) button").last.click()
    page.locator("table code").first.wait_for()


def invitation_counts(page: Page, place: Bakery) -> None:
    invitations(page, place, 12)
    page.goto(f"{place.address}/desk/challenges/tasting/invitations")


def invitation_cards(page: Page, place: Bakery) -> None:
    """As they are printed."""
    invitations(page, place, 8)
    page.evaluate("document.querySelector('form[target]').removeAttribute('target')")
    page.locator("form:has([name=codes]) button").first.click()
    page.wait_for_load_state()
    page.emulate_media(media="print")
    page.evaluate("document.body.style.paddingBlock = '24px'")  # the paper's edge


def invited(page: Page, place: Bakery) -> None:
    """What whoever holds a card opens first."""
    with Store.open(place.garden) as store:
        live = pages.live(place.garden)
        assert live is not None
        (card,) = make(store, live.briefs["tasting"], 1, datetime.now(UTC), group="regulars")
    page.goto(card.address(place.address))


def by_name(name: str) -> Kind:
    """A kind that is walked for other tests too."""
    return next(each for each in KINDS if each.name == name)


SHOWN: tuple[tuple[Kind, str, States], ...] = (
    (Kind.at("/desk/", desk=True), "desk-week", BOTH),
    (by_name("desk queue"), "desk-queue", (*BOTH, (DESKTOP, DARK))),
    (by_name("desk merging"), "desk-merging", WIDE),
    (Kind("writing", writing, desk=True), "desk-writing", WIDE),
    (by_name("desk programme"), "desk-programme", WIDE),
    (Kind("invitations", invitation_counts, desk=True), "desk-invitations", WIDE),
    (Kind("cards", invitation_cards, desk=True), "cards", WIDE),
    (by_name("desk accounts"), "desk-people", WIDE),
    (by_name("desk notices"), "desk-notices", WIDE),
    (by_name("desk go live"), "desk-go-live", WIDE),
    (by_name("home"), "home", WHOLE),
    (by_name("challenge"), "challenge", WHOLE),
    (Kind.at("/challenges/yard/"), "phases", BOTH),
    (by_name("list of ideas"), "ideas", BOTH),
    (by_name("idea"), "idea", WHOLE),
    (Kind.at("/roadmap/"), "roadmap", WIDE),
    (Kind.at("/collect/-/ballots/yard"), "ballot", BOTH),
    (Kind.at("/challenges/yard/results/"), "budget", WIDE),
    (by_name("every shape"), "shapes", NARROW),
    (by_name("form with errors"), "form-errors", NARROW),
    (by_name("thanks"), "thanks", NARROW),
    (by_name("receipt"), "receipt", NARROW),
    (by_name("results"), "results", ((DESKTOP, LIGHT), (PHONE, DARK))),
    (by_name("canvas with the version before"), "canvas", WIDE),
    (Kind("invited", invited), "invitation", NARROW),
)
"""Kinds of pages, the name of their pictures, and the states they are shown in; the desk first,
before the others have sent something."""


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        community(Path(folder) / "bakery") as place,
        chromium() as browser,
    ):
        first = browser.new_context()
        own_account(first.new_page(), place)
        cookies = first.cookies()
        for kind, name, states in SHOWN:
            for width, scheme in states:
                context = browser.new_context(viewport=WIDTHS[width], color_scheme=scheme)  # type: ignore[arg-type]
                context.add_cookies(cookies if kind.desk else [])  # type: ignore[arg-type]
                page = context.new_page()
                kind.walk(page, place)
                page.wait_for_load_state("networkidle")
                take(page, name, f"{width}-{scheme}")
                context.close()
        right_to_left(browser)
        screens_year.take(browser, keep)


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
        keep(page.locator(RESULT).first.screenshot(), f"poll-result-{state}")
    size = page.evaluate("({width: innerWidth, height: document.documentElement.scrollHeight})")
    clip = {"x": 0, "y": 0, **size, "height": min(size["height"], LONGEST)}
    keep(page.screenshot(full_page=True, clip=clip), f"{name}-{state}")  # type: ignore[arg-type]


def keep(picture: bytes, name: str) -> None:
    """In few colours, which makes it small."""
    few = Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
