"""Editing: new values are written into the text of the settings; all else in it stays as it was.

Comments, the order of the lines and settings that are left alone are the owner's.
"""

from collections.abc import Mapping
from typing import Any

import tomlkit

Setting = str | int | tuple[str, ...]


def edited(text: str, changes: Mapping[str, Setting]) -> str:
    """The text with these values, by key, as `site.url`."""
    document = tomlkit.parse(text)
    for key, value in changes.items():
        group, _, name = key.rpartition(".")
        _group(document, group)[name] = list(value) if isinstance(value, tuple) else value
    return tomlkit.dumps(document)


def _group(document: tomlkit.TOMLDocument, name: str) -> Any:
    """The table of this name, made at the end of the file if it is not there."""
    if not name:
        return document
    if name not in document:
        document.add(name, tomlkit.table())
    return document[name]
