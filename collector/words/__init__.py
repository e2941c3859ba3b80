"""Reason and facts become a sentence. Each room keeps its own sentences, in one file a language."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from collector.words import english


def say(reason: str, facts: Mapping[str, object] | None = None) -> str:
    """The sentence for a reason, filled with its facts. Raises KeyError for an unknown reason."""
    return sentences()[reason].format_map(facts or {})


@cache
def sentences() -> dict[str, str]:
    """All sentences by reason; the same reason in two rooms is a mistake in the kit."""
    merged: dict[str, str] = {}
    for room in pkgutil.iter_modules(english.__path__):
        module = importlib.import_module(f"{english.__name__}.{room.name}")
        for reason, sentence in module.SENTENCES.items():
            if reason in merged:
                raise ValueError(f"two rooms say {reason!r}")
            merged[reason] = sentence
    return merged


def in_days(count: int) -> str:
    """`1 day`, `180 days`."""
    return say("one-day" if count == 1 else "many-days", {"days": count})
