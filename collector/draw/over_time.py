"""Change over time, drawn: a row of columns for each kind, all to one measure, with a table.

Rye bread
        ▇ 9
▂ 2     █       ▅ 6
────────────────────
Cake
▇ 8     ▅ 5     ▁ 1
────────────────────
2 November      16 November
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from collector.analysis.over_time import OverTime, Period, Stretch
from collector.draw.histogram import Column, Mark, column
from collector.draw.section import LINE, Asked, Line, Section, at, label_lines
from collector.words import day, month, say

SHOWN = 13
"""Periods that have room on a phone; the table holds all."""
HEIGHT = 2.4
"""What the highest column takes."""
ABOVE = 1.2
"""Room for its number."""
NUMBER = 0.25
"""What lies between them."""
BELOW = 0.8
ROOM = 6
"""Periods from which on the first and the last can both be named below."""


@dataclass(frozen=True)
class Strip:
    """One kind: its label, its columns, and the line that they stand on."""

    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    ground: str


def over_time(told: OverTime, labels: Sequence[str], asked: Asked) -> str:
    """HTML of the last periods as columns, and of all as a table; the kinds in this order."""
    shown = told.periods[-SHOWN:]
    strips, height = _strips(shown, labels)
    section = Section(
        base=say(f"over-time-{told.stretch}", {"count": len(shown)}),
        description=" ".join(_told(label, shown) for label in labels),
        notes=[],
        heads=[say("over-time-theme"), *(_name(each, told.stretch) for each in told.periods)],
        rows=[
            [label, *(str(each.counts.get(label, 0)) for each in told.periods)] for label in labels
        ],
    )
    marks = list(_marks(shown, told.stretch))
    foot = at(height + 0.6)
    return section.draw(asked, "over_time", height + 1.2, strips=strips, marks=marks, foot=foot)


def _name(period: Period, stretch: Stretch) -> str:
    return day(period.begins) if stretch is Stretch.WEEK else month(period.begins)


def _told(label: str, shown: Sequence[Period]) -> str:
    counts = ", ".join(str(each.counts.get(label, 0)) for each in shown)
    return say("over-time-told", {"label": label, "counts": counts})


def _strips(shown: Sequence[Period], labels: Sequence[str]) -> tuple[list[Strip], float]:
    """One below the other, and how high they are together."""
    highest = max((each.counts.get(label, 0) for each in shown for label in labels), default=0)
    strips, y = [], 0.0
    for label in labels:
        lines = label_lines(label, y)
        ground = y + LINE * len(lines) + ABOVE + HEIGHT
        counts = [each.counts.get(label, 0) for each in shown]
        strips.append(Strip(lines, tuple(_columns(counts, ground, highest or 1)), at(ground)))
        y = ground + BELOW
    return strips, y


def _columns(counts: Sequence[int], ground: float, highest: int) -> Iterator[Column]:
    """Those in which anything came."""
    width = 100 / max(len(counts), ROOM)
    for place, count in enumerate(counts):
        if count:
            yield column(count, HEIGHT * count / highest, place, width, ground, NUMBER)


def _marks(shown: Sequence[Period], stretch: Stretch) -> Iterator[Mark]:
    yield Mark(_name(shown[0], stretch), "0", "start")
    if len(shown) >= ROOM:
        yield Mark(_name(shown[-1], stretch), "100", "end")
