"""Chi-square: how far a table lies from the one that was to be expected without any connection.

A table has a row a group and a column an answer; no row and no column may be empty.
"""

from collections.abc import Sequence
from math import erfc, exp, fsum, lgamma, log, sqrt
from typing import TypeAlias

Table: TypeAlias = Sequence[Sequence[int]]


def expected(table: Table) -> list[list[float]]:
    """What each cell would hold if rows and columns had nothing to do with each other."""
    columns = [sum(column) for column in zip(*table, strict=True)]
    n = sum(columns)
    return [[sum(row) * column / n for column in columns] for row in table]


def chi_square(table: Table) -> float:
    """The statistic, without a correction for continuity.

    K. Pearson (1900), "On the criterion that a given system of deviations …", Philosophical
    Magazine 50, 157-175.
    """
    return fsum(
        (count - cell) ** 2 / cell
        for row, cells in zip(table, expected(table), strict=True)
        for count, cell in zip(row, cells, strict=True)
    )


def freedom(table: Table) -> int:
    """How many cells are free to vary once all totals are given.

    R. A. Fisher (1922), "On the interpretation of chi-square from contingency tables, and the
    calculation of P", Journal of the Royal Statistical Society 85, 87-94.
    """
    return (len(table) - 1) * (len(table[0]) - 1)


def upper_tail(statistic: float, freedom: int) -> float:
    """The chance of a statistic at least as large, under chi-square with these degrees of freedom.

    It is the regularised incomplete gamma function Q(freedom / 2, statistic / 2), summed by the
    recurrence Q(a + 1, x) = Q(a, x) + x^a e^-x / Γ(a + 1) from Q(1/2, x) = erfc(√x) or
    Q(1, x) = e^-x: 26.4.4 and 26.4.5 of M. Abramowitz and I. Stegun (1964), "Handbook of
    Mathematical Functions"; DLMF 8.8.6. All terms are positive, so that no digit is lost.
    """
    if statistic <= 0:
        return 1.0
    half = statistic / 2
    first, start = (erfc(sqrt(half)), 0.5) if freedom % 2 else (exp(-half), 1.0)
    steps = (start + step for step in range((freedom - 1) // 2))
    return fsum((first, *(exp(a * log(half) - half - lgamma(a + 1)) for a in steps)))


def cramers_v(table: Table) -> float:
    """How strong the connection is, from 0 to 1, whatever the number of answers.

    H. Cramér (1946), "Mathematical Methods of Statistics", 21.9.
    """
    n = sum(map(sum, table))
    return sqrt(chi_square(table) / (n * (min(len(table), len(table[0])) - 1)))
