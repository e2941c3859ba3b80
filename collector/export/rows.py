"""Rows: the entries of a sheet as cells, in codes or in words."""

from typing import Any

from collector.entries import Entry
from collector.export.column import Cell, Kind
from collector.export.plan import Finish, Manner, Plan
from collector.export.sheet import Sheet


def as_it_is(_kind: Kind, cell: Cell) -> Cell:
    """The cell itself."""
    return cell


class Rows:
    """The rows of one sheet, with a plan for each version of its form."""

    def __init__(self, sheet: Sheet, *, told: bool, finish: Finish = as_it_is) -> None:
        self._manner = Manner(sheet, told, finish)
        self._plans: dict[tuple[str, type[Entry]], Plan] = {}

    @property
    def header(self) -> list[str]:
        return self._manner.sheet.header(told=self._manner.told)

    @property
    def kinds(self) -> list[Kind]:
        return self._manner.sheet.kinds(told=self._manner.told)

    def of(self, entry: Entry) -> list[Any]:
        """The entry's row, as long as the header."""
        known = entry.form_hash, type(entry)
        if known not in self._plans:
            self._plans[known] = Plan(self._manner, *known)
        return self._plans[known].row(entry)
