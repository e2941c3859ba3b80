"""Every act of a person, on a telephone: once with scripts and a finger, once without scripts and
by keyboard alone. A new act gets a line in the table of those who do it.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, StorageState

from tests.chromium import desk_acts, visitor_acts
from tests.chromium.hands import Hands
from tests.chromium.people import SOON, Owner
from tests.chromium.village import Village, village
from tests.standing.test_walk import WIDTHS

pytestmark = pytest.mark.chromium

Act = Callable[[Hands, Village, str], None]
WAYS = {"scripts, finger": True, "no scripts, keys": False}


def table(*parts: dict) -> dict[str, Act]:
    return {
        name: each[1] if isinstance(each, tuple) else each
        for part in parts
        for name, each in part.items()
    }


VISITOR = table(visitor_acts.SHOWN, visitor_acts.NEW)
OWNER = table(desk_acts.WAITING, desk_acts.SHOWN, desk_acts.NEW)


def title_of(act: str, *, scripts: bool, desk: bool = False) -> str:
    """What an act's idea is called, a different one each time it is done."""
    return f"{'Desk' if desk else 'Guest'} {act} {'on' if scripts else 'off'}"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    shown: dict[str, list[str]] = {}
    for desk, part in ((False, visitor_acts.SHOWN), (True, desk_acts.SHOWN)):
        for act, (challenge, _does) in part.items():
            titles = [title_of(act, scripts=each, desk=desk) for each in WAYS.values()]
            shown.setdefault(challenge, []).extend(titles)
    waiting = [
        title_of(act, scripts=each, desk=True)
        for act in desk_acts.WAITING
        for each in WAYS.values()
    ]
    with village(tmp_path_factory.mktemp("acts"), shown, waiting) as place:
        yield place


@pytest.fixture(scope="module")
def log_in(browser: Browser, place: Village) -> StorageState:
    with browser.new_context() as context:
        Owner(context.new_page(), place.garden.address).logs_in(place.garden.served.printed)
        return context.storage_state()


@pytest.mark.parametrize("scripts", WAYS.values(), ids=WAYS.keys())
@pytest.mark.parametrize("act", VISITOR)
def test_a_visitor(browser: Browser, place: Village, act: str, scripts: bool) -> None:
    options = {"viewport": WIDTHS["phone"], "java_script_enabled": scripts}
    with browser.new_context(**options) as context:
        context.set_default_timeout(SOON)
        hands = Hands(context.new_page(), place.garden.address, scripts)
        VISITOR[act](hands, place, title_of(act, scripts=scripts))


@pytest.mark.parametrize("scripts", WAYS.values(), ids=WAYS.keys())
@pytest.mark.parametrize("act", OWNER)
def test_an_owner(
    browser: Browser, place: Village, log_in: StorageState, act: str, scripts: bool
) -> None:
    options = {"viewport": WIDTHS["phone"], "java_script_enabled": scripts}
    with browser.new_context(**options, storage_state=log_in) as context:
        context.set_default_timeout(SOON)
        hands = Hands(context.new_page(), place.garden.address, scripts)
        OWNER[act](hands, place, title_of(act, scripts=scripts, desk=True))
