"""Key words: what many ideas speak of, for fewer ideas than themes can be found in.

A word weighs in an idea what it is said there, less the more ideas say it, all ideas being as long
as each other (tf-idf with logarithms and cosine lengths, Salton and Buckley 1988). Its weights
added up put first what many ideas are about, not what many mention in passing.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from collector.analysis.statement import Statement, spellings

SAID_BY = 2
"""Ideas that must say a word: what one says alone is no key to many."""

MOST = 20
"""Key words that are told."""


@dataclass(frozen=True)
class KeyWord:
    """A word as it is most often written, and the ideas that say it, in their order."""

    word: str
    refs: tuple[str, ...]
    weight: float


def key_words(statements: Sequence[Statement], most: int = MOST) -> list[KeyWord]:
    """The words that weigh most, the heaviest first; as heavy ones by the alphabet."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for statement in statements:
        for word in statement.words:
            said[word].append(statement.ref)
    weights = _weights(statements, said)
    written = spellings(statements)
    found = [
        KeyWord(written[word], tuple(refs), weights[word])
        for word, refs in said.items()
        if len(refs) >= SAID_BY
    ]
    return sorted(found, key=lambda each: (-round(each.weight, 9), each.word))[:most]


def _weights(
    statements: Sequence[Statement], said: Mapping[str, Sequence[str]]
) -> Mapping[str, float]:
    """Every word's weights over all statements."""
    total: defaultdict[str, float] = defaultdict(float)
    rare = {word: math.log(1 + len(statements) / len(refs)) for word, refs in said.items()}
    for statement in statements:
        weighed = {
            word: (1 + math.log(times)) * rare[word] for word, times in statement.words.items()
        }
        length = math.hypot(*weighed.values())
        for word, weight in weighed.items():
            total[word] += weight / length
    return total
