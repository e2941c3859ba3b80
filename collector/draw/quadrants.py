"""Ideas in a square: what each brings upwards, how easy it is to the right; with its table.

    What it brings
    ┌───────────┬───────────┐
    │ Plan    2 │ Do first 1│
    ├───────────┼───────────┤
    │ Leave   4 │ Fill in  3│
    └───────────┴───────────┘
              How easy it is

The four fields are the action priority matrix, as consultants draw it; its halves part at 50.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from collector.draw.numbers import number
from collector.draw.section import Asked, Section, at
from collector.words import say

LEFT, WIDTH = 3.0, 94.0
"""Percent of the chart's width."""
TOP, HEIGHT = 1.6, 18.0
"""Letters."""
BELOW = 1.8
FIELDS = ("plan", "first", "leave", "fill")
"""From the upper left on, line by line."""


@dataclass(frozen=True)
class Point:
    """An idea with its two means, from 0 to 100."""

    title: str
    brings: float
    ease: float

    @property
    def field(self) -> str:
        """In which of the four it stands; what is just half, stands with the better."""
        return FIELDS[(self.brings < 50) * 2 + (self.ease >= 50)]


@dataclass(frozen=True)
class Spot:
    """Where the numbers of those ideas stand that have the same means."""

    words: str
    x: str
    y: str


@dataclass(frozen=True)
class Field:
    """One of the four: its name, and where that stands."""

    words: str
    x: str
    y: str
    anchor: str


def quadrants(points: Sequence[Point], axes: tuple[str, str], asked: Asked) -> str:
    """HTML of the square; `axes` are the words for what an idea brings and for how easy it is."""
    section = Section(
        base=say("quadrants-base"),
        description=" ".join(_told(place, each) for place, each in enumerate(points, 1)),
        notes=[say("quadrants-note")],
        heads=[say("quadrants-number"), say("ranking-idea"), *axes, say("quadrants-field")],
        rows=[_cells(place, each) for place, each in enumerate(points, 1)],
    )
    facts = {
        "spots": _spots(points),
        "fields": _fields(),
        "upward": axes[0],
        "onward": axes[1],
        "left": at(LEFT),
        "width": at(WIDTH),
        "middle": at(LEFT + WIDTH / 2),
        "right": at(LEFT + WIDTH),
        "top": at(TOP),
        "tall": at(HEIGHT),
        "half": at(TOP + HEIGHT / 2),
        "foot": at(TOP + HEIGHT),
        "below": at(TOP + HEIGHT + 1.4),
    }
    return section.draw(asked, "quadrants", TOP + HEIGHT + BELOW, **facts)


def _spots(points: Sequence[Point]) -> list[Spot]:
    """Ideas of the same means share a spot: their numbers would cover each other."""
    found: dict[tuple[str, str], list[str]] = {}
    for place, each in enumerate(points, 1):
        x, y = at(LEFT + 3 + (WIDTH - 6) * each.ease / 100), _height(each.brings)
        found.setdefault((x, y), []).append(str(place))
    return [Spot(", ".join(numbers), x, y) for (x, y), numbers in found.items()]


def _height(brings: float) -> str:
    """Inside the frame by a letter."""
    return at(TOP + 1 + (HEIGHT - 2) * (1 - brings / 100))


def _fields() -> list[Field]:
    sides = ((at(LEFT + 1), "start"), (at(LEFT + WIDTH - 1), "end"))
    heights = (at(TOP + 1.4), at(TOP + HEIGHT - 0.6))
    places = ((x, y, anchor) for y in heights for x, anchor in sides)
    return [
        Field(say(f"quadrants-{name}"), x, y, anchor)
        for name, (x, y, anchor) in zip(FIELDS, places, strict=True)
    ]


def _cells(place: int, point: Point) -> list[str]:
    means = (number(point.brings), number(point.ease))
    return [str(place), point.title, *means, say(f"quadrants-{point.field}")]


def _told(place: int, point: Point) -> str:
    facts = {"number": place, "title": point.title, "field": say(f"quadrants-{point.field}")}
    return say("quadrants-told", facts)
