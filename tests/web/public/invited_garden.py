"""A garden with challenges for people who were invited, and codes that let somebody in."""

from datetime import datetime
from pathlib import Path

from collector.acts import invite
from collector.garden import Garden
from collector.pages import live
from tests.web.gardens import NOW, plant
from tests.web.visitor import Visitor

PICTURE = b"\x89PNG of a secret oven"

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

SECRET = """\
---
closes: never
seen by: invited
image: oven.png, The new oven
voting: approve
groups: suppliers, our staff
---

# The recipe nobody knows yet

Whisper what our secret loaf should hold.

## Your idea {.idea}

### What the loaf should hold * {#title}
____ (3–80 characters)

## A hidden question {.poll #hours results=always}

### When would the secret loaf be baked? * {#when}
- (early) 7–10
- (noon) 10–15
"""
QUIET = """\
---
closes: never
seen by: link
voting: approve
---

# The quiet one

Only by its link.

## Your idea {.idea}

### A name * {#title}
____ (3–80 characters)

## A question {.poll #hours results=always}

### When? * {#when}
- (early) 7–10
- (noon) 10–15
"""

BRIEFS = {
    "supply": SUPPLY,
    "other": SUPPLY.replace("What can you supply?", "Another one"),
    "mixed": SUPPLY.replace("access: invite", "access: open, vote invite"),
    "secret": SECRET,
    "quiet": QUIET,
    "person": SUPPLY.replace("access: invite", "access: invite\none per: person"),
}


CONFIRMED = SUPPLY.replace("access: invite\ngroups: suppliers, our staff", "access: email")


def plant_confirmed(folder: Path) -> Garden:
    """A garden with mail, and a challenge for people who confirm an address."""
    settings = '\n[mail]\nhost = "localhost"\nfrom = "garden@bakery.example"\nsecurity = "none"\n'
    return plant(folder, {"known": CONFIRMED}, settings)


def plant_invited(folder: Path) -> Garden:
    """The usual garden, and challenges for the invited."""
    (folder / "challenges").mkdir(parents=True)
    (folder / "challenges" / "oven.png").write_bytes(PICTURE)
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
