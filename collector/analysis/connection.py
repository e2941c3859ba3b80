"""A connection: whether groups answered otherwise, and by how much."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import compress
from typing import TypeVar

from collector.analysis.chi_square import (
    Table,
    chi_square,
    cramers_v,
    expected,
    freedom,
    upper_tail,
)
from collector.analysis.few import LEAST, Of, TooFew
from collector.analysis.fisher import fisher
from collector.analysis.holm import holm

NEEDED = 20
"""Under twenty answers nothing but the coarsest would show: between two groups of ten, five against
none (Fisher's p = 0.03)."""


Name = TypeVar("Name")


class Method(StrEnum):
    """How a p-value was found."""

    CHI_SQUARE = "chi-square"
    FISHER = "fisher"
    """Every table with the same totals was gone through."""
    FISHER_DRAWN = "fisher, drawn"
    """A sample of them was drawn."""


@dataclass(frozen=True)
class Connection:
    """How likely answers so different are if the groups are alike.

    `effect` is Cramér's V, from 0 to 1. `adjusted` is `p` after Holm's correction; without others
    beside it the same. All of it is of the whole table: where cells are hidden, these numbers would
    tell of them, and only whether `adjusted` is below 0.05 may be published.
    """

    n: int
    method: Method
    p: float
    adjusted: float
    effect: float


def connection(table: Table) -> Connection | TooFew:
    """The connection between the rows (groups) and columns (answers) of a table of counts.

    Groups of fewer than five and answers that nobody gave are left out. Pearson's chi-square
    decides where no cell is expected to hold less than 1 and at most a fifth of them less than 5,
    the rule of W. G. Cochran (1954), "Some methods for strengthening the common chi-square tests",
    Biometrics 10, 417-451; else Fisher's exact test.
    """
    full = _full(table)
    n = sum(map(sum, full))
    if len(full) < 2:
        second = sorted(map(sum, table), reverse=True)[1:2]
        return TooFew(sum(second), LEAST, Of.GROUP)
    if n < NEEDED:
        return TooFew(n, NEEDED)
    if len(full[0]) == 1:
        return Connection(n, Method.FISHER, 1.0, 1.0, 0.0)  # all gave the same answer
    method, p = _tested(full)
    return Connection(n, method, p, p, cramers_v(full))


def connections(tables: Mapping[Name, Table]) -> dict[Name, Connection | TooFew]:
    """The connections of many tables, with Holm's correction over all that could be tested."""
    found = {name: connection(table) for name, table in tables.items()}
    tested = {name: each for name, each in found.items() if isinstance(each, Connection)}
    adjusted = holm([each.p for each in tested.values()])
    return found | {
        name: replace(each, adjusted=p)
        for (name, each), p in zip(tested.items(), adjusted, strict=True)
    }


def _full(table: Table) -> Table:
    rows = [row for row in table if sum(row) >= LEAST]
    given = [any(column) for column in zip(*rows, strict=True)]
    return [list(compress(row, given)) for row in rows]


def _tested(table: Table) -> tuple[Method, float]:
    cells = [cell for row in expected(table) for cell in row]
    if min(cells) >= 1 and sum(cell < LEAST for cell in cells) <= len(cells) / 5:
        return Method.CHI_SQUARE, upper_tail(chi_square(table), freedom(table))
    exact = fisher(table)
    return Method.FISHER_DRAWN if exact.drawn else Method.FISHER, exact.p
