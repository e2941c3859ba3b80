"""A ranking tells how high each option was placed: its mean place and Borda's points."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from collector.analysis.ballots import Ballots, among
from collector.analysis.estimate import Estimate, estimated_mean
from collector.analysis.few import TooFew
from collector.analysis.histogram import Histogram


@dataclass(frozen=True)
class Standing:
    """How one option stands. `place` is its mean place, 1 being the best, `points` are Borda's.

    `placed` ballots name it, `first` of them on top; None where that would tell too much.
    """

    code: str
    place: Estimate
    points: float
    placed: int | None
    first: int | None


@dataclass(frozen=True)
class Ranking:
    """All options, the best first; those that stand alike in the order in which they were asked."""

    n: int
    standings: tuple[Standing, ...]


def rank(ballots: Ballots, options: Sequence[str]) -> Ranking | TooFew:
    """How the options stand by the ballots that name at least one of them.

    Of k options the one on place p gets k - p points: J.-C. de Borda (1784), "Mémoire sur les
    élections au scrutin", Histoire de l'Académie royale des sciences 1781, 657-665. What a ballot
    leaves out shares its last places, each option getting their mean: half a point from every other
    such option, as in a draw. A short ballot so weighs as much as a whole one.
    """
    known = among(ballots, options)
    if not known:
        return TooFew(0, 1)
    first = Counter[str]()
    placed = Counter[str]()
    for order, times in known.items():
        first[order[0]] += times
        placed.update(dict.fromkeys(order, times))
    last = len(options)
    standings = (
        Standing(
            code,
            estimated_mean(places, (1, last)),
            sum(times * (last - place) for place, times in places.items()),
            placed[code],
            first[code],
        )
        for code, places in _places(known, options).items()
    )
    return Ranking(known.total(), tuple(sorted(standings, key=lambda each: each.place.value)))


def _places(ballots: Ballots, options: Sequence[str]) -> dict[str, Histogram]:
    places = {code: Counter[float]() for code in options}
    for order, times in ballots.items():
        shared = (len(order) + 1 + len(options)) / 2
        at = dict(zip(order, range(1, len(order) + 1), strict=True))
        for code, histogram in places.items():
            histogram[at.get(code, shared)] += times
    return dict(places)
