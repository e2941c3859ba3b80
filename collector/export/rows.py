"""Rows: how the entries of a sheet become cells, in codes or in words.

All that can be known before an entry comes is worked out once for each version of its form: a row
is then one look into a table for each cell.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any, TypeAlias

from collector.entries import Entry
from collector.export.column import Cell, Column, Kind, Missing, codes_of
from collector.export.fact import Fact
from collector.export.sheet import Sheet
from collector.export.table import MOST, Table
from collector.form import due

Finish: TypeAlias = Callable[[Kind, Cell], Any]
"""What a file makes of a cell."""

Blanks: TypeAlias = list[tuple[int, Any]]
"""What to put at which places of a row."""

UNIQUE = frozenset({Kind.TEXT, Kind.OWN, Kind.FILE})
"""What hardly ever comes twice, and may be long: it is not remembered."""


def as_it_is(_kind: Kind, cell: Cell) -> Cell:
    """The cell itself."""
    return cell


class Rows:
    """The rows of one sheet: `told` in words, else in codes."""

    def __init__(self, sheet: Sheet, *, told: bool, finish: Finish = as_it_is) -> None:
        self.sheet = sheet
        self.told = told
        self.finish = finish
        self._plans: dict[tuple[str, type[Entry]], Plan] = {}

    @property
    def header(self) -> list[str]:
        return self.sheet.header(told=self.told)

    @property
    def kinds(self) -> list[Kind]:
        return self.sheet.kinds(told=self.told)

    @property
    def orders(self) -> tuple[Column, ...]:
        return () if self.told else self.sheet.orders

    def of(self, entry: Entry) -> list[Any]:
        """The entry's row, as long as the header."""
        known = entry.form_hash, type(entry)
        if known not in self._plans:
            self._plans[known] = Plan(self, *known)
        return self._plans[known].row(entry)


class Plan:
    """How entries of one kind, sent with one version, are read."""

    def __init__(self, rows: Rows, form_hash: str, kind: type[Entry]) -> None:
        self._rows = rows
        self._version = rows.sheet.version(form_hash)
        self._read, self._facts = self._entry_itself(kind)
        asked = [self._version.columns.get(each.name) for each in rows.sheet.columns]
        shown = [self._version.orders.get(each.name) for each in rows.orders]
        self._keys = [each.key if each else "" for each in asked]
        self._tables = [*map(self._table, asked)]
        self._orders = [(each.key if each else "", self._table(each)) for each in shown]
        self._own = [(*each, self._blank(each[1])) for each in _own_words(asked)]
        self._unasked = self._by_question([*asked, *shown])
        self._personal = self._erased([*asked, *shown])

    def row(self, entry: Entry) -> list[Any]:
        """The entry's cells."""
        get = entry.answers.get
        row = [table[get(key)] for key, table in zip(self._keys, self._tables, strict=True)]
        row += [table[entry.order.get(key)] for key, table in self._orders]
        for place, column, blank in self._own:
            if column.option not in codes_of(get(column.question.id)):
                row[place] = blank
        if self._unasked:
            shown = due(self._version.definition, entry.answers)
            for question, blanks in self._unasked.items():
                if question not in shown:
                    _fill(row, blanks)
        if entry.cleared is not None:
            _fill(row, self._personal)
        facts = zip(self._facts, self._read(entry), strict=True)
        return [table[value] for table, value in facts] + row

    def _entry_itself(self, kind: type[Entry]) -> tuple[Callable[[Entry], Any], list[Table]]:
        """What reads the facts' values, and the tables that make cells of them."""
        facts, held = self._rows.sheet.facts, kind.__dataclass_fields__
        names = (each.attribute if each.attribute in held else "ref" for each in facts)
        tables = [self._fact(each) if each.attribute in held else BLANK for each in facts]
        return attrgetter(*names), tables

    def _fact(self, fact: Fact) -> Table:
        sheet, finish = self._rows.sheet, self._rows.finish
        most = 0 if fact.once else MOST
        return Table(lambda value: finish(fact.kind, fact.tell(sheet, value)), most)

    def _table(self, column: Column | None) -> Table:
        """Cells of the answers; of a column that this version does not have always the same."""
        if column is None:
            return Table(lambda _value: self._blank(None), 0)
        tell = self._told(column) if self._rows.told else column.coded
        finish, kind = self._rows.finish, column.kind
        most = 0 if kind in UNIQUE else MOST
        return Table(lambda value: finish(kind, tell(value)), most)

    def _told(self, column: Column) -> Callable[[Any], Cell]:
        words, file_name = self._version.words(column.question.id), self._rows.sheet.file_name
        if column.kind is Kind.FILE:
            return lambda value: None if value is None else file_name(str(value))
        return lambda value: column.told(value, words)

    def _blank(self, column: Column | None, why: Missing = Missing.NOT_SHOWN) -> Any:
        kind = column.kind if column else Kind.TEXT
        return self._rows.finish(kind, None if self._rows.told else why)

    def _by_question(self, columns: Sequence[Column | None]) -> dict[str, Blanks]:
        """What stands in its columns where a question was not asked, if it may be so."""
        sometimes = {question.id for _, question in self._version.definition.conditional}
        blanks: dict[str, Blanks] = defaultdict(list)
        for place, column in enumerate(columns):
            if column and column.question.id in sometimes:
                blanks[column.question.id].append((place, self._blank(column)))
        return blanks

    def _erased(self, columns: Sequence[Column | None]) -> Blanks:
        personal = self._version.definition.personal
        return [
            (place, self._blank(column, Missing.ERASED))
            for place, column in enumerate(columns)
            if column and column.key in personal
        ]


BLANK = Table(lambda _value: None, 0)
"""Of a fact that such an entry does not have."""


def _fill(row: list[Any], blanks: Blanks) -> None:
    for place, blank in blanks:
        row[place] = blank


def _own_words(columns: Sequence[Column | None]) -> Iterator[tuple[int, Column]]:
    """With their places, the columns of words that count only with their option."""
    for place, column in enumerate(columns):
        if column and column.kind is Kind.OWN:
            yield place, column
