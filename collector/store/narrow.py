"""Of a TinyDB query, what SQL can answer: a condition that every match meets, and maybe others.

Only keys are asked for, by equality or a choice of values, joined by and and or. The query itself
judges each row that comes back.
"""

from typing import Any

import sqlalchemy as sql
from tinydb.queries import QueryInstance, QueryLike

from collector.store.shape import fits
from collector.store.statements import Condition, Statements


def narrowed(query: QueryLike, statements: Statements) -> Condition | None:
    """The condition, or None where SQL can't help."""
    if not isinstance(query, QueryInstance):
        return None
    return _narrowed(query._hash, statements)


def _narrowed(tree: Any, statements: Statements) -> Condition | None:
    match tree:
        case ("and", parts):
            conditions = [_narrowed(each, statements) for each in parts]
            known = [each for each in conditions if each is not None]
            return sql.and_(*known) if known else None
        case ("or", parts):
            return _any([_narrowed(each, statements) for each in parts])
        case ("==", (str(key),), value) if key in statements.shape.keys:
            return _equal(statements, key, value)
        case ("one_of", (str(key),), tuple(values)) if values and key in statements.shape.keys:
            return _any([_equal(statements, key, each) for each in values])
    return None


def _any(conditions: list[Condition | None]) -> Condition | None:
    known = [each for each in conditions if each is not None]
    return sql.or_(*known) if len(known) == len(conditions) else None


def _equal(statements: Statements, key: str, value: object) -> Condition | None:
    column = statements.table.c[key]
    if value is None:
        return column.is_(None)
    return column == str.__str__(value) if fits(value) else None
