"""Figures: all numbers of a form's result as the lines of one table, as its page shows them.

    question  line   code  answer  measure  value  low   high  n
    when             7-10  7–10    count    12                 40
    when             7-10  7–10    share    0.3    0.18  0.45  40
    likert    staff                mean     3.4    3.1   3.7   40

A count that is hidden has a line without a value.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeAlias

from collector.analysis import (
    Bins,
    Description,
    Estimate,
    Hidden,
    Matrix,
    QuestionResult,
    Ranking,
    Row,
    Share,
    Sharing,
    TrialResult,
    row,
)
from collector.published.data import FormResult

Cell: TypeAlias = str | float | None


@dataclass(frozen=True)
class Figure:
    """One number with the ends of its 95 % interval, and of how many answers it is made."""

    form: str
    question: str
    line: str
    code: str
    answer: str
    measure: str
    value: float | None
    low: float | None = None
    high: float | None = None
    n: int | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(vars(self).values())


HEADER = tuple(each.name for each in fields(Figure))


def figures(results: Mapping[str, FormResult]) -> Iterator[Figure]:
    """Those of all forms, by name."""
    for name, result in results.items():
        yield Figure(name, "", "", "", "", "responses", result.n)
        yield Figure(name, "", "", "", "", "apart", result.apart)
        for question in result.questions:
            yield from _question(Figure(name, question.id, "", "", "", "", None), question)
        if result.trial:
            yield from _trial(
                Figure(name, result.trial.question, "", "", "", "", None), result.trial
            )


def _question(blank: Figure, result: QuestionResult) -> Iterator[Figure]:
    yield replace(blank, measure="asked", value=None if result.is_untold else result.asked)
    yield replace(blank, measure="answered", value=None if result.is_untold else result.n)
    yield from _rows(replace(blank, n=result.n), result.rows, result.hidden)
    described = replace(blank, n=result.n)
    if result.description is not None:
        yield from _description(described, result.description)
    if result.score is not None:
        score = result.score
        yield replace(described, measure="score", value=score.value, low=score.low, high=score.high)
    if result.bins is not None:
        yield from _bins(described, result.bins)
    if result.matrix is not None:
        yield from _matrix(blank, result.matrix)
    if result.ranking is not None:
        yield from _ranking(described, result.ranking, result.labels)
    if result.sharing is not None:
        yield from _sharing(described, result.sharing, result.labels)


def _rows(blank: Figure, rows: Iterable[Row], hidden: Iterable[Hidden]) -> Iterator[Figure]:
    for each in rows:
        about = replace(blank, code=each.code, answer=each.label)
        yield replace(about, measure="count", value=each.count)
        yield replace(about, measure="share", value=each.share, low=each.low, high=each.high)
    for one in hidden:
        yield replace(blank, code=one.code, answer=one.label, measure="count")


def _trial(blank: Figure, told: TrialResult) -> Iterator[Figure]:
    """The line is the variant."""
    yield replace(blank, measure="planned", value=told.planned)
    for arm in told.arms:
        about = replace(blank, line=arm.code)
        yield replace(about, measure="dealt", value=arm.dealt)
        yield replace(about, measure="answered", value=arm.answered)
        yield replace(about, measure="goal", value=arm.count, n=arm.answered)
    for each in told.contrasts:
        found = each.difference
        about = replace(blank, line=each.code, low=found.low, high=found.high)
        yield replace(about, measure="difference", value=found.value)
        yield replace(blank, line=each.code, measure="p", value=each.adjusted)


def _estimate(blank: Figure, measure: str, told: Estimate) -> Figure:
    return replace(blank, measure=measure, value=told.value, low=told.low, high=told.high)


def _description(blank: Figure, told: Description) -> Iterator[Figure]:
    yield _estimate(blank, "mean", told.mean)
    yield _estimate(blank, "median", told.median)
    for name, part in (("top-two", told.top), ("bottom-two", told.bottom)):
        if part is not None:
            yield _share(blank, name, part)


def _share(blank: Figure, measure: str, told: Share) -> Figure:
    return replace(blank, measure=measure, value=told.share, low=told.low, high=told.high)


def _bins(blank: Figure, told: Bins) -> Iterator[Figure]:
    """The code of a class is where it begins and where the next one does."""
    for each in told.bins:
        code = "..".join("" if end is None else f"{end:g}" for end in (each.low, each.high))
        yield from _rows(blank, [row(code, "", each.count, told.n)], ())


def _matrix(blank: Figure, told: Matrix) -> Iterator[Figure]:
    for line in told.rows:
        about = replace(blank, line=line.code)
        yield replace(about, measure="answered", value=line.n)
        yield from _rows(replace(about, n=line.n), line.rows, line.hidden)
        if line.mean is not None:
            yield _estimate(replace(about, n=line.n), "mean", line.mean)


def _ranking(blank: Figure, told: Ranking, labels: Mapping[str, str]) -> Iterator[Figure]:
    for each in told.standings:
        about = replace(blank, code=each.code, answer=labels.get(each.code, each.code))
        yield _estimate(about, "place", each.place)
        yield replace(about, measure="points", value=each.points)
        yield replace(about, measure="first", value=each.first)
        yield replace(about, measure="placed", value=each.placed)


def _sharing(blank: Figure, told: Sharing, labels: Mapping[str, str]) -> Iterator[Figure]:
    for each in told.portions:
        about = replace(blank, code=each.code, answer=labels.get(each.code, each.code))
        yield _estimate(about, "mean", each.mean)
        yield replace(about, measure="share", value=each.share)
        yield replace(about, measure="givers", value=each.givers)
