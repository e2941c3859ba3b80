"""What ideas are ranked by, so that a few early votes do not decide.

approve   Wilson's lower bound of the share of voters who said yes
updown    the Bayesian mean of up, 1, and down, 0
stars     the Bayesian mean of the stars

The plain mean ranks one vote of five stars above a hundred of which some gave four.
"""

from collections.abc import Mapping

from collector.analysis.interval import wilson
from collector.analysis.votes import VoteCount
from collector.brief import VotingKind

WORTH: Mapping[VotingKind, Mapping[str, float]] = {
    VotingKind.APPROVE: {"yes": 1},
    VotingKind.UPDOWN: {"up": 1, "down": 0},
    VotingKind.STARS: {str(stars): stars for stars in range(1, 6)},
}
"""What each value is worth, by kind."""

MIDDLE: Mapping[VotingKind, float] = {VotingKind.UPDOWN: 0.5, VotingKind.STARS: 3.0}

PRIOR = 5
"""How many votes the prior weighs: an idea has to gather as many to be heard as loud as all."""


def merits(kind: VotingKind, counts: Mapping[str, VoteCount], voters: int) -> dict[str, float]:
    """By idea what it is ranked by, where anybody voted; `voters` is how many did at all."""
    voted = {ref: count for ref, count in counts.items() if count.n}
    if kind is VotingKind.APPROVE:
        return {ref: lower_bound(kind, each, voters) for ref, each in voted.items()}
    prior = _mean_of_all(kind, voted)
    return {ref: bayesian_mean(kind, each, prior) for ref, each in voted.items()}


def lower_bound(kind: VotingKind, count: VoteCount, voters: int = 0) -> float:
    """What share of voters is surely for the idea: the lower end of Wilson's interval, 0 to 1.

    Of `approve` the share among all `voters`, for who did not vote for it was not for it; of
    `updown` among those of the idea. E. B. Wilson (1927), as in `analysis.interval`.
    """
    n = max(voters, count.n) if kind is VotingKind.APPROVE else count.n
    return wilson(count.n if kind is VotingKind.APPROVE else count.values.get("up", 0), n).low


def bayesian_mean(kind: VotingKind, count: VoteCount, prior: float) -> float:
    """The mean, drawn towards the `prior` by P votes that say that: (P·prior + sum) / (P + n).

    The posterior mean under a prior worth P votes; with the mean of all as the prior it is the
    empirical Bayes shrinkage of B. Efron and C. Morris (1975), "Data analysis using Stein's
    estimator and its generalizations", JASA 70, 311-319.
    """
    return (PRIOR * prior + total(kind, count)) / (PRIOR + count.n)


def total(kind: VotingKind, count: VoteCount) -> float:
    """The worth of all votes."""
    return sum(WORTH[kind][value] * n for value, n in count.values.items())


def places(scores: Mapping[str, float]) -> dict[str, int]:
    """By idea its place, 1 for the highest score; equal scores share the better place."""
    first: dict[float, int] = {}
    for place, score in enumerate(sorted(scores.values(), reverse=True), 1):
        first.setdefault(score, place)
    return {ref: first[score] for ref, score in scores.items()}


def _mean_of_all(kind: VotingKind, counts: Mapping[str, VoteCount]) -> float:
    n = sum(each.n for each in counts.values())
    return sum(total(kind, each) for each in counts.values()) / n if n else MIDDLE[kind]
