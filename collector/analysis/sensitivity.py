"""How much the ranking hangs on the weights: how often an idea stays in the top when they move.

Each weight is drawn anew from within 20 % of what the scorecard says, many times over, evenly and
apart from the others: the simulation of J. Butler, J. Jia and J. Dyer, "Simulation techniques for
the sensitivity analysis of multi-criteria decision models", European Journal of Operational
Research 103 (1997), with weights that stay near the given ones. The seed is fixed, so that a page
says the same each time it is opened.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from collector.analysis.scoring import Weights, told

MOVED = 0.2
DRAWS = 1000
SEED = 20


@dataclass(frozen=True)
class _Alike:
    """Scores of an idea to which the same criteria apply: how many, and the sums of their marks."""

    n: int
    sums: Mapping[str, float]


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
    alike = {idea: _alike(each, weights) for idea, each in marks.items()}
    stayed = dict.fromkeys((idea for idea, each in alike.items() if each), 0)
    for _ in range(draws):
        moved = {
            name: each * random.uniform(1 - MOVED, 1 + MOVED) for name, each in weights.items()
        }
        for idea in _top({idea: _score(alike[idea], moved) for idea in stayed}, top):
            stayed[idea] += 1
    return {idea: count / draws for idea, count in stayed.items()}


def _top(scores: Mapping[str, float], top: int) -> list[str]:
    if not scores or top < 1:
        return []
    limit = sorted(scores.values(), reverse=True)[min(top, len(scores)) - 1]
    return [idea for idea, score in scores.items() if score >= limit]


def _score(alike: Sequence[_Alike], weights: Weights) -> float:
    """The mean of all scores, those alike at once; as finely as scores are told."""
    total = sum(
        sum(each.sums[name] * weights[name] for name in each.sums)
        / sum(weights[name] for name in each.sums)
        for each in alike
    )
    return told(total / sum(each.n for each in alike))


def _alike(marks: Sequence[Mapping[str, float]], weights: Weights) -> list[_Alike]:
    groups: dict[frozenset[str], list[Mapping[str, float]]] = {}
    for each in marks:
        applies = frozenset(each.keys() & weights.keys())
        if applies:
            groups.setdefault(applies, []).append(each)
    return [
        _Alike(len(group), {name: sum(each[name] for each in group) for name in sorted(applies)})
        for applies, group in groups.items()
    ]
