"""A cover is what of a survey's counts is not told, so that nobody can be told apart.

    rye 14  oat 9  nut 3    ─►  rye 14; oat and nut hidden, 12 in all
    1: 2  2: 4  3: 9  4: 20 ─►  1 to 2: 6   3: 9   4: 20

What is made of a hidden count, as a mean, is hidden with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from collector.analysis.bins import joined
from collector.analysis.estimate import Estimate
from collector.analysis.few import LEAST
from collector.analysis.interval import net_promoter_score
from collector.analysis.matrix import Matrix, MatrixRow
from collector.analysis.ranking import Ranking
from collector.analysis.result import STEPPED, QuestionResult
from collector.analysis.row import Hidden, Row, row
from collector.analysis.sharing import Sharing
from collector.brief import Shape
from collector.words import say

JOINED = ".."
"""Stands between the first and the last code of steps that are told together."""

GROUPS = ((0, 6), (7, 8), (9, 10))
"""The steps of detractors, passives and promoters."""


def covered(result: QuestionResult) -> QuestionResult:
    """The result without what would tell a count under five. What is covered stays as it is."""
    if result.shape in STEPPED:
        return _steps(result)
    told = _rows(result.rows, result.n, result.shape is Shape.SEVERAL)
    if result.rows and not told.rows:
        return replace(result, rows=(), hidden=(), held_back=True)
    return replace(
        result,
        rows=told.rows,
        hidden=(*told.hidden, *result.hidden),
        bins=result.bins and joined(result.bins, LEAST),
        matrix=result.matrix and _matrix(result.matrix, result.shape is Shape.MATRIX_SEVERAL),
        ranking=result.ranking and _ranking(result.ranking),
        sharing=result.sharing and _sharing(result.sharing),
    )


@dataclass(frozen=True)
class _Told:
    rows: tuple[Row, ...]
    hidden: tuple[Hidden, ...]


def _rows(rows: Sequence[Row], n: int, overlapping: bool) -> _Told:
    """The rows that can be told: a hidden one could still be anything from 0 to 4.

    `overlapping`: one person may be in several rows, or in none.
    """
    told = [each for each in rows if each.count >= LEAST]
    gone = len(rows) - len(told)
    while told and gone and _gives_away(told, gone, n, overlapping):
        told.remove(min(told, key=lambda each: each.count))
        gone += 1
    hidden = (Hidden(each.code, each.label) for each in rows if each not in told)
    return _Told(tuple(told), tuple(hidden))


def _gives_away(told: Sequence[Row], gone: int, n: int, overlapping: bool) -> bool:
    left = n - sum(each.count for each in told)
    if overlapping:
        return gone == 1 and left > 0
    return gone == 1 or left < LEAST - 1


def _steps(result: QuestionResult) -> QuestionResult:
    """A scale's small steps are joined with their neighbours; a score is told of its groups."""
    if all(each.count >= LEAST for each in result.rows):
        return result  # nothing to cover, or covered and held back before
    groups = _groups(result) if result.score is not None else []
    if groups and all(each.count >= LEAST for each in groups):
        low, middle, high = (each.count for each in groups)
        score = net_promoter_score(high, middle, low)
        return replace(result, rows=tuple(groups), score=score, numbers=None, description=None)
    rows = tuple(_neighbours(result))
    said = len(rows) > 1
    bare = replace(result, score=None, numbers=None, description=None)
    return replace(bare, rows=rows if said else (), held_back=not said)


def _groups(result: QuestionResult) -> list[Row]:
    steps = {int(each.code): each for each in result.rows if each.code.isdecimal()}
    parts = ([steps[at] for at in range(low, high + 1) if at in steps] for low, high in GROUPS)
    return [_join(part, result.n) for part in parts if part]


def _neighbours(result: QuestionResult) -> list[Row]:
    """Neighbours joined until each holds five or more, if all together do."""
    parts: list[list[Row]] = [[]]
    for each in result.rows:
        if sum(one.count for one in parts[-1]) >= LEAST:
            parts.append([])
        parts[-1].append(each)
    if len(parts) > 1 and sum(each.count for each in parts[-1]) < LEAST:
        last = parts.pop()
        parts[-1] += last
    return [_join(part, result.n) for part in parts if part]


def _join(rows: Sequence[Row], n: int) -> Row:
    first, last = rows[0], rows[-1]
    if first is last:
        return first
    count = sum(each.count for each in rows)
    return row(f"{first.code}{JOINED}{last.code}", called(first.label, last.label), count, n)


def called(first: str, last: str) -> str:
    """The label of steps that are told together."""
    return say("row-steps", {"low": first, "high": last})


def _matrix(matrix: Matrix, overlapping: bool) -> Matrix:
    return replace(matrix, rows=tuple(_line(each, overlapping) for each in matrix.rows))


def _line(line: MatrixRow, overlapping: bool) -> MatrixRow:
    told = _rows(line.rows, line.n, overlapping)
    hidden = (*told.hidden, *line.hidden)
    return replace(line, rows=told.rows, hidden=hidden, mean=None if hidden else line.mean)


def _ranking(ranking: Ranking) -> Ranking | None:
    """Means and points of all, and who was put first where that can be told.

    Of two options a mean tells how many put each first, of few more its interval does.
    """
    tops = [row(each.code, "", each.first or 0, ranking.n) for each in ranking.standings]
    told = {each.code for each in _rows(tops, ranking.n, False).rows}
    if len(tops) <= 2 and len(told) < len(tops):
        return None
    standings = (
        replace(
            each,
            place=each.place if len(told) == len(tops) else Estimate(each.place.value),
            first=each.first if each.code in told else None,
            placed=_unless_few(each.placed),
        )
        for each in ranking.standings
    )
    return replace(ranking, standings=tuple(standings))


def _sharing(sharing: Sharing) -> Sharing:
    portions = (replace(each, givers=_unless_few(each.givers)) for each in sharing.portions)
    return replace(sharing, portions=tuple(portions))


def _unless_few(count: int | None) -> int | None:
    return count if count is None or count >= LEAST else None
