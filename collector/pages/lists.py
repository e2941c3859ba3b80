"""The lists of a challenge's ideas: in each order, by tag, by progress, each in pages.

    ideas/                       all, in the order that comes first
    ideas/top/                   all, in another
    ideas/tag/rye/               those with a tag
    ideas/progress/in-progress/  those that stand somewhere
    ideas/top/page-2/            the next ones of a list

What a page shows is a value: the same value, the same page, which need not be made again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from collector.entries import Progress
from collector.published import Order, PublishedData, PublishedIdea, filed, ordered
from collector.published.search import progress_slug
from collector.words import say

LISTED = 60
"""Ideas on one page of a list."""
NAMED = 40
"""Tags that the lists lead to by name, the most used."""
AROUND = 2
"""Pages whose numbers stand on each side of the one that is read."""


@dataclass(frozen=True)
class Link:
    """A way to another list; `place` is below `ideas/`."""

    label: str
    place: str
    count: int | None = None
    here: bool = False


@dataclass(frozen=True)
class Ways:
    """Lists that belong together, under one name."""

    label: str
    links: tuple[Link, ...]
    more: bool = True
    """Whether they stand folded away."""


@dataclass(frozen=True)
class Leaf:
    """One page of a list; `place` is below `ideas/`, that of the list itself `start`."""

    heading: str
    start: str
    shown: tuple[PublishedIdea, ...]
    number: int
    last: int
    note: str = ""
    ways: tuple[Ways, ...] = ()
    """Only on the first page: counts change often, and later pages need not change with them."""

    @property
    def place(self) -> str:
        return self.start if self.number == 1 else f"{self.start}page-{self.number}/"

    @property
    def base(self) -> str:
        """The way from the page back to `ideas/`."""
        return "../" * self.place.count("/")

    @property
    def numbers(self) -> list[int]:
        """The pages to choose from; where some are left out stands a 0."""
        return numbers(self.number, self.last)


@dataclass(frozen=True)
class Listing:
    """A whole list."""

    place: str
    heading: str
    ideas: tuple[PublishedIdea, ...]
    note: str = ""


def leaves(data: PublishedData) -> dict[str, Leaf]:
    """Every page of every list, by its place below `ideas/`."""
    around = ways(data)
    found = (leaf for each in listings(data) for leaf in _leaves(each, around))
    return {leaf.place: leaf for leaf in found}


def listings(data: PublishedData) -> Iterator[Listing]:
    """Every list that holds something, and the first one even if it does not."""
    whole = {order: in_order(data, order) for order in data.orders}
    for order, ideas in whole.items():
        note = say("lists-drawn-why") if order is Order.DRAWN else ""
        yield Listing(order_place(data, order), say("site-all-ideas"), ideas, note)
    usual = whole[data.orders[0]]
    for step, ideas in _by_step(usual).items():
        yield Listing(progress_place(step), say("lists-of", {"what": progress_name(step)}), ideas)
    for tag, ideas in filed(usual):
        yield Listing(f"tag/{tag.name}/", say("lists-of", {"what": tag.label}), ideas)


def in_order(data: PublishedData, order: Order) -> tuple[PublishedIdea, ...]:
    """All ideas, in this order."""
    return ordered(data.ideas, order, data.challenge, data.as_of)


def ways(data: PublishedData) -> tuple[Ways, ...]:
    """The lists that one may go to."""
    orders = [Link(say(f"lists-{order}"), order_place(data, order)) for order in data.orders]
    steps = [
        Link(progress_name(step), progress_place(step), len(ideas))
        for step, ideas in _by_step(data.ideas).items()
    ]
    named = [Link(tag.label, f"tag/{tag.name}/", tag.count) for tag, _ in filed(data.ideas)[:NAMED]]
    if len(orders) == 1:  # an order is a choice only where there is another
        orders = []
        first = steps or named
        first[:0] = [Link(say("lists-every"), "", len(data.ideas))] if first else []
    groups = {"lists-orders": orders, "lists-steps": steps, "lists-tags": named}
    return tuple(
        Ways(say(name), tuple(links), more=name != "lists-orders")
        for name, links in groups.items()
        if links
    )


def order_place(data: PublishedData, order: Order) -> str:
    """Where the list in this order begins, below `ideas/`."""
    return "" if order is data.orders[0] else f"{order}/"


def progress_place(step: Progress) -> str:
    """Where the list of what has come so far begins, below `ideas/`."""
    return f"progress/{progress_slug(step)}/"


def progress_name(step: Progress) -> str:
    """What visitors call it."""
    return say(f"site-progress-{step}")


def numbers(number: int, last: int) -> list[int]:
    """The first page, the last, and those around the one that is read; 0 for a gap."""
    near = range(number - AROUND, number + AROUND + 1)
    shown = sorted({1, last, *(each for each in near if 1 <= each <= last)})
    told: list[int] = []
    for each in shown:
        if told and each - told[-1] > 1:
            told.append(each - 1 if each - told[-1] == 2 else 0)
        told.append(each)
    return told


def _leaves(listing: Listing, around: Sequence[Ways]) -> Iterator[Leaf]:
    last = max(1, -(-len(listing.ideas) // LISTED))
    here = tuple(_marked(each, listing.place) for each in around)
    for number in range(1, last + 1):
        shown = listing.ideas[(number - 1) * LISTED : number * LISTED]
        first = number == 1
        yield Leaf(
            heading=listing.heading,
            start=listing.place,
            shown=shown,
            number=number,
            last=last,
            note=listing.note if first else "",
            ways=here if first else (),
        )


def _marked(group: Ways, place: str) -> Ways:
    links = (replace(link, here=link.place == place) for link in group.links)
    return replace(group, links=tuple(links))


def _by_step(ideas: Iterable[PublishedIdea]) -> dict[Progress, tuple[PublishedIdea, ...]]:
    """The ideas by how far they have come; nothing while all of them are open."""
    found: dict[Progress, list[PublishedIdea]] = {step: [] for step in Progress}
    for idea in ideas:
        found[idea.progress].append(idea)
    told = {step: tuple(held) for step, held in found.items() if held}
    return told if told.keys() - {Progress.OPEN} else {}
