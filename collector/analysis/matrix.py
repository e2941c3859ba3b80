"""A matrix is several questions with the same answers: a row a question, a column an answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from collector.analysis.estimate import Estimate, estimated_mean
from collector.analysis.histogram import Histogram
from collector.analysis.row import Hidden, Row, row


@dataclass(frozen=True)
class MatrixRow:
    """One row: how many answered it, a `Row` for each column, and where the middle lies.

    `mean` counts the columns from 1; None where they have no order or nobody answered. Columns
    that would tell too much are `hidden`, and the mean with them.
    """

    code: str
    label: str
    n: int
    rows: tuple[Row, ...]
    mean: Estimate | None = None
    hidden: tuple[Hidden, ...] = ()


@dataclass(frozen=True)
class Matrix:
    """All rows, in the order in which they were asked."""

    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def matrix(
    counts: Mapping[str, Mapping[str, int]],
    answered: Mapping[str, int],
    rows: Mapping[str, str],
    columns: Mapping[str, str],
    ordered: bool = False,
) -> Matrix:
    """The matrix of `counts[row][column]`, where `answered[row]` people answered the row.

    `rows` and `columns` are labels by code. Where one is chosen a row, the shares add up to 1;
    where several may be, they are of the people, not of the ticks.
    """
    return Matrix(
        tuple(columns.values()),
        tuple(
            _row(code, label, counts.get(code, {}), answered.get(code, 0), columns, ordered)
            for code, label in rows.items()
        ),
    )


def _row(
    code: str,
    label: str,
    counts: Mapping[str, int],
    n: int,
    columns: Mapping[str, str],
    ordered: bool,
) -> MatrixRow:
    cells = tuple(row(column, words, counts.get(column, 0), n) for column, words in columns.items())
    steps: Histogram = {step: cell.count for step, cell in enumerate(cells, 1) if cell.count}
    mean = estimated_mean(steps, (1, len(columns))) if ordered and steps else None
    return MatrixRow(code, label, n, cells, mean)
