"""A table's SQL: built by SQLAlchemy, compiled once when it is first said, run by the driver.

Every statement takes its values by name. A read takes one page: the rows after `after`, in the
order of their ids, so that no read stays open while its reader thinks.
"""

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from typing import Any, TypeAlias

import sqlalchemy as sql

from collector.errors import StoreError
from collector.store.shape import LONGEST, Shape

Compile: TypeAlias = Callable[..., sql.Compiled]
"""From a statement, and the columns it writes, to the engine's words."""
Condition: TypeAlias = sql.ColumnElement[bool]
Form: TypeAlias = tuple[tuple[str, int], ...]
"""Of a question about keys: which of them are named, each with how many values it may have."""

LONGEST_NAME = 63
"""Characters of an SQL table's name."""

BEFORE_ALL = -(2**63)
"""The id after which a reading begins."""

META = sql.Table(
    "meta",
    sql.MetaData(),
    sql.Column("name", sql.String(40), primary_key=True),
    sql.Column("value", sql.Text, nullable=False),
)
"""The store's own facts: `version` of its tables, `key` that its collectors share, as a hash."""


def sql_name(name: str) -> str:
    """The SQL table of a TinyDB table; engines fold case, so names that are not plain turn hex.

    Raises StoreError for a name that one engine or another would cut off.
    """
    plain = name.isascii() and name.isidentifier() and name.islower()
    made = f"t_{name}" if plain or name == "_default" else f"x_{name.encode().hex()}"
    if len(made) > LONGEST_NAME:
        raise StoreError("store-table", table=name)
    return made


def tinydb_name(name: str) -> str:
    """The TinyDB table of an SQL table."""
    return name[2:] if name.startswith("t_") else bytes.fromhex(name[2:]).decode()


