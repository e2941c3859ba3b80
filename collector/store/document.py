"""The JSON text that a document is kept as: plain ASCII, the same on every engine."""

import json
from collections.abc import Mapping
from typing import Any

ENCODER = json.JSONEncoder(allow_nan=False, separators=(",", ":"))


def encode(document: Mapping[str, Any]) -> str:
    """Its text. Raises TypeError or ValueError for what JSON can't hold."""
    return ENCODER.encode(dict(document))
