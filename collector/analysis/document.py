"""Between a finding and the plain JSON that crosses to pages and exports.

Estimate(value=3.5, low=3.1, high=3.9)  ⇄  {"value": 3.5, "low": 3.1, "high": 3.9}
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader: TypeAlias = Callable[[Any], Any]


def to_document(finding: Any) -> Any:
    """The finding, and all it is made of, as plain JSON values."""
    if is_dataclass(finding):
        return {each.name: to_document(getattr(finding, each.name)) for each in fields(finding)}
    if isinstance(finding, Mapping):
        return {key: to_document(each) for key, each in finding.items()}
    if isinstance(finding, tuple):
        return [to_document(each) for each in finding]
    return finding.value if isinstance(finding, StrEnum) else finding


def from_document(kind: type[T], document: Mapping[str, Any]) -> T:
    """The finding of this kind that gave this document; what is missing keeps its default.

    Raises KeyError, TypeError, ValueError.
    """
    finding: T = _reader(kind)(document)  # type: ignore[arg-type]  # a class is hashable
    return finding


@cache
def _reader(hint: Any) -> Reader:
    """Reads what a field of this type was written as."""
    if isinstance(hint, types.UnionType):
        return _unless_none(next(each for each in get_args(hint) if each is not types.NoneType))
    origin, inner = get_origin(hint), get_args(hint)
    if origin is tuple:
        read = _reader(inner[0])
        return lambda value: tuple(map(read, value))
    if origin is not None:
        read = _reader(inner[1])
        return lambda value: {key: read(each) for key, each in value.items()}
    if is_dataclass(hint):
        return _of_parts(hint)
    return hint if issubclass(hint, StrEnum) else lambda value: value


def _unless_none(hint: Any) -> Reader:
    read = _reader(hint)
    return lambda value: None if value is None else read(value)


def _of_parts(kind: Any) -> Reader:
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}

    def read(value: Any) -> Any:
        return kind(
            **{name: readers[name](held) for name, held in value.items() if name in readers}
        )

    return read
