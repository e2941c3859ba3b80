"""A garden whose ideas are voted on, and somebody who votes there."""

from pathlib import Path

from collector.entries import Idea, State, new_reference
from collector.garden import Garden
from collector.pages import live
from collector.store import Store, writes
from tests.web.gardens import NOW, plant
from tests.web.visitor import Page, Visitor

BREAD = """\
---
closes: never
voting: {voting}
---

# Which {slug}?

Tell us what you would like.

## Your idea {{.idea}}

### A name * {{#title}}
____ (3–80 characters)
"""

RULES = {
    "loaves": "approve, 2 per person",
    "rolls": "updown, counts after vote",
    "cakes": "stars, counts after close",
}


def plant_votes(folder: Path) -> Garden:
    """The usual garden, and a challenge of each kind of voting on single ideas."""
    briefs = {slug: BREAD.format(slug=slug, voting=rule) for slug, rule in RULES.items()}
    late = BREAD.format(slug="pies", voting="approve")
    briefs["pies"] = late.replace("closes: never", "opens: 2026-12-01 09:30\ncloses: never")
    briefs["tarts"] = late.replace("closes: never", "closes: 2026-11-01 18:00")
    return plant(folder, briefs)


def suggest(visitor: Visitor, challenge: str, title: str, **facts) -> str:
    """An idea that stands in the store as it is wanted; its ref."""
    store: Store = visitor.app.extensions["garden"].store
    idea = Idea(
        **{
            "ref": new_reference(),
            "challenge": challenge,
            "form": "idea",
            "form_hash": visitor.form_hash(challenge),
            "answers": {"title": title},
            "state": State.APPROVED,
            "received": NOW,
            **facts,
        }
    )
    writes.add(store, idea)
    return idea.ref


def address(ref: str) -> str:
    return f"/collect/-/ideas/{ref}/vote"


def asks(visitor: Visitor, ref: str, value: str = "yes", **headers: str) -> Page:
    """The first step."""
    return visitor.posts(address(ref), {"value": value}, **headers)


def confirms(visitor: Visitor, page: Page, ref: str, button: str = "Yes") -> Page:
    """The second step; the page that it leads to."""
    assert page.status == 200, page.html
    kept = visitor.posts(address(ref), page.fields(button))
    return visitor.thanks(kept) if kept.status == 303 else kept


def votes(visitor: Visitor, ref: str, value: str = "yes") -> Page:
    """Both steps, as a browser without scripts does them."""
    return confirms(visitor, asks(visitor, ref, value), ref)


def clicks(visitor: Visitor, ref: str, value: str = "yes", voter: str = "a" * 32, **headers: str):
    """A script's post."""
    sent = {name.replace("_", "-"): text for name, text in headers.items()}
    body = {"value": value, "_voter": voter}
    return visitor.client.post(address(ref), json=body, headers=sent)


def page_of(visitor: Visitor, challenge: str, ref: str) -> str:
    """The idea's page as it is served."""
    assert live(visitor.app.extensions["garden"].garden) is not None
    return visitor.gets(f"/challenges/{challenge}/ideas/{ref}/").html
