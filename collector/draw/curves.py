"""The curves of a strategy canvas, drawn: what each offers of a factor, from little to much.

Factors stand one below the other, so that the names fit a phone; each curve runs down the page and
has a sign of its own, so that nobody needs to tell colours apart.

    Price
    ├──■──────────●───────┤
    Freshness       ╲
    ├────────■─────────●──┤
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from collector.draw.numbers import number
from collector.draw.section import LINE, Asked, Line, Section, at, label_lines
from collector.models import Curve, Curves
from collector.words import say

SIGNS = ("●", "□", "▲", "◇", "■", "△")
DASHES = ("", ".5 .3", ".15 .25", ".8 .2 .15 .2", "1 .4", ".3 .1")
"""What tells the curves apart, in their order; dashes in letters."""
LETTER = 17.0
"""A letter's height in pixels, for dashes, which know no other unit in every browser."""
LEFT, WIDTH, TOP = 3.0, 94.0, 10.0
"""Percent of the chart's width where 0 is, and up to where TOP is."""
TRACK = 0.8
"""What lies between a factor's name and its track, in height."""
GAP = 1.1


@dataclass(frozen=True)
class Track:
    """One factor: the lines of its name, and where its track is."""

    lines: tuple[Line, ...]
    y: str


@dataclass(frozen=True)
class Mark:
    """One value of a curve."""

    x: str
    y: str


@dataclass(frozen=True)
class Drawn:
    """One curve: its name, its sign, its marks from above, the lines between them."""

    label: str
    sign: str
    dashes: str
    marks: tuple[Mark, ...]

    @property
    def lines(self) -> Iterator[tuple[Mark, Mark]]:
        return zip(self.marks, self.marks[1:], strict=False)


def curves(told: Curves, asked: Asked) -> str:
    """HTML of the curves and of their table, every text escaped."""
    tracks, ways, height = _tracks(told.factors)
    section = Section(
        base=say("curves-base"),
        description=" ".join(_told(told.factors, each) for each in told.curves),
        notes=[],
        heads=[say("curves-factor"), *(each.label for each in told.curves)],
        rows=[
            [factor, *(number(each.values[row], 2) for each in told.curves)]
            for row, factor in enumerate(told.factors)
        ],
    )
    drawn = [_drawn(place, each, ways) for place, each in enumerate(told.curves)]
    facts = {"tracks": tracks, "curves": drawn, "left": at(LEFT), "right": at(LEFT + WIDTH)}
    return section.draw(asked, "curves", height, **facts)


def _tracks(factors: Sequence[str]) -> tuple[list[Track], list[float], float]:
    tracks: list[Track] = []
    ways: list[float] = []
    y = 0.0
    for factor in factors:
        lines = label_lines(factor, y)
        y += LINE * len(lines) + TRACK
        ways.append(y)
        tracks.append(Track(lines, at(y)))
        y += GAP
    return tracks, ways, y


def _drawn(place: int, curve: Curve, ways: Sequence[float]) -> Drawn:
    marks = (
        Mark(at(LEFT + WIDTH * value / TOP), at(y))
        for value, y in zip(curve.values, ways, strict=True)
    )
    dashes = " ".join(at(LETTER * float(each)) for each in DASHES[place].split())
    return Drawn(curve.label, SIGNS[place], dashes, tuple(marks))


def _told(factors: Sequence[str], curve: Curve) -> str:
    pairs = zip(factors, curve.values, strict=True)
    values = ", ".join(
        say("curves-value-of", {"factor": factor, "value": number(value, 2)})
        for factor, value in pairs
    )
    return say("curves-told", {"label": curve.label, "values": values})
