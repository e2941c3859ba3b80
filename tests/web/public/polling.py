"""A garden whose ideas are voted on all at once, and somebody who fills in ballots there."""

import json
from pathlib import Path
from typing import Any

from collector.garden import Garden
from collector.store import Store
from tests.web.gardens import plant
from tests.web.public.ballot_box import BREAD, suggest
from tests.web.visitor import Page, Visitor, fills

COST = "\n### What would it cost? * {#cost .public}\n____ (amount 0–10000 €)\n"
RULES = {
    "loaves": "ranked, 2 per person",
    "rolls": "ranked, counts after vote",
    "ovens": "budget 5000 €, counts after close",
    "cakes": "pairwise",
}


def plant_polls(folder: Path) -> Garden:
    """The usual garden, and a challenge of each kind of voting over all ideas."""
    briefs = {slug: BREAD.format(slug=slug, voting=rule) for slug, rule in RULES.items()}
    briefs["ovens"] += COST
    late = BREAD.format(slug="pies", voting="ranked")
    briefs["pies"] = late.replace("closes: never", "opens: 2026-12-01 09:30\ncloses: never")
    briefs["tarts"] = late.replace("closes: never", "closes: 2026-11-01 18:00")
    return plant(folder, briefs)


def suggest_all(visitor: Visitor, challenge: str, *titles: str) -> list[str]:
    """Ideas that stand and are published; their refs."""
    refs = [suggest(visitor, challenge, title) for title in titles]
    fills(visitor, challenge)
    return refs


def price(visitor: Visitor, costs: dict[str, float | None]) -> dict[str, str]:
    """Ideas that cost so much, published; their refs by title."""
    refs = {}
    for title, cost in costs.items():
        answers = {"title": title} | ({} if cost is None else {"cost": cost})
        refs[title] = suggest(visitor, "ovens", title, answers=answers)
    fills(visitor, "ovens")
    return refs


def address(challenge: str = "loaves") -> str:
    return f"/collect/-/ballots/{challenge}"


def places(*refs: str) -> dict[str, str]:
    """The fields of a ballot that puts these first."""
    return {f"choices__{ref}": str(place) for place, ref in enumerate(refs, 1)}


def confirms(visitor: Visitor, page: Page, challenge: str = "loaves", button: str = "Yes") -> Page:
    """The second step; the page that it leads to."""
    assert page.status == 200, page.html
    kept = visitor.posts(address(challenge), page.fields(button))
    return visitor.thanks(kept) if kept.status == 303 else kept


def ranks(visitor: Visitor, *refs: str, challenge: str = "loaves") -> Page:
    """Both steps, as a browser without scripts does them."""
    return confirms(visitor, visitor.posts(address(challenge), places(*refs)), challenge)


def spends(visitor: Visitor, *refs: str) -> Page:
    asked = visitor.posts(address("ovens"), {"choices": [*refs]})
    return confirms(visitor, asked, "ovens")


def kept(visitor: Visitor, challenge: str = "loaves") -> list[tuple[list[str], str]]:
    """What is kept of ballots: their choices, and why they are counted apart."""
    store: Store = visitor.app.extensions["garden"].store
    rows = store.table("ballots").find(challenge=challenge)
    return [(each["choices"], each["apart"]) for each in rows]


def published(visitor: Visitor, challenge: str) -> dict[str, Any]:
    path = visitor.app.extensions["garden"].garden.published / f"{challenge}.json"
    return json.loads(path.read_bytes())


def results(visitor: Visitor, challenge: str, name: str = "") -> str:
    return visitor.gets(f"/challenges/{challenge}/results/{name}").html


def end_voting(visitor: Visitor, challenge: str) -> None:
    garden = visitor.app.extensions["garden"].garden
    path = garden.root / "challenges" / f"{challenge}.md"
    text = path.read_text("utf-8").replace("closes: never", "closes: 2026-11-19")
    path.unlink()
    path.write_text(text, "utf-8")
    visitor.builds()
