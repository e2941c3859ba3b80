"""Numbers, drawn as a histogram: how many lie in each class.

      ▇ 9
  ▇ 6 █
  █   █   ▅ 4
──────────────
0    20  40  60
"""

from collections.abc import Iterator
from dataclasses import dataclass

from collector.analysis import Bin, Bins, Description, row
from collector.draw.bars import cells, described, draw_bars, heads, place_bars, told
from collector.draw.lines import WIDTH as LETTERS
from collector.draw.lines import letters
from collector.draw.numbers import number
from collector.draw.section import Asked, Section, at, base
from collector.words import say

HEIGHT = 9.0
"""What the highest column takes in height; its number stands above."""

TOP = 1.4

GAP = 0.12
"""How much of a class's width stays free between two columns."""


@dataclass(frozen=True)
class Column:
    """Where one class is drawn: percents across, letter heights down."""

    count: int
    x: str
    width: str
    middle: str
    top: str
    height: str
    above: str


@dataclass(frozen=True)
class Mark:
    """A number below the line; `anchor` says which side of it stands at `x`."""

    text: str
    x: str
    anchor: str


def histogram(
    bins: Bins, asked: Asked, description: Description | None = None, unit: str = ""
) -> str:
    """HTML of the classes, with what describes all numbers where that is given."""
    labels = [(_label(each, bins, unit), each.count) for each in bins.bins]
    rows = [row(label, label, count, bins.n) for label, count in labels]
    section = Section(
        base=base(bins.n),
        description=" ".join(told(each, bins.n) for each in rows),
        notes=_notes(description, unit),
        heads=heads(),
        rows=[cells(each) for each in rows],
    )
    if not bins.even:  # columns would have to be of different widths
        return draw_bars(asked, section, *place_bars(rows))
    return section.draw(
        asked,
        "histogram",
        TOP + HEIGHT + 1.6,
        columns=list(_columns(bins)),
        marks=list(_marks(bins)),
        ground=at(TOP + HEIGHT),
        foot=at(TOP + HEIGHT + 1.2),
    )


def _columns(bins: Bins) -> Iterator[Column]:
    width = 100 / len(bins.bins)
    highest = max(each.count for each in bins.bins)
    for place, each in enumerate(bins.bins):
        yield column(each.count, HEIGHT * each.count / highest, place, width)


def column(
    count: int,
    height: float,
    place: int,
    width: float,
    ground: float = TOP + HEIGHT,
    above: float = 0.35,
) -> Column:
    """A column of this height, the `place`th on its ground, each with so much `width` to itself;
    its number stands that much `above` it.
    """
    return Column(
        count=count,
        x=at(width * (place + GAP / 2)),
        width=at(width * (1 - GAP)),
        middle=at(width * (place + 0.5)),
        top=at(ground - height),
        height=at(height),
        above=at(ground - height - above),
    )


def _marks(bins: Bins) -> Iterator[Mark]:
    """The classes' own numbers, or where one ends and the next begins; only what has room."""
    width = 100 / len(bins.bins)
    if bins.single:
        places = [(each.low, place + 0.5) for place, each in enumerate(bins.bins)]
    else:
        places = [(each.low, float(place)) for place, each in enumerate(bins.bins)]
        places.append((bins.bins[-1].high, float(len(bins.bins))))
    known = [(number(value, 2), place) for value, place in places if value is not None]
    widest = max((letters(text) for text, _ in known), default=0) + 1
    every = -(-widest * len(bins.bins) // LETTERS)
    for nth, (text, place) in enumerate(known):
        if nth % every == 0:
            anchor = "start" if place == 0 else "end" if place == len(bins.bins) else "middle"
            yield Mark(text, at(place * width), anchor)


def _label(each: Bin, bins: Bins, unit: str) -> str:
    low, high = each.low, each.high
    if low is None and high is None:
        return say("histogram-all")
    if low is None:
        return say("histogram-under", {"high": _measured(high, unit)})
    if high is None:
        return say("histogram-from", {"low": _measured(low, unit)})
    if bins.single:
        return _measured(low, unit)
    last = high - 1 if bins.whole else high
    reason = "histogram-range" if bins.whole else "histogram-part"
    return say(reason, {"low": number(low, 2), "high": _measured(last, unit)})


def _measured(value: float | None, unit: str) -> str:
    text = number(value or 0, 2)
    return say("histogram-unit", {"number": text, "unit": unit}) if unit else text


def _notes(description: Description | None, unit: str) -> list[str]:
    if description is None:
        return []
    return [*described(description), *([say("histogram-in", {"unit": unit})] if unit else [])]
