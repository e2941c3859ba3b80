"""What many people answer, drawn by chance from how often each answer is given."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any


def answered(crowd: Mapping[str, Any], chance: Random) -> dict[str, Any]:
    """One of a crowd: of `answers` one code each by its weight, of `ticked` each by its share."""
    answers: dict[str, Any] = {
        name: chance.choices(list(weights), list(weights.values()))[0]
        for name, weights in crowd.get("answers", {}).items()
    }
    for name, shares in crowd.get("ticked", {}).items():
        ticked = [code for code, share in shares.items() if chance.random() < share]
        if ticked:
            answers[name] = ticked
    return answers


def drawn(weights: Mapping[str, int], most: int, chance: Random) -> Sequence[str]:
    """Up to `most` of them, each once, the weightier ones sooner."""
    left, titles = {each: weight for each, weight in weights.items() if weight}, []
    for _ in range(min(most, len(left))):
        titles.append(chance.choices(list(left), list(left.values()))[0])
        del left[titles[-1]]
    return titles
