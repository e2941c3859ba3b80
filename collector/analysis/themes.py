"""Themes: how many there may be, and which that was found anew is one that was kept.

kept      rye {1 2 3 4}      cake {5 6 7}
found     A {5 6 7 9}        B {1 2 3}         C {10 11}
          A is cake, B is rye, C is new
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

LEAST_IDEAS = 50
"""Below so many ideas key words tell more."""
FEWEST, MOST = 3, 20
"""Themes that are looked for."""
SAID_BY = 3
"""Ideas that must say a word of a theme, so that none is told by the words of one or two people."""
SAME = 0.25
"""Of the ideas of two themes together, how many must be in both for them to be one."""


@dataclass(frozen=True)
class Found:
    """A theme as it was found: its words, the heaviest first, and the refs of its ideas."""

    words: tuple[str, ...]
    refs: tuple[str, ...]


def can_find() -> bool:
    """Whether the extra that finds themes is installed; it is only looked for, not loaded."""
    return find_spec("sklearn") is not None


def how_many(ideas: int) -> int:
    """Themes to look for among so many ideas: √(n/2), the rule of thumb of Mardia, Kent and Bibby
    1979 ("Multivariate analysis", p. 365), but few enough to be read.
    """
    return max(FEWEST, min(MOST, round(math.sqrt(ideas / 2))))


def matched(kept: Sequence[Collection[str]], found: Sequence[Collection[str]]) -> Mapping[int, int]:
    """By the place of what was found that of the kept theme it is, each at most once.

    The likest pair first, by the Jaccard index of their ideas (Greene, Doyle and Cunningham 2010
    follow communities over time so); ideas that are gone or new say nothing.
    """
    olds, news = [[*map(frozenset, each)] for each in (kept, found)]
    likest = sorted(
        (-_jaccard(old, new), before, now)
        for before, old in enumerate(olds)
        for now, new in enumerate(news)
    )
    pairs: dict[int, int] = {}
    for likeness, before, now in likest:
        if -likeness >= SAME and now not in pairs and before not in pairs.values():
            pairs[now] = before
    return pairs


def _jaccard(old: frozenset[str], new: frozenset[str]) -> float:
    both = old & new
    return len(both) / len(old | new) if both else 0.0
