"""A plan is how the entries of one version of a form become rows.

All that can be known before an entry comes is worked out once; a row is then a few looks into
tables.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
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

Tell: TypeAlias = Callable[[Any], Any]
"""What makes the cell of a value."""

Places: TypeAlias = Sequence[tuple[int, Column | None]]
"""Columns with their places in a row; None: not in this version."""

Blanks: TypeAlias = list[tuple[int, Any]]
"""What to put at which places of a row."""

UNIQUE = frozenset({Kind.TEXT, Kind.OWN, Kind.FILE})
"""What hardly ever comes twice, and may be long: it is not remembered."""


@dataclass(frozen=True)
class Manner:
    """How a sheet is written: `told` in words, else in codes; each cell finished for the file."""

    sheet: Sheet
    told: bool
    finish: Finish

    @property
    def orders(self) -> tuple[Column, ...]:
        return () if self.told else self.sheet.orders


class Plan:
    """How entries of one kind, sent with one version, are read."""

    def __init__(self, manner: Manner, form_hash: str, kind: type[Entry]) -> None:
        self._manner = manner
        self._version = manner.sheet.version(form_hash)
        self._read, self._facts = self._entry_itself(kind)
        asked = [self._version.columns.get(each.name) for each in manner.sheet.columns]
        orders = self._version.orders(manner.sheet.shuffled)
        shown = [orders.get(each.name) for each in manner.orders]
        self._answers = list(self._tables(asked))
        self._orders = list(self._tables(shown))
        columns = list(enumerate([*asked, *shown], len(manner.sheet.facts)))
        self._own = [(*each, self._blank(each[1])) for each in _own_words(columns)]
        self._unasked = self._by_question(columns)
        self._personal = self._erased(columns)

    def row(self, entry: Entry) -> list[Any]:
        """The entry's cells."""
        get = entry.answers.get
        row = [table[value] for table, value in zip(self._facts, self._read(entry), strict=True)]
        for key, table in self._answers:
            row += table[get(key)]
        for key, table in self._orders:
            row += table[entry.order.get(key)]
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
        return row

    def _entry_itself(self, kind: type[Entry]) -> tuple[Callable[[Entry], Any], list[Table]]:
        """What reads the facts' values, and the tables that make cells of them."""
        facts, held = self._manner.sheet.facts, kind.__dataclass_fields__
        names = (each.attribute if each.attribute in held else "form_hash" for each in facts)
        tables = [self._fact(each) if each.attribute in held else BLANK for each in facts]
        return attrgetter(*names), tables

    def _fact(self, fact: Fact) -> Table:
        sheet, finish = self._manner.sheet, self._manner.finish
        most = 0 if fact.once else MOST
        return Table(lambda value: finish(fact.kind, fact.tell(sheet, value)), most)

    def _tables(self, columns: Sequence[Column | None]) -> Iterator[tuple[str, Table]]:
        """By answer, tables of the cells of all neighbouring columns that are read from it."""
        for key, group in groupby(columns, lambda each: each.key if each else ""):
            found = list(group)
            unique = any(each and each.kind in UNIQUE for each in found)
            yield key, Table(_together([*map(self._tell, found)]), 0 if unique else MOST)

    def _tell(self, column: Column | None) -> Tell:
        """What makes the cell of an answer; a column that this version does not have is blank."""
        if column is None:
            blank = self._blank(None)
            return lambda _value: blank
        tell = self._told(column) if self._manner.told else column.coded
        return partial(_finished, self._manner.finish, column.kind, tell)

    def _told(self, column: Column) -> Callable[[Any], Cell]:
        if column.kind is Kind.TEXT:
            return lambda value: value
        words, file_name = self._version.words(column.question.id), self._manner.sheet.file_name
        if column.kind is Kind.FILE:
            return lambda value: None if value is None else file_name(str(value))
        return lambda value: column.told(value, words)

    def _blank(self, column: Column | None, why: Missing = Missing.NOT_SHOWN) -> Any:
        kind = column.kind if column else Kind.TEXT
        return self._manner.finish(kind, None if self._manner.told else why)

    def _by_question(self, columns: Places) -> dict[str, Blanks]:
        """What stands in its columns where a question was not asked, if it may be so."""
        sometimes = {question.id for _, question in self._version.definition.conditional}
        blanks: dict[str, Blanks] = defaultdict(list)
        for place, column in columns:
            if column and column.question.id in sometimes:
                blanks[column.question.id].append((place, self._blank(column)))
        return blanks

    def _erased(self, columns: Places) -> Blanks:
        personal = self._version.definition.personal
        return [
            (place, self._blank(column, Missing.ERASED))
            for place, column in columns
            if column and column.key in personal
        ]


BLANK = Table(lambda _value: None)
"""Of a fact that such an entry does not have."""


def _finished(finish: Finish, kind: Kind, tell: Tell, value: Any) -> Any:
    return finish(kind, tell(value))


def _together(tells: Sequence[Tell]) -> Tell:
    """All of them in a row."""
    if len(tells) == 1:
        only = tells[0]
        return lambda value: (only(value),)
    return lambda value: tuple([tell(value) for tell in tells])


def _fill(row: list[Any], blanks: Blanks) -> None:
    for place, blank in blanks:
        row[place] = blank


def _own_words(columns: Places) -> Iterator[tuple[int, Column]]:
    """With their places, the columns of words that count only with their option."""
    for place, column in columns:
        if column and column.kind is Kind.OWN:
            yield place, column
