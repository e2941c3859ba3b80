"""Every option against every other: who is preferred by more ballots, and is there one that wins.

pairs[a][b]      how many ballots prefer a to b
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from collector.analysis.ballots import Ballots, among


@dataclass(frozen=True)
class Duels:
    """`pairs` has the ballots that prefer the first option to the second.

    `winner` beats each other one, `loser` is beaten by each; None where there is none, as when
    preferences go in a circle.
    """

    n: int
    pairs: Mapping[str, Mapping[str, int]]
    winner: str | None
    loser: str | None


def duels(ballots: Ballots, options: Sequence[str]) -> Duels:
    """All duels, decided by majority. What a ballot names stands above what it leaves out.

    N. de Condorcet (1785), "Essai sur l'application de l'analyse à la probabilité des décisions
    rendues à la pluralité des voix".
    """
    known = among(ballots, options)
    pairs = {a: dict.fromkeys((b for b in options if b != a), 0) for a in options}
    for order, times in known.items():
        below = dict.fromkeys(options)
        for code in order:
            del below[code]
            for other in below:
                pairs[code][other] += times
    wins = {a: sum(pairs[a][b] > pairs[b][a] for b in pairs[a]) for a in options}
    losses = {a: sum(pairs[a][b] < pairs[b][a] for b in pairs[a]) for a in options}
    return Duels(known.total(), pairs, _all(wins), _all(losses))


def _all(duels: Mapping[str, int]) -> str | None:
    others = len(duels) - 1
    return next((code for code, count in duels.items() if count == others > 0), None)
