"""The desk's menu: its pages in the order of the owner's work."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """One page. `endpoint` is its view's name; it is called by the sentence `desk-menu-<name>`.

    Who sees it stands with the endpoint in the routes.
    """

    name: str
    endpoint: str


MENU = (
    Item("queue", "queue"),
    Item("challenges", "challenges"),
    Item("writing", "beginnings"),
    Item("decisions", "decisions"),
    Item("notices", "notices"),
    Item("garden", "garden"),
    Item("accounts", "accounts"),
    Item("password", "password_page"),
)
