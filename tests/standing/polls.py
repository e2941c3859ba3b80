"""Challenges of the bakery whose ideas are voted on all at once, with ideas and votes on them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from collector import pages
from collector.acts import ballot, comparison
from collector.acts.ballot import Cast
from collector.acts.comparison import Answer
from collector.brief import Brief
from collector.entries import Idea, JobKind, State, new_reference
from collector.form import define
from collector.garden import Garden
from collector.store import Store, writes

POLL = """\
---
closes: never
voting: {voting}
---

# {title}

Everybody who buys here has a say.

## Share your idea {{.idea}}

### Give it a name * {{#title}}
____
"""
COST = "\n### What would it cost? * {#cost .public}\n____ (amount 0–10000 €)\n"
POLLS = {
    "ranking": ("ranked, 3 per person", "Which bread comes back?"),
    "money": ("budget 5000 €", "What do we buy for the shop?"),
    "pairs": ("pairwise", "Which cake should we bake?"),
}
IDEAS: dict[str, dict[str, float | None]] = {
    "ranking": dict.fromkeys(
        (
            "Rye loaf",
            "Oat loaf with seeds from the fields around the town",
            "Nut loaf",
            "Spelt roll",
        )
    ),
    "money": {"A bench in the sun": 1200, "A bigger oven": 4500, "A coffee machine": 2600},
    "pairs": dict.fromkeys(("Apple cake", "Plum cake", "Cheese cake with lemon", "Nut tart")),
}


def call_to_vote(folder: Path) -> None:
    """Their briefs."""
    for slug, (voting, title) in POLLS.items():
        text = POLL.format(voting=voting, title=title) + (COST if slug == "money" else "")
        (folder / "challenges" / f"{slug}.md").write_text(text, encoding="utf-8")


def vote_on_all(garden: Garden, store: Store) -> list[Path]:
    """Ideas that are shown, and some votes; the pages that tell of them once they are filled."""
    site = pages.live(garden)
    assert site is not None
    now = datetime.now(UTC)
    for slug, costs in IDEAS.items():
        brief = site.briefs[slug]
        ideas = [*_ideas(brief, costs, now)]
        for idea in ideas:
            writes.add(store, idea)
        _vote(store, brief, [idea.ref for idea in ideas], now)
        writes.enqueue(store, JobKind.FILL, slug, now)
    return [site.public / f"challenges/{slug}/results/votes.csv" for slug in POLLS]


def _ideas(brief: Brief, costs: dict[str, float | None], now: datetime) -> Iterator[Idea]:
    for title, cost in costs.items():
        yield Idea(
            ref=new_reference(),
            challenge=brief.slug,
            form="idea",
            form_hash=define(brief.forms[0]).hash,
            answers={"title": title} | ({} if cost is None else {"cost": cost}),
            state=State.APPROVED,
            received=now,
        )


def _vote(store: Store, brief: Brief, refs: list[str], now: datetime) -> None:
    for turn in range(7):
        voter = f"voter {turn}"
        first, second = refs[turn % 3], refs[(turn // 2 + 1) % 3]
        if brief.slug == "pairs" and first != second:
            said = Answer(
                brief=brief,
                ref=new_reference(),
                left=first,
                right=second,
                choice=("left", "right", "neither")[turn % 3],
                voter=voter,
            )
            comparison.answer(store, said, now)
        elif brief.slug == "ranking":
            order = tuple(dict.fromkeys((first, second, refs[3])))
            ballot.cast(store, Cast(brief=brief, choices=order, voter=voter), now)
        elif brief.slug == "money":
            ballot.cast(store, Cast(brief=brief, choices=(first,), voter=voter), now)
