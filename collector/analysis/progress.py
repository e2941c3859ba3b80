"""Progress: how far what was measured has come on its way from a baseline to a target.

    value                             target ─ ─ ─ ─ ─ ─●
      │                         ● ╱
      │            ●    ╱                 the straight line says
      │  ●╱   ●                           how far it should be
      └──┴────────────────────────────┴─ day
       since                        until

It is on track where the last measurement has come as far as the straight line on that day. Of a few
measurements that is not said: one good week is no progress.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from collector.brief import Measure

ENOUGH = 3
"""Measurements from which on it is said whether it is on track."""

NEARLY = 1e-9
"""What two shares may differ by and be the same."""


class Pace(StrEnum):
    """What the last measurement says."""

    NONE = "none"
    """Nothing was measured yet."""
    FEW = "few"
    """Too little was measured to say more than how far it has come."""
    ON_TRACK = "on track"
    BEHIND = "behind"
    REACHED = "reached"
    MISSED = "missed"
    """The day is over, and the target was not reached as far as was measured."""

    @property
    def code(self) -> str:
        """As sentences are called."""
        return self.value.replace(" ", "-")


@dataclass(frozen=True)
class Point:
    """What was measured on a day."""

    day: date
    value: float


@dataclass(frozen=True)
class Progress:
    """How far it has come. Shares are of the way from the baseline, 0, to the target, 1; below 0
    it went the wrong way. Both are None while nothing was measured.
    """

    points: tuple[Point, ...]
    """The earliest first."""
    since: date
    """The day on which the straight line leaves the baseline."""
    share: float | None
    """Of the last measurement that counts."""
    expected: float | None
    """What the straight line says of that day."""
    pace: Pace

    @property
    def last(self) -> Point | None:
        """The newest, whether it counts or came too late."""
        return self.points[-1] if self.points else None


def progress(
    measure: Measure, points: Iterable[Point], begins: date | None, today: date
) -> Progress:
    """How far it has come by `today`; what was measured after the target's day doesn't count.

    The straight line begins on the day that the measure says, else on the day on which the
    challenge `begins`, else with the first measurement.
    """
    known = tuple(sorted(points, key=lambda each: each.day))
    since = measure.since or begins or (known[0].day if known else today)
    timely = [each for each in known if each.day <= measure.until]
    if not timely:
        return Progress(known, since, None, None, Pace.NONE)
    last = timely[-1]
    share = share_of_way(measure, last.value)
    expected = on_the_line(measure, since, last.day)
    pace = _pace(share, expected, len(timely), over=today > measure.until)
    return Progress(known, since, share, expected, pace)


def share_of_way(measure: Measure, value: float) -> float:
    """0 at the baseline, 1 at the target."""
    return (value - measure.baseline) / (measure.target - measure.baseline)


def on_the_line(measure: Measure, since: date, day: date) -> float:
    """The share of the way that the straight line has come on a day."""
    whole = (measure.until - since).days
    gone = (day - since).days
    if whole <= 0:
        return 1.0 if day >= measure.until else 0.0
    return min(1.0, max(0.0, gone / whole))


def _pace(share: float, expected: float, n: int, *, over: bool) -> Pace:
    if share >= 1 - NEARLY:
        return Pace.REACHED
    if over:
        return Pace.MISSED
    if n < ENOUGH:
        return Pace.FEW
    return Pace.ON_TRACK if share >= expected - NEARLY else Pace.BEHIND
