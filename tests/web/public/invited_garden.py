"""A garden with challenges for people who were invited, and codes that let somebody in."""

from datetime import datetime
from pathlib import Path

from collector.acts import invite
from collector.garden import Garden
from collector.pages import live
from tests.web.gardens import NOW, plant
from tests.web.visitor import Visitor

SUPPLY = """\
---
closes: never
access: invite
groups: suppliers, our staff
voting: approve
---

# What can you supply?

Only our suppliers and staff say.

## Your idea {.idea}

### A name * {#title}
____ (3–80 characters)

## A quick question {.poll #hours}

### When would you come? * {#when}
- (early) 7–10
- (noon) 10–15
"""

BRIEFS = {
    "supply": SUPPLY,
    "other": SUPPLY.replace("What can you supply?", "Another one"),
    "mixed": SUPPLY.replace("access: invite", "access: open, vote invite"),
    "person": SUPPLY.replace("access: invite", "access: invite\none per: person"),
}


def plant_invited(folder: Path) -> Garden:
    """The usual garden, and challenges for the invited."""
    return plant(folder, BRIEFS)


def codes(
    visitor: Visitor,
    count: int = 1,
    challenge: str = "supply",
    group: str = "suppliers",
    ends: datetime | None = None,
) -> list[str]:
    """New codes of a group."""
    context = visitor.app.extensions["garden"]
    brief = live(context.garden).briefs[challenge]
    made = invite.make(context.store, brief, count, NOW, group=group, ends=ends)
    return [each.code for each in made]
