"""Keyness: whether a word is said more often here than there, by the log-likelihood ratio G².

                said    all
    here          a      n1
    there         b      n2

G² = 2 Σ O ln(O / E) over the four cells of said and not said (Dunning 1993, "Accurate methods for
the statistics of surprise and coincidence"): unlike a chi-square it holds for rare words too.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from collector.analysis.statement import Statement, spellings

SURE = 10.83
"""G² from which on chance would hardly do it: p < 0.001 with one degree of freedom, because many
words are looked at."""


def log_likelihood(a: int, n1: int, b: int, n2: int) -> float:
    """G² of `a` of `n1` against `b` of `n2`; 0 where nothing can be told."""
    if not n1 or not n2:
        return 0.0
    share = (a + b) / (n1 + n2)
    cells = (
        (a, n1 * share),
        (b, n2 * share),
        (n1 - a, n1 * (1 - share)),
        (n2 - b, n2 * (1 - share)),
    )
    return max(0.0, 2 * sum(seen * math.log(seen / due) for seen, due in cells if seen))


@dataclass(frozen=True)
class Risen:
    """A word that ideas say more often of late: by how many of them now, and of all before."""

    word: str
    now: int
    before: int
    surprise: float


def risen(statements: Sequence[Statement], since: date, most: int = 5) -> list[Risen]:
    """What ideas from that day on say more often than those before, the most surprising first."""
    late = [each for each in statements if each.day >= since]
    early = [each for each in statements if each.day < since]
    now, before = (Counter(word for each in part for word in each.words) for part in (late, early))
    written = spellings(late)
    found = (
        Risen(written[word], count, before[word], _surprise(count, late, before[word], early))
        for word, count in now.items()
        if count * len(early) > before[word] * len(late)
    )
    sure = [each for each in found if each.surprise >= SURE]
    return sorted(sure, key=lambda each: (-each.surprise, each.word))[:most]


def _surprise(a: int, here: Sequence[Statement], b: int, there: Sequence[Statement]) -> float:
    return log_likelihood(a, len(here), b, len(there))
