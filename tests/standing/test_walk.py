"""Every kind of page, in a real browser: accessible, within its policy, alone with its own site.

`make test` walks each kind in two states; `make soak` walks them in all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from itertools import product

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.browser import chromium
from tests.standing.kinds import KINDS, Kind
from tests.standing.place import Bakery, bakery
from tests.standing.ways import own_account

pytestmark = pytest.mark.chromium

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desktop": {"width": 1280, "height": 900},
}

SETTLES = 100
"""Milliseconds for what scripts begin when a page has come."""


@dataclass(frozen=True)
class State:
    """How somebody looks at a page."""

    width: str
    scheme: str
    scripts: bool = True

    def __str__(self) -> str:
        return f"{self.width} {self.scheme}" + ("" if self.scripts else " without scripts")


TWO = [State("phone", "light"), State("desktop", "dark")]
ALL = [State(*each) for each in product(WIDTHS, ("light", "dark"), (True, False))]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bakery]:
    with bakery(tmp_path_factory.mktemp("walk") / "bakery") as place:
        yield place


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def account(browser: Browser, place: Bakery) -> list[dict[str, object]]:
    """The cookies of the owner's log-in."""
    context = browser.new_context()
    own_account(context.new_page(), place)
    cookies = context.cookies()
    context.close()
    return cookies  # type: ignore[return-value]


def opened(
    browser: Browser, state: State, kind: Kind, account: list[dict[str, object]]
) -> BrowserContext:
    """A window in this state; without scripts the page loses its own, but axe still runs."""
    context = browser.new_context(
        viewport=WIDTHS[state.width],
        color_scheme=state.scheme,  # type: ignore[arg-type]
        is_mobile=state.width == "phone",
        bypass_csp=False,
    )
    if kind.desk:
        context.add_cookies(account)  # type: ignore[arg-type]
    if not state.scripts:
        context.route("**/*.js", lambda route: route.abort())
    return context


def look(
    browser: Browser, place: Bakery, kind: Kind, state: State, account: list[dict[str, object]]
) -> list[str]:
    """What is wrong with this page in this state."""
    context = opened(browser, state, kind, account)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.extend(_told(message.type, message.text, state)))
    page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    page.on("request", lambda request: wrong.extend(_foreign(request.url, place.address)))
    kind.walk(page, place)
    page.wait_for_load_state("load")
    page.wait_for_timeout(SETTLES)
    wrong += faults_by_axe(page)
    wrong += _overflow(page)
    context.close()
    return wrong


def _told(kind: str, text: str, state: State) -> list[str]:
    blocked = not state.scripts and "ERR_FAILED" in text
    expected = blocked or "status of 4" in text  # pages of errors are looked at too
    return [f"console: {text}"] if kind == "error" and not expected else []


def _foreign(url: str, own: str) -> list[str]:
    return [] if url.startswith((own, "data:", "blob:")) else [f"third party: {url}"]


def faults_by_axe(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run({runOnly: {type: 'tag', values: rules}})", RULES)[
        "violations"
    ]
    return [
        f"axe {each['id']}: {node['target']} {node['failureSummary']}"
        for each in found
        for node in each["nodes"]
    ]


def _overflow(page: Page) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [f"wider than the window by {wide} px"] if wide > 1 else []


@pytest.mark.parametrize("state", TWO, ids=str)
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_each_kind_of_page_is_sound(
    browser: Browser,
    place: Bakery,
    account: list[dict[str, object]],
    kind: Kind,
    state: State,
) -> None:
    assert look(browser, place, kind, state, account) == []


@pytest.mark.soak
@pytest.mark.parametrize("state", ALL, ids=str)
def test_all_pages_are_sound_in_all_states(
    browser: Browser, place: Bakery, account: list[dict[str, object]], state: State
) -> None:
    site = place.garden.live / "public"
    pages = sorted(each.parent.relative_to(site) for each in site.rglob("index.html"))
    every = [*KINDS, *(Kind.at(f"/{each}/".replace("/./", "/")) for each in pages)]
    wrong = {str(kind): look(browser, place, kind, state, account) for kind in every}
    assert {kind: each for kind, each in wrong.items() if each} == {}
