"""Suppression: small cells of a table are hidden, and with them what would give them away.

          oat  rye  nut  all              oat  rye  nut  all
    staff   2   14   20   36      staff    ·    ·   20   36
    guest  31    9   10   50  ─►  guest    ·    ·   10   50
    other   8   30   12   50      other    8   30   12   50
    all    41   53   42  136      all     41   53   42  136

Hiding the 2 alone would be in vain: the rest of its row gives it away, and so does its column. So
others are hidden that could make up for whatever stood there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TypeAlias

from collector.analysis.chi_square import Table
from collector.analysis.few import LEAST

Place: TypeAlias = tuple[int, int]
"""Row and column; the last row and the last column hold the totals."""

Node: TypeAlias = tuple[str, int]

Move: TypeAlias = tuple[Place, int]
"""A cell that takes (1) or gives (-1)."""


@dataclass(frozen=True)
class Shown:
    """A table as it may be published, None where a count is hidden, and all that is made of it."""

    cells: tuple[tuple[int | None, ...], ...]
    rows: tuple[int | None, ...]
    columns: tuple[int | None, ...]
    total: int | None


def suppress(table: Table, told: bool = True, least: int = LEAST) -> Shown:
    """The table without what tells a count under `least`.

    If the totals of the columns and of all are `told` elsewhere, as the results of everybody are,
    they stay; else they hide like any cell. By what is left a small count could still be anything
    from 0 to `least` - 1, or as much of that as those totals leave open. What they give away by
    themselves is shown.

    A count can be another one if other cells give and take in turn, round in a cycle. The cheapest
    cycle is looked for, where passing a shown cell costs its count, and what it passes is hidden:
    J. Castro (2007), "A shortest-paths heuristic for statistical data protection in positive
    tables", INFORMS Journal on Computing 19, 520-533.
    """
    if not table:
        return Shown((), (), (), 0)
    grid = _Grid(table, told)
    small = [place for place, count in grid.counts.items() if count < least and grid.free(place)]
    grid.hidden.update(small)
    known = set()
    for place in small:
        count = grid.counts[place]
        if not grid.make_room(place, -1, count) + grid.make_room(place, 1, least - 1 - count):
            known.add(place)
    grid.hidden -= known
    return grid.shown()


class _Grid:
    """A table with its totals, as a network in which what is counted flows round in circles.

    From a row's total through its cells into the columns, through their totals into the total of
    all, and from there into the rows' totals again. As much flows into each node as out of it: that
    is to say, the table adds up.
    """

    def __init__(self, table: Table, told: bool) -> None:
        rows = [(*row, sum(row)) for row in table]
        lines = [*rows, tuple(map(sum, zip(*rows, strict=True)))]
        self.height, self.width = len(table), len(lines[-1]) - 1
        self.told = told
        self.hidden: set[Place] = set()
        self.counts = {
            (row, column): count
            for row, line in enumerate(lines)
            for column, count in enumerate(line)
        }

    def free(self, place: Place) -> bool:
        """Whether the count may hide."""
        return not (self.told and place[0] == self.height)

    def make_room(self, place: Place, way: int, wanted: int) -> int:
        """Hide what it takes for the count to be less (-1) or more (1) by what is wanted.

        Tells how far it could be brought.
        """
        counts = dict(self.counts)
        left = wanted
        while left and (cycle := self._cheapest(place, way, counts)):
            step = min([left, *(counts[each] for each, sign in cycle if sign < 0)])
            for each, sign in cycle:
                counts[each] += sign * step
            self.hidden.update(each for each, _ in cycle)
            left -= step
        return wanted - left

    def _cheapest(self, place: Place, way: int, counts: dict[Place, int]) -> list[Move]:
        """The moves that make up for one more or less; none if nothing can. By Dijkstra (1959)."""
        source, target = self._ends(place)[::-way]
        queue: list[tuple[int, int, Node, list[Move]]] = [(0, 0, source, [])]
        done = set()
        while queue:
            cost, _, node, moves = heappop(queue)
            if node == target:
                return moves
            if node in done:
                continue
            done.add(node)
            for each, sign, other in self._ways(node):
                if each != place and other not in done and (sign > 0 or counts[each]):
                    dearer = cost + (0 if each in self.hidden else self.counts[each] + 1)
                    heappush(queue, (dearer, len(moves), other, [*moves, (each, sign)]))
        return []

    def _ways(self, node: Node) -> Iterator[tuple[Place, int, Node]]:
        """What leads on from a node: with the flow a cell takes, against it one gives."""
        kind, number = node
        line = (
            [(number, column) for column in range(self.width + 1)]
            if kind == "row"
            else [(row, number) for row in range(self.height + 1)]
        )
        for place in filter(self.free, line):
            source, target = self._ends(place)
            yield (place, 1, target) if node == source else (place, -1, source)

    def _ends(self, place: Place) -> tuple[Node, Node]:
        row, column = place
        ends = ("row", row), ("column", column)
        return ends if (row < self.height) == (column < self.width) else ends[::-1]

    def shown(self) -> Shown:
        """What is not hidden."""
        lines = [
            tuple(
                None if (row, column) in self.hidden else self.counts[row, column]
                for column in range(self.width + 1)
            )
            for row in range(self.height + 1)
        ]
        *rows, totals = lines
        return Shown(
            tuple(row[:-1] for row in rows),
            tuple(row[-1] for row in rows),
            totals[:-1],
            totals[-1],
        )
