"""A budget, spent: the ideas that most ballots chose are paid for, as long as the money lasts.

budget 5000    oven    9 ballots   3000   funded
               bench   7 ballots   2500   too dear: only 2000 are left
               lamp    4 ballots    800   funded
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import groupby

from collector.analysis.ballots import Ballots, among


class Verdict(StrEnum):
    """What becomes of an idea."""

    FUNDED = "funded"
    DEAR = "too dear"
    """It costs more than was left when its turn came."""
    TIED = "tied"
    """As many ballots and the same cost as others, and the money is not enough for all of them."""
    NO_COST = "no cost"
    UNCHOSEN = "unchosen"
    """On no ballot."""


@dataclass(frozen=True)
class Bid:
    """One idea: on how many ballots it stands, what it costs, and what becomes of it."""

    code: str
    votes: int
    cost: float | None
    verdict: Verdict


@dataclass(frozen=True)
class Spending:
    """The `n` ballots' bids, in the order in which money was spent; `spent` is for what is funded.

    `tied` is set aside for those that are tied: whichever gets it, all others stay as they are.
    """

    n: int
    budget: float
    bids: tuple[Bid, ...]
    spent: float
    tied: float = 0


def spend(ballots: Ballots, costs: Mapping[str, float | None], budget: float) -> Spending:
    """Who is paid for. `costs` has every idea that stands, None where it has no cost.

    Ballots are knapsack votes: each names ideas that together stay within the budget, as in
    A. Goel, A. Krishnaswamy, S. Sakshuwong and T. Aitamurto (2019), "Knapsack voting for
    participatory budgeting", ACM Transactions on Economics and Computation 7(2). They are counted
    by the greedy rule of N. Talmon and P. Faliszewski (2019), "A framework for approval-based
    budgeting methods", AAAI 33, 2181-2188: by falling number of votes, what still can be paid is
    paid, and what can't is passed over. Of ideas with as many votes the cheaper go first.
    """
    known = among(ballots, list(costs))
    votes: Counter[str] = Counter(dict.fromkeys(costs, 0))
    for order, times in known.items():
        votes.update(dict.fromkeys(order, times))
    left, bids = Decimal(str(budget)), list[Bid]()
    spent = tied = Decimal(0)
    for group in _turns(votes, costs):
        cost = costs[group[0]]
        verdict, paid = _verdict(cost, votes[group[0]], len(group), left)
        bids += [Bid(code, votes[code], cost, verdict) for code in group]
        left -= paid
        spent += paid if verdict is Verdict.FUNDED else 0
        tied += paid if verdict is Verdict.TIED else 0
    return Spending(known.total(), budget, tuple(bids), float(spent), float(tied))


def _turns(votes: Mapping[str, int], costs: Mapping[str, float | None]) -> Iterable[Sequence[str]]:
    """Those whose turn comes at once: as many votes, the same cost; the most votes first."""

    def turn(code: str) -> tuple[int, bool, float]:
        cost = costs[code]
        return -votes[code], cost is None, cost or 0

    for _, group in groupby(sorted(costs, key=turn), key=turn):
        yield sorted(group)


def _verdict(cost: float | None, votes: int, count: int, left: Decimal) -> tuple[Verdict, Decimal]:
    """What becomes of so many ideas of this cost, and the money that goes with it."""
    if cost is None:
        return Verdict.NO_COST, Decimal(0)
    if not votes:
        return Verdict.UNCHOSEN, Decimal(0)
    each = Decimal(str(cost))
    if each * count <= left:
        return Verdict.FUNDED, each * count
    payable = left // each
    return (Verdict.TIED if payable else Verdict.DEAR), payable * each
