"""A jury's scores become one score from 0 to 100 for each idea, and a place among all.

A mark is normalised: the worst step is 0, the best 100. A juror's score of an idea is the mean of
the marks by the criteria's weights; criteria that do not apply are left out, and so is weight 0.
An idea's score is the mean of its jurors'. Only whole scores count: not those that miss a
criterion, nor those of jurors with a conflict of interest.

This is the additive value model with fixed end points: R. L. Keeney and H. Raiffa, "Decisions with
Multiple Objectives" (1976), chapter 3.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from collector.analysis.merit import places
from collector.brief import Question, Scorecard
from collector.entries import Score
from collector.form.scorecard import missing, still

Weights = Mapping[str, float]
"""By criterion's id."""


@dataclass(frozen=True)
class Judged:
    """What the jury says of one idea; scores and means run from 0 to 100."""

    idea: str
    score: float | None
    """None while no whole score came in."""
    n: int = 0
    """The jurors whose scores count."""
    least: float | None = None
    most: float | None = None
    """The lowest and the highest score that a juror gave it."""
    means: Mapping[str, float] | None = None
    """By criterion, of those who found that it applies."""
    rank: int | None = None
    """1 for the best; equals share a place, and the next one is left free."""
    tied: bool = False
    """Whether another idea has the same place."""


def weights_of(card: Scorecard) -> dict[str, float]:
    """As the scorecard has them; those of 0 are left out."""
    return {each.id: each.weight for each in card.criteria if each.weight}


def normalised(criterion: Question, mark: int) -> float:
    """The mark from 0, the worst step, to 100, the best."""
    return 100 * (mark - criterion.low) / (criterion.high - criterion.low)


def marks_of(card: Scorecard, score: Score) -> dict[str, float] | None:
    """A whole score's marks, normalised; None for one that does not count."""
    if score.conflict or missing(card, score):
        return None
    values = still(card, score).values
    return {
        each.id: normalised(each, values[each.id]) for each in card.criteria if each.id in values
    }


def weighted(marks: Mapping[str, float], weights: Weights) -> float | None:
    """The mean of the marks by their weights; None where nothing that counts applies."""
    counting = {each: weights[each] for each in marks if weights.get(each)}
    total = sum(counting.values())
    return sum(marks[each] * weight for each, weight in counting.items()) / total if total else None


def judge(card: Scorecard, scores: Iterable[Score], ideas: Iterable[str]) -> tuple[Judged, ...]:
    """All ideas, the best first; those without a score last, in the order they came in."""
    marks = gathered(card, scores)
    found = [_judged(card, each, marks.get(each, ())) for each in ideas]
    return _ranked(found)


def gathered(card: Scorecard, scores: Iterable[Score]) -> dict[str, list[dict[str, float]]]:
    """By idea the marks of every score that counts."""
    by_idea: dict[str, list[dict[str, float]]] = {}
    for score in scores:
        marks = marks_of(card, score)
        if marks is not None:
            by_idea.setdefault(score.idea, []).append(marks)
    return by_idea


def told(score: float) -> float:
    """A score as finely as it is told. What is equal so is equal."""
    return round(score, 1)


def parted(judged: Iterable[Judged], picked: Collection[str]) -> list[str]:
    """The ideas that are equal to one that was picked, and were not."""
    found = list(judged)
    equal = {each.rank for each in found if each.idea in picked and each.tied}
    return [each.idea for each in found if each.rank in equal and each.idea not in picked]


def _judged(card: Scorecard, idea: str, marks: Sequence[Mapping[str, float]]) -> Judged:
    weights = weights_of(card)
    scores = [each for one in marks if (each := weighted(one, weights)) is not None]
    if not scores:
        return Judged(idea, None)
    return Judged(
        idea,
        told(sum(scores) / len(scores)),
        len(scores),
        told(min(scores)),
        told(max(scores)),
        _means(card, marks),
    )


def _means(card: Scorecard, marks: Sequence[Mapping[str, float]]) -> dict[str, float]:
    by_criterion = {
        each.id: [one[each.id] for one in marks if each.id in one] for each in card.criteria
    }
    return {name: sum(found) / len(found) for name, found in by_criterion.items() if found}


def _ranked(found: Sequence[Judged]) -> tuple[Judged, ...]:
    scores = {each.idea: each.score for each in found if each.score is not None}
    ranks, shared = places(scores), Counter(scores.values())
    ordered = sorted(found, key=lambda each: ranks.get(each.idea, len(found) + 1))
    return tuple(
        each
        if each.score is None
        else replace(each, rank=ranks[each.idea], tied=shared[each.score] > 1)
        for each in ordered
    )