class Statements:
    """What is ever said about one table."""

    def __init__(self, shape: Shape, compiled: Compile) -> None:
        self.shape = shape
        self.table = _table(shape)
        self._compile = compiled
        self._finds: dict[Form, str] = {}
        self._numbers: dict[Form, str] = {}
        self._anys: dict[Form, str] = {}
        self._tallies: dict[tuple[tuple[str, ...], Form], str] = {}
        self._distincts: dict[tuple[str, Form], str] = {}

    @cached_property
    def insert(self) -> str:
        """A new row, its id the engine's."""
        return self._text(sql.insert(self.table).inline(), ["doc", *self.shape.keys])

    @cached_property
    def insert_at(self) -> str:
        """A new row of this id."""
        return self._text(sql.insert(self.table).inline(), ["id", "doc", *self.shape.keys])

    @cached_property
    def update(self) -> str:
        """Another document in `row`."""
        changed = sql.update(self.table).where(self._is_row)
        return self._text(changed, ["doc", *self.shape.keys])

    @cached_property
    def get(self) -> str:
        """The id and document of `row`."""
        found = sql.select(self.table.c.id, self.table.c.doc).where(self._is_row)
        return self._text(found)

    @cached_property
    def remove(self) -> str:
        """Without `row`."""
        return self._text(sql.delete(self.table).where(self._is_row))

    @cached_property
    def drop(self) -> str:
        """Without the table."""
        return self._text(sql.schema.DropTable(self.table))

    @cached_property
    def clear(self) -> str:
        """Without any row."""
        return self._text(sql.delete(self.table))

    @cached_property
    def count(self) -> str:
        """How many rows there are."""
        return self._text(sql.select(sql.func.count()).select_from(self.table))

    @cached_property
    def all(self) -> str:
        """The read of all rows."""
        return self._text(self._page(sql.true()))

    @cached_property
    def last(self) -> str:
        """The newest row's id."""
        return self._text(sql.select(sql.func.max(self.table.c.id)))

    def creation(self) -> list[str]:
        """What makes the table and its indexes."""
        return [self._text(sql.schema.CreateTable(self.table)), *self.indexing()]

    def indexing(self) -> list[str]:
        """What makes its indexes."""
        indexes = sorted(self.table.indexes, key=lambda index: str(index.name))
        return [self._text(sql.schema.CreateIndex(each)) for each in indexes]

    def widening(self, key: str) -> str:
        """What adds the column of a key to a table that is there without it."""
        return f'ALTER TABLE {self.table.name} ADD COLUMN "{key}" VARCHAR({LONGEST})'

    def find(self, form: Form) -> str:
        """The read of rows with certain keys.

        Their values are named `key_0`, `key_1` …; none at all means that the key is empty.
        """
        if form not in self._finds:
            self._finds[form] = self._text(self._page(self._keyed(form)))
        return self._finds[form]

    def number(self, form: Form) -> str:
        """How many rows there are with certain keys, their values named as for `find`."""
        if form not in self._numbers:
            counted = sql.select(sql.func.count()).select_from(self.table)
            self._numbers[form] = self._text(counted.where(self._keyed(form)))
        return self._numbers[form]

    def any(self, form: Form) -> str:
        """Whether there is a row with certain keys, their values named as for `find`."""
        if form not in self._anys:
            found = sql.select(self.table.c.id).where(self._keyed(form))
            self._anys[form] = self._text(sql.select(sql.exists(found)))
        return self._anys[form]

    def where(self, condition: Condition) -> tuple[str, Mapping[str, Any]]:
        """The read of rows under a condition, with the condition's values."""
        compiled = self._compile(self._page(condition))
        return str(compiled), compiled.params

    def tally(self, keys: tuple[str, ...], form: Form = ()) -> str:
        """How many rows there are of each combination of keys, among those with certain keys,
        their values named as for `find`.
        """
        if (keys, form) not in self._tallies:
            columns = [self.table.c[key] for key in keys]
            counted = sql.select(*columns, sql.func.count()).where(self._keyed(form))
            self._tallies[keys, form] = self._text(counted.group_by(*columns))
        return self._tallies[keys, form]

    def distinct(self, key: str, form: Form) -> str:
        """How many different values of a key there are, among rows with certain keys."""
        if (key, form) not in self._distincts:
            counted = sql.select(sql.func.count(self.table.c[key].distinct()))
            self._distincts[key, form] = self._text(counted.where(self._keyed(form)))
        return self._distincts[key, form]

    @property
    def _is_row(self) -> Condition:
        return self.table.c.id == sql.bindparam("row")

    def _text(self, statement: Any, columns: list[str] | None = None) -> str:
        return str(self._compile(statement, columns))

    def _keyed(self, form: Form) -> Condition:
        terms = [self._one_of(key, [f"{key}_{n}" for n in range(count)]) for key, count in form]
        return sql.and_(sql.true(), *terms)

    def _one_of(self, key: str, names: list[str]) -> Condition:
        column = self.table.c[key]
        if not names:
            return column.is_(None)
        return sql.or_(*(column == sql.bindparam(name) for name in names))

    def _page(self, condition: Condition) -> sql.Select[Any]:
        table = self.table
        rows = sql.select(table.c.id, table.c.doc)
        return rows.where(condition, table.c.id > sql.bindparam("after")).order_by(table.c.id)


@lru_cache(maxsize=512)
def said_about(shape: Shape, compiled: Compile) -> Statements:
    """What is said about such a table: the same for all stores of a process."""
    return Statements(shape, compiled)


def _table(shape: Shape) -> sql.Table:
    name = sql_name(shape.name)
    row = sql.BigInteger().with_variant(sql.Integer(), "sqlite")
    return sql.Table(
        name,
        sql.MetaData(),
        sql.Column("id", row, sql.Identity(), primary_key=True),
        sql.Column("doc", sql.Text, nullable=False),
        *(sql.Column(key, sql.String(LONGEST)) for key in shape.keys),
        *(
            sql.Index(f"u_{shape.name}_{'_'.join(keys)}", *keys, unique=True)
            for keys in shape.unique
        ),
        # The id comes last: PostgreSQL reads a page of one key's rows in their order.
        *(sql.Index(f"i_{shape.name}_{'_'.join(keys)}", *keys, "id") for keys in shape.index),
        sqlite_autoincrement=True,  # an id is never given twice
    )
