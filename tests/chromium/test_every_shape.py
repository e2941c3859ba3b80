"""Every shape on a telephone, without scripts, by keyboard alone: told what is wrong, and kept."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, expect

from collector import kit
from collector.store import reads
from tests.chromium.gardens import Planted, planted
from tests.chromium.people import SOON, Visitor, has_focus, tabs_until
from tests.standing.test_walk import WIDTHS, faults_by_axe

pytestmark = pytest.mark.chromium

DEMO = kit.DEMO / "challenges"
SLUG = "what-matters"
PATH = f"/challenges/{SLUG}/"


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    folder = tmp_path_factory.mktemp("shapes")
    (folder / "challenges").mkdir()
    for each in (*DEMO.glob(f"{SLUG}*"), *DEMO.glob("loaf-*")):
        shutil.copy(each, folder / "challenges")
    brief = (DEMO / f"{SLUG}.md").read_text("utf-8")
    with planted(folder, more={SLUG: brief}) as garden:
        yield garden


@dataclass
class Typist(Visitor):
    """Uses nothing but keys."""

    def goes_to(self, place: Locator) -> None:
        tabs_until(self.page, lambda: has_focus(place), most=80)

    def types(self, name: str, text: str) -> None:
        """Into the field with this name, in the place of what stood there."""
        self.goes_to(self.page.get_by_label(name, exact=True))
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def ticks(self, role: str, name: str) -> None:
        self.goes_to(self.page.get_by_role(role, name=name, exact=True))  # type: ignore[arg-type]
        self.page.keyboard.press("Space")

    def answers(self) -> None:
        """All questions in order; two places are alike, and points are left over."""
        self.goes_to(self.page.get_by_label("Where do you live?"))
        self.page.keyboard.type("Mill")
        self.types("How it tastes", "1")
        self.types("What it costs", "1")
        self.types("That it is near", "3")
        self.ticks("radio", "Our staff Bad")
        self.page.keyboard.press("ArrowRight")
        self.ticks("checkbox", "Bread Before 10")
        self.ticks("checkbox", "Bread After 15")
        self.ticks("radio", "A round loaf with a cross cut into its crust Round")
        self.page.keyboard.press("ArrowDown")
        self.ticks("checkbox", "I eat everything")
        self.types("A new oven that needs less gas", "60")
        self.types("Lower prices", "30")
        self.types("What should a loaf of a kilo cost at most?", "6")
        self.goes_to(self.page.get_by_role("textbox", name="On working days Loaves a week"))
        self.page.keyboard.type("2")

    def presses_key(self, button: str) -> None:
        self.goes_to(self.button(button))
        self.page.keyboard.press("Enter")


@pytest.fixture
def typist(browser: Browser, garden: Planted) -> Iterator[Typist]:
    with browser.new_context(
        java_script_enabled=False, viewport=WIDTHS["phone"], color_scheme="dark"
    ) as context:
        yield Typist(context.new_page(), garden.address, scripts=False)


def test_every_shape_is_answered_by_keyboard_alone(typist: Typist, garden: Planted) -> None:
    typist.opens(PATH)
    typist.answers()
    typist.presses_key("Send my answers")
    summary = typist.page.locator(".ig-summary")
    expect(summary).to_contain_text("The place 1 is given twice.", timeout=SOON)
    expect(summary).to_contain_text("Together these are 90, so 10 are left to share out.")

    typist.types("What it costs", "2")
    typist.types("Lower prices", "40")
    typist.presses_key("Send my answers")
    expect(typist.heading("Is this right?")).to_be_visible(timeout=SOON)
    typist.sees("1. How it tastes\n2. What it costs\n3. That it is near")
    typist.presses_key("Yes, send it")
    typist.is_thanked()

    [kept] = reads.responses(garden.store, SLUG)
    assert kept.answers == {
        "town": "mill",
        "order__taste": 1,
        "order__price": 2,
        "order__near": 3,
        "rating__staff": "poor",
        "when__bread": ("early", "late"),
        "shape": "long",
        "without": ("none",),
        "money__oven": 60,
        "money__seats": 0,
        "money__hours": 0,
        "money__prices": 40,
        "price": 6,
        "eaten__work__loaves": 2,
    }


def test_what_is_told_of_every_shape_can_be_read_by_everybody(
    browser: Browser, garden: Planted
) -> None:
    """Axe needs scripts: the page's own are kept away, not the browser's."""
    with browser.new_context(viewport=WIDTHS["phone"]) as context:
        context.route("**/*.js", lambda route: route.abort())
        page = context.new_page()
        page.goto(garden.address + PATH)
        page.evaluate("document.querySelector('.ig-form').noValidate = true")
        for name, text in {"order__taste": "9", "money__oven": "60", "price": "99"}.items():
            page.locator(f"[name={name}]").fill(text)
        page.get_by_role("button", name="Send my answers").click()
        expect(page.locator(".ig-summary a")).to_have_count(3, timeout=SOON)
        assert faults_by_axe(page) == []
