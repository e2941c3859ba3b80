"""The mark of a garden's key: by it collectors that share a store know that theirs is the same."""

import hashlib
from pathlib import Path
from typing import Protocol

from collector.errors import SettingsError

FACT = "key"


class Facts(Protocol):
    """What a store knows of itself."""

    def fact(self, name: str) -> str | None: ...
    def agree(self, name: str, value: str) -> str: ...


def is_marked(store: Facts) -> bool:
    """Whether a collector with a key has come before."""
    return store.fact(FACT) is not None


def compare(store: Facts, key: Path) -> None:
    """Leave the mark of the key that stands there, or find that it is the one of all others.

    Raises SettingsError if it is another's.
    """
    try:
        found = key.read_bytes().strip()
    except FileNotFoundError:
        return
    except OSError as error:
        raise SettingsError("secret-unreadable", path=key, cause=str(error)) from error
    mark = hashlib.sha256(b"the garden's key " + found).hexdigest()
    if store.fact(FACT) != mark and store.agree(FACT, mark) != mark:
        raise SettingsError("secret-other", path=key)
