"""How much the ranking hangs on the weights: how often an idea stays in the top when they move.

Each weight is drawn anew from within 20 % of what the scorecard says, many times over, evenly and
apart from the others: the simulation of J. Butler, J. Jia and J. Dyer, "Simulation techniques for
the sensitivity analysis of multi-criteria decision models", European Journal of Operational
Research 103 (1997), with weights that stay near the given ones. The seed is fixed, so that a page
says the same each time it is opened.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import mul
from random import Random

from collector.analysis.scoring import Weights, told

MOVED = 0.2
DRAWS = 1000
SEED = 20

Applying = tuple[str, ...]
"""Criteria that apply, in the order of the weights."""


@dataclass(frozen=True)
class _Alike:
    """Scores of an idea to which the same criteria apply: the sums of their marks."""

    applying: Applying
    n: int
    sums: tuple[float, ...]


def in_the_top(
    marks: Mapping[str, Sequence[Mapping[str, float]]],
    weights: Weights,
    top: int,
    *,
    draws: int = DRAWS,
) -> dict[str, float]:
    """By idea in what part of the draws it stands among the first `top`; equals all do.

    `marks` are as `scoring.gathered` gives them.
    """
    random = Random(SEED)  # noqa: S311  # a simulation, no secret
    alike = {idea: found for idea, each in marks.items() if (found := _alike(each, weights))}
    stayed = dict.fromkeys(alike, 0)
    contenders = _contenders(alike, weights, top)
    kinds = {each.applying for several in contenders.values() for each in several}
    for _ in range(draws):
        moved = {
            name: each * random.uniform(1 - MOVED, 1 + MOVED) for name, each in weights.items()
        }
        parts = {kind: _parts(kind, moved) for kind in kinds}
        for idea in _top({idea: _score(each, parts) for idea, each in contenders.items()}, top):
            stayed[idea] += 1
    return {idea: count / draws for idea, count in stayed.items()}


def _contenders(
    alike: Mapping[str, Sequence[_Alike]], weights: Weights, top: int
) -> dict[str, Sequence[_Alike]]:
    """Those that may come into the top at all: for hundreds of others no draw is needed."""
    reach = {idea: _reach(each, weights) for idea, each in alike.items()}
    sure = nlargest(top, (lowest for lowest, _ in reach.values()))
    limit = sure[-1] if len(sure) == top else 0
    return {idea: each for idea, each in alike.items() if told(reach[idea][1]) >= told(limit)}


def _reach(alike: Sequence[_Alike], weights: Weights) -> tuple[float, float]:
    """The lowest and the highest score that moved weights can give."""
    ends = [_ends(each, weights) for each in alike]
    n = sum(each.n for each in alike)
    return sum(low for low, _ in ends) / n, sum(high for _, high in ends) / n


def _ends(alike: _Alike, weights: Weights) -> tuple[float, float]:
    """A weighted mean is highest where all marks above some point weigh most, all others least."""
    marks = sorted(zip(alike.sums, (weights[name] for name in alike.applying), strict=True))
    low, high = 1 - MOVED, 1 + MOVED
    cuts = range(len(marks) + 1)
    means = [_mean(marks, cut, *sides) for sides in ((low, high), (high, low)) for cut in cuts]
    return min(means), max(means)


def _mean(marks: Sequence[tuple[float, float]], cut: int, below: float, above: float) -> float:
    moved = [
        (mark, weight * (below if place < cut else above))
        for place, (mark, weight) in enumerate(marks)
    ]
    return sum(mark * weight for mark, weight in moved) / sum(weight for _, weight in moved)


def _top(scores: Mapping[str, float], top: int) -> list[str]:
    if not scores or top < 1:
        return []
    limit = nlargest(top, scores.values())[-1]
    return [idea for idea, score in scores.items() if score >= limit]


def _parts(applying: Applying, weights: Weights) -> tuple[float, ...]:
    """What part of a score each of these criteria makes up."""
    total = sum(weights[name] for name in applying)
    return tuple(weights[name] / total for name in applying)


def _score(alike: Sequence[_Alike], parts: Mapping[Applying, Sequence[float]]) -> float:
    """The mean of all scores, those alike at once; as finely as scores are told."""
    total = sum(sum(map(mul, each.sums, parts[each.applying])) for each in alike)
    return told(total / sum(each.n for each in alike))


def _alike(marks: Sequence[Mapping[str, float]], weights: Weights) -> list[_Alike]:
    groups: dict[Applying, list[Mapping[str, float]]] = {}
    for each in marks:
        if applying := tuple(name for name in weights if name in each):
            groups.setdefault(applying, []).append(each)
    return [
        _Alike(applying, len(group), tuple(sum(each[name] for each in group) for name in applying))
        for applying, group in groups.items()
    ]
