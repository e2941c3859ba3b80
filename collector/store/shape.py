"""The shape of a table: which fields of its documents are keys.

A document is one row: `id`, `doc` (the JSON text) and a column for each key, filled from the
document whenever it is written. Only keys can be looked up, indexed or unique, and a key is a
text: numbers and truth values compare differently from one database engine to the next.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

from collector.errors import StoreError

LONGEST = 200
"""Characters of a key; one engine or another refuses longer index entries."""


@dataclass(frozen=True)
class Shape:
    """A table's name, its keys, and which of them are unique or indexed together."""

    name: str
    keys: tuple[str, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    index: tuple[tuple[str, ...], ...] = ()

    def keys_of(self, document: Mapping[str, Any]) -> dict[str, str | None]:
        """The document's key columns. Raises StoreError for a key that is no fitting text."""
        return {key: self._key(key, document.get(key)) for key in self.keys}

    def _key(self, key: str, value: object) -> str | None:
        if value is None or fits(value):
            return value
        raise StoreError("store-key", table=self.name, key=key, longest=LONGEST)


def fits(value: object) -> TypeGuard[str]:
    """Whether the value can be a key: a text, not too long, that every engine takes."""
    if not isinstance(value, str) or len(value) > LONGEST or "\0" in value:
        return False
    return value.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in value)
