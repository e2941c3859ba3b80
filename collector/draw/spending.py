"""A budget, drawn: on how many ballots each idea is, what it costs, and what becomes of it.

A new oven: 3000 €, paid for
████████████████░░░░░░░   9
"""

from collections.abc import Mapping

from collector.analysis import Bid, Spending
from collector.draw.bars import Bar, bar, draw_bars
from collector.draw.numbers import number
from collector.draw.section import Asked, Section, base
from collector.words import say


def spending(told: Spending, labels: Mapping[str, str], unit: str, asked: Asked) -> str:
    """HTML of what most ballots chose, in the order in which the money was spent."""
    drawn: list[Bar] = []
    y = 0.0
    for bid in told.bids:
        drawn.append(bar(_named(bid, labels, unit), str(bid.votes), y, bid.votes / max(told.n, 1)))
        y += drawn[-1].height
    section = Section(
        base=base(told.n),
        description=" ".join(_told(bid, labels) for bid in told.bids),
        notes=_notes(told, unit),
        heads=[say("result-option"), *(say(f"spending-{each}") for each in HEADS)],
        rows=[_cells(bid, labels, unit) for bid in told.bids],
    )
    return draw_bars(asked, section, drawn, y)


HEADS = ("votes", "cost", "verdict")


def _named(bid: Bid, labels: Mapping[str, str], unit: str) -> str:
    facts = {"label": labels.get(bid.code, bid.code), "verdict": _verdict(bid)}
    if bid.cost is None:
        return say("spending-bid-none", facts)
    return say("spending-bid", facts | {"cost": money(bid.cost, unit)})


def _told(bid: Bid, labels: Mapping[str, str]) -> str:
    facts = {"label": labels.get(bid.code, bid.code), "votes": bid.votes}
    return say("spending-told", facts | {"verdict": _verdict(bid)})


def _verdict(bid: Bid) -> str:
    return say(f"spending-{bid.verdict}")


def _notes(told: Spending, unit: str) -> list[str]:
    facts = {"spent": money(told.spent, unit), "budget": money(told.budget, unit)}
    notes = [say("spending-sum", facts)]
    if told.tied:
        notes.append(say("spending-tied-sum", {"tied": money(told.tied, unit)}))
    return [*notes, say("spending-explained")]


def _cells(bid: Bid, labels: Mapping[str, str], unit: str) -> list[str]:
    cost = "\N{EN DASH}" if bid.cost is None else money(bid.cost, unit)
    return [labels.get(bid.code, bid.code), str(bid.votes), cost, _verdict(bid)]


def money(amount: float, unit: str) -> str:
    """An amount with its unit: `3000 €`, on one line."""
    return f"{number(amount, 2)}\N{NO-BREAK SPACE}{unit}".strip()
