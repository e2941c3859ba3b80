"""The ring in a real browser: with scripts, without them, and from another site without cookies."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import openpyxl
import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.browser import ARGUMENTS, chromium_path
from tests.chromium.gardens import PAGE, OtherSite, Planted, other_site, planted
from tests.chromium.people import Owner, Visitor

pytestmark = pytest.mark.chromium

IDEA = "Rye & walnut"
ANSWER = "We try it on Friday."


@dataclass(frozen=True)
class Way:
    """How a visitor comes."""

    scripts: bool = True
    elsewhere: bool = False
    """From a copy of the pages on another site, in a browser that keeps no cookies."""


WAYS = {
    "scripts on": Way(),
    "scripts off": Way(scripts=False),
    "another site, no cookies, scripts on": Way(elsewhere=True),
    "another site, no cookies, scripts off": Way(scripts=False, elsewhere=True),
}


@dataclass(frozen=True)
class Ring:
    """A garden and the two who go round it."""

    garden: Planted
    visitor: Visitor
    owner: Owner
    other: OtherSite | None

    def pages_arrive(self) -> None:
        """Another site shows what was uploaded to it."""
        if self.other is not None:
            self.other.uploads(self.garden.garden)


@pytest.fixture(params=WAYS.values(), ids=WAYS.keys())
def ring(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Ring]:
    way: Way = request.param
    with ExitStack() as stack:
        other = stack.enter_context(other_site(tmp_path / "www")) if way.elsewhere else None
        garden = stack.enter_context(
            planted(tmp_path / "garden", elsewhere=other.address if other else "")
        )
        at_desk = stack.enter_context(browser.new_context(java_script_enabled=way.scripts))
        if other is None:
            public = stack.enter_context(browser.new_context(java_script_enabled=way.scripts))
        else:
            public = stack.enter_context(without_cookies(browser, tmp_path / "profile", way))
        site = other.address if other else garden.address
        yield Ring(
            garden,
            Visitor(public.new_page(), site, way.scripts, patient=True),
            Owner(at_desk.new_page(), garden.address, way.scripts),
            other,
        )


@contextmanager
def without_cookies(browser: Browser, profile: Path, way: Way) -> Iterator[BrowserContext]:
    """A Chromium of its own whose settings block all cookies, and with them all site storage."""
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (profile / "Default").mkdir(parents=True)
    (profile / "Default" / "Preferences").write_text(json.dumps(settings), encoding="utf-8")
    with browser.browser_type.launch_persistent_context(
        profile,
        executable_path=chromium_path(),
        args=ARGUMENTS,
        java_script_enabled=way.scripts,
    ) as context:
        yield context


def test_an_idea_and_a_poll_go_round_the_ring(ring: Ring, tmp_path: Path) -> None:
    visitor, owner = ring.visitor, ring.owner
    faults = faults_of(visitor.page)
    ring.pages_arrive()

    # an idea, with a mistake at first
    visitor.opens()
    visitor.fills_in("Rye " * 25)
    visitor.writes("Where can we write to you?", "maja@home.example")
    visitor.presses("Send my idea")
    visitor.sees("at most 80 characters")
    visitor.writes("Give it a name", IDEA)
    visitor.sends()
    code = visitor.code
    visitor.looks_up(code)
    visitor.sees("waiting for us")

    # an answer to the poll
    visitor.opens()
    visitor.chooses("After 3")
    visitor.sends("Send my answer")
    visitor.sees("After 3" if ring.other is None else "so we count it apart")

    # the owner decides and answers
    owner.logs_in(ring.garden.served.printed)
    owner.approves_by_keyboard(IDEA)
    owner.answers(IDEA, ANSWER)

    # idea, result and reply stand on the page
    shown = Visitor(owner.page, ring.garden.address)
    shown.reads_until(PAGE, IDEA)
    own_page = shown.page.get_by_role("link", name=IDEA).get_attribute("href") or ""
    shown.reads_until(urljoin(PAGE, own_page), ANSWER)
    ring.pages_arrive()
    visitor.reads_until(PAGE, IDEA)
    if ring.other is None:
        result = visitor.page.get_by_role("region", name="When would you come?")
        expect(result).to_contain_text("100")
    visitor.page.get_by_role("link", name=IDEA).click()
    visitor.sees(ANSWER)

    # a workbook with everything
    book = openpyxl.load_workbook(owner.downloads(tmp_path))
    cells = {cell.value for sheet in book for row in sheet for cell in row}
    assert {IDEA, "maja@home.example", "After 3"} <= cells
    assert ring.garden.titles == {IDEA: 1}
    assert faults == []
    if ring.other is not None:
        keeps_nothing(visitor.page)


def keeps_nothing(page: Page) -> None:
    """Neither a cookie nor a word in the site's storage."""
    assert page.context.cookies() == []
    with pytest.raises(Error, match="Access is denied"):
        page.evaluate("localStorage.length")


def faults_of(page: Page) -> list[str]:
    """What goes wrong in the page's scripts, as it goes wrong."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    return faults
