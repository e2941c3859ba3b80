"""The desk's menu: its pages in the order of the owner's work, and who sees which."""

from dataclasses import dataclass

from collector.web.desk.door import Access


@dataclass(frozen=True)
class Item:
    """One page. `endpoint` is its view's name; it is called by the sentence `desk-menu-<name>`."""

    name: str
    endpoint: str
    access: Access = Access.DESK


MENU = (
    Item("queue", "queue"),
    Item("challenges", "challenges"),
    Item("accounts", "accounts", Access.OWNER),
    Item("password", "password_page"),
)
