"""A challenge for cakes, whose form asks who may be named and written to, and who sends some."""

import csv
import io

from collector.acts import desk
from collector.entries import Idea
from collector.moderation import Move
from collector.store import Store, reads
from tests.web.gardens import NOW
from tests.web.visitor import Page, Visitor, fills

CAKES = """\
---
closes: never
voting: approve
---

# Which cake?

Tell us.

## Your cake {.idea}

### Its name * {#title}
____ (3–200 characters)

### Your name {#name .public}
____

### Your e-mail {#email}
____ (e-mail)

### May we name you? {#credit}
- [ ] Yes, among your contributors

### News {#contact_news}
- [ ] Write to me about new cakes

### A call {#contact_call}
- [ ] Ring me
"""
RULE = '\n[recognition]\nmonth = "most comments among ideas shown this month"\n'
YES = {"credit": "yes", "contact_news": "yes"}


class Author:
    """Somebody who sent a cake, and what the site says of it."""

    def __init__(self, visitor: Visitor, store: Store, title: str, **answers: str) -> None:
        self.visitor, self.store = visitor, store
        self.code = visitor.sends({"title": title, **answers}, "cakes")
        self.ref = [each.ref for each in reads.ideas(store, "cakes")][-1]
        self.decided(Move.APPROVE)

    def decided(self, move: Move) -> None:
        desk.decide(self.store, move, [self.ref], "ada", NOW)

    def opens(self, **more: str) -> Page:
        return self.visitor.posts("/collect/-/receipt", {"code": self.code, **more})

    @property
    def idea(self) -> Idea:
        found = reads.idea(self.store, self.ref)
        assert found
        return found

    def page(self) -> str:
        fills(self.visitor, "cakes")
        return self.visitor.gets(f"/challenges/cakes/ideas/{self.ref}/").text


def contributors(visitor: Visitor) -> str:
    fills(visitor, "cakes")
    page = visitor.gets("/contributors/")
    return page.text if page.status == 200 else ""


def rows(page: Page) -> list[dict[str, str]]:
    assert page.status == 200, page.html
    return [*csv.DictReader(io.StringIO(page.html.lstrip("\ufeff")))]
