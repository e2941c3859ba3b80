"""A ranking, drawn: where each option stands between the first place and the last.

Rye bread
────├──●──┤──────────────   1.8
Oat bread
──────────────├──●──┤────   3.4
1                       5
"""

from collections.abc import Mapping
from dataclasses import dataclass

from collector.analysis import Estimate, Ranking, Standing
from collector.draw.bars import VALUE, WIDTH
from collector.draw.numbers import ends, estimated, number
from collector.draw.section import LINE, Asked, Line, Section, at, base, label_lines
from collector.words import say

RANK = 1.8
"""What an option takes in height below its label."""

EDGE = 1.5
"""Percent at both ends of the line that the dots need."""


@dataclass(frozen=True)
class Rank:
    """Where the parts of one option are drawn: percents across, letter heights down."""

    lines: tuple[Line, ...]
    value: str
    place: str
    low: str | None
    high: str | None
    track: str
    cap: str
    middle: str
    foot: str
    base: str


def ranks(ranking: Ranking, labels: Mapping[str, str], asked: Asked) -> str:
    """HTML of the ranking; `labels` are the options' by code."""
    standings, last = ranking.standings, len(ranking.standings)
    drawn: list[Rank] = []
    y = 0.0
    for each in standings:
        lines = label_lines(labels.get(each.code, each.code), y)
        y += LINE * len(lines)
        drawn.append(_rank(each.place, lines, y, last))
        y += RANK
    section = Section(
        base=base(ranking.n),
        description=" ".join(_told(each, labels) for each in standings),
        notes=_notes(ranking),
        heads=_heads(),
        rows=[_cells(each, labels) for each in standings],
    )
    facts = {"width": at(WIDTH), "value_at": at(VALUE), "foot": at(y + 0.8), "last": last}
    return section.draw(asked, "ranks", y + 1.3, ranks=drawn, **facts)


def _rank(place: Estimate, lines: tuple[Line, ...], y: float, last: int) -> Rank:
    return Rank(
        lines=lines,
        value=number(place.value, 2),
        place=_across(place.value, last),
        low=None if place.low is None else _across(place.low, last),
        high=None if place.high is None else _across(place.high, last),
        track=at(y + 0.65),
        cap=at(y + 0.42),
        middle=at(y + 0.7),
        foot=at(y + 0.98),
        base=at(y + 1.0),
    )


def _across(place: float, last: int) -> str:
    return at(EDGE + (place - 1) / max(last - 1, 1) * (WIDTH - 2 * EDGE))


def _told(standing: Standing, labels: Mapping[str, str]) -> str:
    label = labels.get(standing.code, standing.code)
    return estimated("ranks-told", standing.place, 2, label=label)


def _notes(ranking: Ranking) -> list[str]:
    notes = [say("ranks-first", {"last": len(ranking.standings)})]
    if any(each.placed is None or each.placed < ranking.n for each in ranking.standings):
        notes.append(say("ranks-left-out"))
    if any(each.place.low is not None for each in ranking.standings):
        notes.append(say("ranks-interval"))
    return [*notes, say("ranks-points-explained")]


def _heads() -> list[str]:
    reasons = ("result-option", "ranks-place", "result-interval-head", "ranks-points")
    return [say(reason) for reason in (*reasons, "ranks-tops", "ranks-placed")]


def _cells(standing: Standing, labels: Mapping[str, str]) -> list[str]:
    return [
        labels.get(standing.code, standing.code),
        number(standing.place.value, 2),
        ends(standing.place, 2),
        number(standing.points),
        _count(standing.first),
        _count(standing.placed),
    ]


def _count(count: int | None) -> str:
    return say("groups-hidden") if count is None else str(count)
