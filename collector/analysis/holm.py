"""Holm's correction: many tests at once, and still at most 5 % for any false alarm."""

from collections.abc import Sequence


def holm(chances: Sequence[float]) -> list[float]:
    """The adjusted p-values, in the order given: one under 0.05 stands among all of them.

    The smallest of m is multiplied by m, the next by m - 1 …; none falls below one before it, none
    rises above 1. S. Holm (1979), "A simple sequentially rejective multiple test procedure",
    Scandinavian Journal of Statistics 6, 65-70.
    """
    adjusted = [1.0] * len(chances)
    least = 0.0
    ascending = sorted(range(len(chances)), key=chances.__getitem__)
    for step, place in enumerate(ascending):
        least = max(least, min(1.0, (len(chances) - step) * chances[place]))
        adjusted[place] = least
    return adjusted
