"""Between a frozen entry and the JSON document that is kept of it.

Idea(ref="k3…", state=State.WAITING, answers={…})  ⇄  {"ref": "k3…", "state": "waiting", …}
"""

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias, TypeVar

Value: TypeAlias = str | int | float | bool | tuple[str, ...]
"""An answer: text, number, yes or not, or the codes of several choices."""

Document: TypeAlias = dict[str, Any]

T = TypeVar("T")

PLAIN = frozenset({str, int, float, bool, type(None)})
"""What JSON holds as it is; most of an entry is."""


def to_document(entry: Any) -> Document:
    """The entry as plain JSON values: days, and times with zone, in ISO 8601; tuples as lists."""
    return {name: _plain(value) for name, value in vars(entry).items()}


def from_document(kind: type[T], document: Mapping[str, Any]) -> T:
    """The entry of this kind; unknown keys (a newer kit's) are left out."""
    readers: Mapping[str, Any] = _readers(kind)  # type: ignore[arg-type]  # a class is hashable
    return kind(
        **{
            name: value if (read := readers[name]) is None else read(value)
            for name, value in document.items()
            if name in readers
        }
    )


def _plain(value: Any) -> Any:
    if type(value) in PLAIN:
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return value


@cache
def _readers(kind: type[Any]) -> dict[str, Any]:
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} is not a dataclass")
    hints = typing.get_type_hints(kind)
    return {each.name: _reader(hints[each.name]) for each in fields(kind)}


def _reader(hint: Any) -> Any:
    if isinstance(hint, types.UnionType):
        inner = next(each for each in hint.__args__ if each is not types.NoneType)
        read = _reader(inner)
        return read and (lambda value: None if value is None else read(value))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if hint in (date, datetime):
        return hint.fromisoformat
    origin = typing.get_origin(hint)
    if origin is tuple:
        return tuple
    if origin is not None and issubclass(origin, Mapping):
        kind = typing.get_args(hint)[1]
        return _coded(kind) if isinstance(kind, type) and issubclass(kind, StrEnum) else _answers
    return None  # it is kept as it is


def _coded(kind: type[StrEnum]) -> Any:
    return lambda value: {name: kind(each) for name, each in value.items()}


def _answers(value: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(each) if isinstance(each, list) else each for name, each in value.items()}
