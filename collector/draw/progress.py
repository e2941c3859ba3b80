"""Progress towards a target: what was measured, beside the straight line that would reach it.

                       ○ 40 the target
120 ●╌╌╌              ╌╌
     ╲  ╌╌╌╌      ╌╌╌╌
      ●──●  ╌╌╌╌╌╌
──────────────────────────
1 September 2026   30 June 2027
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from collector.analysis.progress import ENOUGH, Pace, Point, Progress, share_of_way
from collector.brief import Measure
from collector.draw.numbers import number, percent
from collector.draw.section import Asked, Section, at
from collector.words import day, say

TOP, HEIGHT, FOOT = 1.8, 10.0, 3.4
"""Letters of height above the highest value, for all values, and for the days below."""
LEFT, WIDTH = 2.0, 96.0
"""Percent of the chart's width where the first day is, and how far it is to the last."""
DIGITS = 6
"""Decimals that a value may have."""
ABOVE, BELOW = -0.7, 1.4
"""Where a word stands beside its point, in height."""


@dataclass(frozen=True)
class Mark:
    """A place in the chart, and what is written there; `anchor` says which side of it."""

    x: str
    y: str
    text: str = ""
    anchor: str = "middle"


@dataclass(frozen=True)
class Scale:
    """Where days and values lie."""

    first: date
    last: date
    low: float
    high: float

    def mark(self, when: date, value: float) -> Mark:
        """The place of a value on a day."""
        days = (self.last - self.first).days or 1
        x = LEFT + WIDTH * (when - self.first).days / days
        share = (self.high - value) / (self.high - self.low)
        return Mark(at(x), at(TOP + HEIGHT * share))


def progress(measure: Measure, told: Progress, asked: Asked) -> str:
    """HTML of how far it has come, with the same as a table, the newest first."""
    section = Section(
        base=f"{_way(measure)} {pace(measure, told)}",
        description=_described(measure, told.points),
        notes=[say("progress-note")] if told.points else [],
        heads=[say("progress-day"), say("progress-value"), say("progress-share")],
        rows=[_row(measure, each) for each in reversed(told.points)],
    )
    scale = _scale(measure, told)
    return section.draw(
        asked,
        "progress",
        TOP + HEIGHT + FOOT,
        line=(
            scale.mark(told.since, measure.baseline),
            scale.mark(measure.until, measure.target),
        ),
        points=[scale.mark(each.day, each.value) for each in told.points],
        texts=list(_texts(measure, told, scale)),
        ground=at(TOP + HEIGHT + 1.6),
        left=at(LEFT),
        right=at(LEFT + WIDTH),
    )


def aim(measure: Measure) -> str:
    """`Kg of plastic a month: from 120 to 40, by 30 June 2027.`"""
    return say("progress-aim", _ends(measure) | {"metric": measure.metric})


def _way(measure: Measure) -> str:
    """`From 120 to 40, by 30 June 2027.`"""
    return say("progress-way", _ends(measure))


def _ends(measure: Measure) -> dict[str, object]:
    return {
        "baseline": value(measure.baseline, measure),
        "target": value(measure.target, measure),
        "until": day(measure.until),
    }


def pace(measure: Measure, told: Progress) -> str:
    """What the last measurement says, in a sentence or two."""
    known = [each for each in told.points if each.day <= measure.until]
    if told.share is None or told.expected is None or not known:
        return say("progress-none")
    facts = {
        "value": value(known[-1].value, measure),
        "day": day(known[-1].day),
        "share": percent(told.share),
        "expected": percent(told.expected),
        "enough": ENOUGH,
    }
    came = say("progress-back" if told.share < 0 else "progress-came", facts)
    return f"{came} {say(f'progress-{told.pace.code}', facts)}"


def pace_in_short(told: Progress) -> str:
    """`38 %, behind`; for lists."""
    if told.share is not None and told.pace is Pace.FEW:
        return percent(told.share)
    name = say(f"progress-short-{told.pace.code}")
    if told.share is None:
        return name
    return say("progress-short", {"share": percent(told.share), "pace": name})


def value(number_of: float, measure: Measure) -> str:
    """A value with its unit."""
    text = number(number_of, DIGITS)
    return f"{text}\N{NO-BREAK SPACE}{measure.unit}" if measure.unit else text


def _row(measure: Measure, point: Point) -> list[str]:
    share = percent(share_of_way(measure, point.value))
    return [day(point.day), value(point.value, measure), share]


def _described(measure: Measure, points: Sequence[Point]) -> str:
    """The first and the last; the table has all of them."""
    ends = points if len(points) < 2 else (points[0], points[-1])
    told = (
        say("progress-told", {"day": day(each.day), "value": value(each.value, measure)})
        for each in ends
    )
    return " ".join([aim(measure), *told])


def _scale(measure: Measure, told: Progress) -> Scale:
    days = [told.since, measure.until, *(each.day for each in told.points)]
    values = [measure.baseline, measure.target, *(each.value for each in told.points)]
    return Scale(min(days), max(days), min(values), max(values))


def _texts(measure: Measure, told: Progress, scale: Scale) -> Iterator[Mark]:
    """Baseline and target outside of the way between them, and the last value."""
    ends = (
        (told.since, measure.baseline, BELOW if measure.rising else ABOVE, "start"),
        (measure.until, measure.target, ABOVE if measure.rising else BELOW, "end"),
    )
    for when, height, beside, anchor in ends:
        yield _text(scale.mark(when, height), value(height, measure), beside, anchor)
    foot = at(TOP + HEIGHT + FOOT - 0.4)
    yield Mark(at(LEFT), foot, day(scale.first), "start")
    yield Mark(at(LEFT + WIDTH), foot, day(scale.last), "end")


def _text(mark: Mark, text: str, beside: float, anchor: str) -> Mark:
    return Mark(mark.x, at(float(mark.y) + beside), text, anchor)
