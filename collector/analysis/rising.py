"""What ideas gain just now: votes weigh half as much for each day that has passed since.

A vote for an idea adds, one against it takes away. The weights fade exponentially, so that the
order of two ideas changes with a vote and not with the clock: G. Cormode, V. Shkapenyuk,
D. Srivastava and B. Xu (2009), "Forward decay: a practical time decay model for streaming systems",
ICDE, 138-149.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from collector.brief import VotingKind

HALF_LIFE = timedelta(days=1)
LONGEST = timedelta(days=7)
"""Older votes add nothing: that is what was liked, not what is rising."""

FAVOUR: Mapping[VotingKind, Mapping[str, float]] = {
    VotingKind.APPROVE: {"yes": 1},
    VotingKind.UPDOWN: {"up": 1, "down": -1},
    VotingKind.STARS: {"1": -1, "2": -0.5, "3": 0, "4": 0.5, "5": 1},
}
"""How far each value speaks for an idea, by kind."""


def rising(
    kind: VotingKind, votes: Iterable[tuple[str, str, str, int]], now: datetime
) -> dict[str, float]:
    """By idea what it gains, of those that gain. `votes` are idea, value, hour in ISO 8601,
    how many. Weights are told from the day's beginning: within a day nothing moves but by a vote.
    """
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    weights: dict[str, float] = {}
    gained: dict[str, float] = defaultdict(float)
    for idea, value, at, n in votes:
        if at not in weights:
            weights[at] = _weight(datetime.fromisoformat(at) - day)
        gained[idea] += n * FAVOUR[kind][value] * weights[at]
    return {idea: gain for idea, gain in gained.items() if gain > 0}


def _weight(since: timedelta) -> float:
    return 2 ** (since / HALF_LIFE) if -since < LONGEST else 0.0
