"""Fisher's exact test: how likely are tables with the same totals that are as unlikely as this one.

Where there are too many tables to go through, a sample of them is drawn.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import exp, fsum, lgamma
from random import Random

from collector.analysis.chi_square import Table

MOST = 50_000
"""So many tables are gone through; of more, DRAWS are drawn."""

DRAWS = 10_000

ALIKE = 1e-7
"""Logarithms of chances that differ by less belong to the same chance."""


@dataclass(frozen=True)
class Exact:
    """The two-sided `p`; `drawn` tables were drawn for it, 0 if all were gone through."""

    p: float
    drawn: int = 0


def fisher(table: Table) -> Exact:
    """The chance of a table no likelier than this one, given its totals and no connection.

    R. A. Fisher (1935), "The Design of Experiments", chapter 2; for more than two rows or columns
    G. H. Freeman and J. H. Halton (1951), "Note on an exact treatment of contingency, goodness of
    fit and other problems of significance", Biometrika 38, 141-149. What is drawn depends on the
    table alone, so that the same answers give the same p, which is (1 + as unlikely) / (1 + drawn):
    B. Phipson and G. Smyth (2010), "Permutation p-values should never be zero", Statistical
    Applications in Genetics and Molecular Biology 9, 39.
    """
    rows = sorted(map(sum, table))
    columns = sorted(map(sum, zip(*table, strict=True)))
    limit = _weight(count for row in table for count in row) + ALIKE
    weights = list(islice(_weights(rows, columns), MOST + 1))
    if len(weights) > MOST:
        draw = Random(repr((rows, columns, table)))  # noqa: S311 - to be drawn again, not to be kept secret
        low = sum(_drawn(rows, columns, draw) <= limit for _ in range(DRAWS))
        return Exact((1 + low) / (1 + DRAWS), DRAWS)
    whole = lgamma(sum(rows) + 1) + _weight(rows) + _weight(columns)
    return Exact(min(1.0, fsum(exp(each - whole) for each in weights if each <= limit)))


def _weight(counts: Iterable[int]) -> float:
    """The logarithm of a table's chance, but for what its totals add to all alike."""
    return -fsum(lgamma(count + 1) for count in counts)


def _weights(rows: Sequence[int], columns: Sequence[int]) -> Iterator[float]:
    """Of every table with these totals."""
    if len(rows) == 1:
        yield _weight(columns)
        return
    for cells in _fillings(rows[0], columns):
        left = [column - cell for column, cell in zip(columns, cells, strict=True)]
        own = _weight(cells)
        for others in _weights(rows[1:], left):
            yield own + others


def _fillings(total: int, columns: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every row with this total that the columns have room for."""
    if len(columns) == 1:
        yield (total,)
        return
    room = sum(columns[1:])
    for cell in range(max(0, total - room), min(total, columns[0]) + 1):
        for others in _fillings(total - cell, columns[1:]):
            yield (cell, *others)


def _drawn(rows: Sequence[int], columns: Sequence[int], draw: Random) -> float:
    """The weight of a table that chance filled, cell by cell.

    W. M. Patefield (1981), "An efficient method of generating random R × C tables with given row
    and column totals", Applied Statistics 30, 91-97.
    """
    left = list(columns)
    weight = 0.0
    for total in rows[:-1]:
        others, missing = sum(left), total
        for place, column in enumerate(left):
            others -= column
            cell = hypergeometric(column, others, missing, draw)
            left[place] -= cell
            missing -= cell
            weight -= lgamma(cell + 1)
    return weight + _weight(left)


def hypergeometric(good: int, bad: int, taken: int, draw: Random) -> int:
    """How many good ones are among those taken blindly; from the likeliest number outwards."""
    if good == 0 or bad == 0 or taken == 0:
        return min(good, taken)
    likeliest = down = up = (taken + 1) * (good + 1) // (good + bad + 2)
    fixed = _weight((good + bad,)) - _weight((good, bad, taken, good + bad - taken))
    below = above = exp(fixed + _weight((up, good - up, taken - up, bad - taken + up)))
    left = draw.random() - above
    while left > 0 and above + below > 0:
        above *= (good - up) * (taken - up) / ((up + 1) * (bad - taken + up + 1))
        up += 1
        left -= above
        if left <= 0:
            return up
        below *= down * (bad - taken + down) / ((good - down + 1) * (taken - down + 1))
        down -= 1
        left -= below
        if left <= 0:
            return down
    return likeliest
