"""Results move in steps: two that follow each other never differ by a few answers.

    answers    4   5   6   7   9  10  11  14  16
    shown      ·   5   5   5   5  10  10  10  16

If each new answer showed at once, the difference to what stood there before would tell it.
"""

from dataclasses import replace

from collector.analysis.chi_square import Table
from collector.analysis.few import LEAST
from collector.analysis.result import QuestionResult, row


def in_steps(old: QuestionResult | None, new: QuestionResult, least: int = LEAST) -> QuestionResult:
    """What may be shown after `old` was: `new` if enough people changed it, else `old` again.

    That so many came, went or answered otherwise is certain where the number of answers, or that of
    one row, moved by at least as many. `old` is told in the words of `new`. Results of fewer than
    `least` answers are taken as they are: the public sees nothing of them but their number.
    """
    if old is None or old.shape is not new.shape or min(old.n, new.n) < least:
        return new
    before = {each.code: each.count for each in old.rows}
    changes = (abs(each.count - before.get(each.code, 0)) for each in new.rows)
    if max(abs(new.n - old.n), *changes, 0) >= least:
        return new
    rows = (row(each.code, each.label, before.get(each.code, 0), old.n) for each in new.rows)
    return replace(old, label=new.label, rows=tuple(rows))


def table_may_move(old: Table, new: Table, least: int = LEAST) -> bool:
    """Whether a table by group may be shown after `old` was: no group changed by a few answers."""
    return len(old) == len(new) and all(
        list(before) == list(after) or abs(sum(after) - sum(before)) >= least
        for before, after in zip(old, new, strict=True)
    )
