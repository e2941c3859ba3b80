"""Results move in steps: two that follow each other never differ by a few answers.

    answers    4   5   6   7   9  10  11  14  16
    shown      ·   5   5   5   5  10  10  10  16

If each new answer showed at once, the difference to what stood there before would tell it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from collector.analysis.chi_square import Table
from collector.analysis.few import LEAST
from collector.analysis.matrix import Matrix, MatrixRow
from collector.analysis.result import QuestionResult
from collector.analysis.row import Hidden, Row

Named = TypeVar("Named", Row, Hidden, MatrixRow)


def in_steps(old: QuestionResult | None, new: QuestionResult, least: int = LEAST) -> QuestionResult:
    """What may be shown after `old` was: `new` if enough people changed it, else `old` again.

    That so many came, went or answered otherwise is certain where the number of answers, or that of
    one row, moved by at least as many. `old` is told in the words of `new`; a new option waits with
    the others. What follows fewer than `least` answers is taken as it is: the public saw nothing of
    those but their number. Falling below them is a step as any other: else one taken back and
    another that came would be told by the difference.
    """
    if old is None or old.shape is not new.shape or old.n < least:
        return new
    before = {each.code: each.count for each in old.rows}
    changes = (abs(each.count - before[each.code]) for each in new.rows if each.code in before)
    if max(abs(new.n - old.n), *changes, 0) >= least:
        return new
    return _in_words_of(new, old)


def _in_words_of(new: QuestionResult, old: QuestionResult) -> QuestionResult:
    words = _words(*new.rows, *new.hidden)
    return replace(
        old,
        label=new.label,
        labels={**old.labels, **new.labels},
        rows=tuple(_called(each, words) for each in old.rows),
        hidden=tuple(_called(each, words) for each in old.hidden),
        matrix=old.matrix and new.matrix and _matrix(new.matrix, old.matrix),
    )


def _words(*named: Row | Hidden) -> dict[str, str]:
    return {each.code: each.label for each in named}


def _called(each: Named, words: Mapping[str, str]) -> Named:
    return replace(each, label=words.get(each.code, each.label))


def _matrix(new: Matrix, old: Matrix) -> Matrix:
    lines = {each.code: each.label for each in new.rows}
    heads: dict[str, str] = {}
    for line in new.rows:
        heads |= _words(*line.rows, *line.hidden)
    rows = (
        replace(
            _called(each, lines),
            rows=tuple(_called(cell, heads) for cell in each.rows),
            hidden=tuple(_called(cell, heads) for cell in each.hidden),
        )
        for each in old.rows
    )
    columns = new.columns if len(new.columns) == len(old.columns) else old.columns
    return Matrix(columns, tuple(rows))


def table_may_move(old: Table, new: Table, least: int = LEAST) -> bool:
    """Whether a table by group may be shown after `old` was: no group changed by a few answers."""
    return len(old) == len(new) and all(
        list(before) == list(after) or abs(sum(after) - sum(before)) >= least
        for before, after in zip(old, new, strict=True)
    )
