"""A counter that adds and takes back comes out as if counted anew: nothing stays at nought."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

Key = TypeVar("Key")


def move(counter: Counter[Key], key: Key, times: int) -> None:
    """Count a key so many times more, or fewer."""
    counter[key] += times
    if not counter[key]:
        del counter[key]


def written(counter: Counter[Any]) -> list[list[Any]]:
    """Plain JSON: pairs of key and number, in an order that the keys alone decide."""
    return sorted(([key, times] for key, times in counter.items()), key=_order)


def read(pairs: Iterable[Sequence[Any]]) -> Counter[Any]:
    """The counter that was written; its keys are tuples where JSON made them lists."""
    return Counter({tuple(key) if isinstance(key, list) else key: times for key, times in pairs})


def _order(pair: Sequence[Any]) -> str:
    return json.dumps(pair[0])
