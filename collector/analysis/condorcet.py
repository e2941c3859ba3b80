"""Every option against every other: who is preferred by more ballots, and is there one that wins.

pairs[a][b]      how many ballots prefer a to b
"""

from collections import Counter
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


def unbeaten(ballots: Ballots, options: Sequence[str]) -> str | None:
    """The winner of all duels, found without counting each of them: for many options.

    A duel's votes for one are the ballots that name it, but those that name the other before it.
    """
    named, before = Counter[str](), Counter[tuple[str, str]]()
    for order, times in among(ballots, options).items():
        for place, code in enumerate(order):
            named[code] += times
            for below in order[place + 1 :]:
                before[code, below] += times

    def beats(one: str, other: str) -> bool:
        return named[one] - before[other, one] > named[other] - before[one, other]

    wins = (a for a in options if all(beats(a, b) for b in options if b != a))
    return next(wins, None) if len(options) > 1 else None


def _all(duels: Mapping[str, int]) -> str | None:
    others = len(duels) - 1
    return next((code for code, count in duels.items() if count == others > 0), None)
