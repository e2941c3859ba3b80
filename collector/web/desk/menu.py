"""The desk's menu: its pages in the order of the owner's work."""

from collections.abc import Callable
from dataclasses import dataclass

from collector.store import Store, benefits
from collector.web.context import current
from collector.web.desk.door import Access
from collector.web.desk.live_site import briefs_for


def _always(_store: Store) -> bool:
    return True


def has_jury(_store: Store) -> bool:
    """Whether a challenge that whoever asks may see has one."""
    return any(each.scorecard for each in briefs_for(current(), Access.JUROR))


@dataclass(frozen=True)
class Item:
    """One page. `endpoint` is its view's name; it is called by the sentence `desk-menu-<name>`.

    Who may come stands with the endpoint in the routes; the page is shown to those who may at
    `least` this in any challenge.
    """

    name: str
    endpoint: str
    least: Access = Access.ACCOUNT
    used: Callable[[Store], bool] = _always
    """Whether there is anything to see yet; until then the page is in no menu."""


MENU = (
    Item("week", "week", Access.VIEWER),
    Item("queue", "queue"),
    Item("challenges", "challenges"),
    Item("jury", "juries", used=has_jury),
    Item("writing", "beginnings"),
    Item("programme", "programmes"),
    Item("portfolio", "portfolio", used=benefits.has_any),
    Item("quarters", "quarters", used=benefits.has_any),
    Item("decisions", "decisions"),
    Item("notices", "notices"),
    Item("garden", "garden"),
    Item("accounts", "accounts"),
    Item("password", "password_page"),
)
