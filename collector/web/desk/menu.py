"""The desk's menu: its pages in the order of the owner's work."""

from dataclasses import dataclass

from collector.web.desk.door import Access


@dataclass(frozen=True)
class Item:
    """One page. `endpoint` is its view's name; it is called by the sentence `desk-menu-<name>`.

    Who may come stands with the endpoint in the routes; the page is shown to those who may at
    `least` this in any challenge.
    """

    name: str
    endpoint: str
    least: Access = Access.ACCOUNT


MENU = (
    Item("week", "week", Access.VIEWER),
    Item("queue", "queue"),
    Item("challenges", "challenges"),
    Item("writing", "beginnings"),
    Item("programme", "programmes"),
    Item("decisions", "decisions"),
    Item("notices", "notices"),
    Item("garden", "garden"),
    Item("accounts", "accounts"),
    Item("password", "password_page"),
)
