"""The ballot as a form: what it asks about are the ideas that are shown.

Titles are visitors' words: they are written as Markdown that reads as exactly these words.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from collector.brief import Brief, Form, FormKind, Option, Page, Question, Shape, Voting, VotingKind
from collector.form.numbers import told
from collector.published import Order, PublishedData, PublishedIdea, ordered
from collector.voting import CHOICES, COST
from collector.words import say

FORM = "_ballot"
"""The name of the form; a brief's own can't have it."""
MARKS = re.compile(r"([\\`*_{}\[\]()>#+.!-])")
"""Signs that Markdown reads, and a backslash undoes."""


def ballot_form(brief: Brief, rules: Voting, options: Iterable[Option]) -> Form:
    """One question about these ideas, in this order."""
    held = tuple(options)
    ranked = rules.kind is VotingKind.RANKED
    most = min(rules.most or len(held), len(held))
    question = Question(
        id=CHOICES,
        label=say("ballot-rank-all" if ranked else "ballot-spend-all"),
        shape=Shape.RANKING if ranked else Shape.SEVERAL,
        options=held,
        choose=(1, most) if ranked else (0, most) if rules.most else None,
        help="" if ranked else say("ballot-spend-help", {"budget": money(rules)}),
    )
    return Form(FORM, FormKind.BALLOT, brief.title, (Page((question,)),))


def options_of(rules: Voting, ideas: Iterable[PublishedIdea]) -> list[Option]:
    """One for each idea; of a budget only for those that have a cost."""
    if rules.kind is VotingKind.RANKED:
        return [Option(idea.ref, plain(idea.title)) for idea in ideas]
    return [
        Option(idea.ref, plain(f"{idea.title} – {cost}"))
        for idea in ideas
        if (cost := told_cost(idea))
    ]


def without_cost(rules: Voting, ideas: Iterable[PublishedIdea]) -> list[PublishedIdea]:
    """The ideas that no money can go to."""
    if rules.kind is VotingKind.RANKED:
        return []
    return [idea for idea in ideas if not told_cost(idea)]


def told_cost(idea: PublishedIdea) -> str:
    """What the idea costs, in words; empty where it does not say so, or less than nothing."""
    cost = next((each.text for each in idea.answers if each.id == COST), "")
    return "" if cost.lstrip().startswith(("-", "\N{MINUS SIGN}")) else cost


def by_lot(data: PublishedData, now: datetime) -> Sequence[PublishedIdea]:
    """The ideas in the order of the hour: none stands first for having come early."""
    return ordered(data.ideas, Order.DRAWN, data.challenge, now)


def plain(words: str) -> str:
    """Markdown that reads as these words."""
    escaped = " ".join(words.split()).replace("&", "&amp;").replace("<", "&lt;")
    return MARKS.sub(r"\\\1", escaped)


def money(rules: Voting, sum_: float | None = None) -> str:
    """An amount with the budget's unit; without one given, the whole budget."""
    sum_ = rules.budget if sum_ is None else sum_
    return f"{told(sum_)}\N{NO-BREAK SPACE}{rules.unit}".strip()
