"""The JSON text that a document is kept as: plain ASCII, the same on every engine."""

import json
from collections.abc import Mapping
from typing import Any

ENCODER = json.JSONEncoder(allow_nan=False, separators=(",", ":"))

DEEPEST = 100
"""Lists and mappings within each other; how many can be read depends on who calls."""

LARGEST = 2**53
"""An id that may be given; engines count on from it."""

ID_BITS = 63
"""Engines know no larger ids."""


def encode(document: Mapping[str, Any]) -> str:
    """Its text. Raises TypeError or ValueError for what JSON can't hold, or is nested too deep."""
    try:
        text = ENCODER.encode(dict(document))
    except RecursionError:
        raise _too_deep() from None
    if text.count("{") + text.count("[") > DEEPEST and _is_deep(document):
        raise _too_deep()
    return text


def decode(text: object) -> dict[str, Any]:
    """The document of a text. Raises ValueError for what `encode` never wrote."""
    if not isinstance(text, str):
        raise ValueError("it is no text")
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError("it is no mapping")
    return found


def _is_deep(document: Mapping[str, Any]) -> bool:
    level: list[Any] = [document]
    for _ in range(DEEPEST):
        within = (each.values() if isinstance(each, dict) else each for each in level)
        level = [
            each for inner in within for each in inner if isinstance(each, dict | list | tuple)
        ]
        if not level:
            return False
    return True


def _too_deep() -> ValueError:
    return ValueError(f"Document is nested deeper than {DEEPEST}")
