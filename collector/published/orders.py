"""The orders in which ideas are listed, and when each is offered.

new      the latest first
top      as their votes rank them
rising   those first that gain most of late
drawn    by lot, anew each hour: while people vote, no idea stands first for having come early
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256

from collector.published.idea import PublishedIdea

Key = Callable[[PublishedIdea], tuple[float, ...]]
"""What an order sorts by, the least first; equals stay as they are, the latest first."""


class Order(StrEnum):
    """How a list of ideas is sorted."""

    NEW = "new"
    TOP = "top"
    RISING = "rising"
    DRAWN = "drawn"


def offered(ideas: Iterable[PublishedIdea], *, voting: bool) -> tuple[Order, ...]:
    """The orders that say something; the first is that of lists for which nobody asked another.

    `voting` says whether votes are being taken.
    """
    votes = [idea.votes for idea in ideas if idea.votes]
    return tuple(
        order
        for order, says_something in (
            (Order.DRAWN, voting),
            (Order.NEW, True),
            (Order.TOP, any(each.rank is not None for each in votes)),
            (Order.RISING, any(each.rising is not None for each in votes)),
        )
        if says_something
    )


def ordered(
    ideas: Iterable[PublishedIdea], order: Order, challenge: str, as_of: datetime
) -> tuple[PublishedIdea, ...]:
    """The ideas, given with the latest first, in this order; the lot is of challenge and hour."""
    if order is Order.NEW:
        return tuple(ideas)
    if order is Order.DRAWN:
        seed = f"{challenge} {as_of.astimezone(UTC):%Y-%m-%dT%H}"
        return tuple(sorted(ideas, key=lambda idea: sha256(f"{seed} {idea.ref}".encode()).digest()))
    return tuple(sorted(ideas, key=KEYS[order]))


def _top(idea: PublishedIdea) -> tuple[float, ...]:
    if idea.votes is None or idea.votes.rank is None:
        return (1,)
    return (0, idea.votes.rank)


def _rising(idea: PublishedIdea) -> tuple[float, ...]:
    if idea.votes is None or idea.votes.rising is None:
        return (1,)
    return (0, -idea.votes.rising)


KEYS: Mapping[Order, Key] = {Order.TOP: _top, Order.RISING: _rising}
