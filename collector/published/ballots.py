"""Ballots and comparisons become an outcome, over the ideas that stand.

What was merged counts as one: a ballot that names two of a set counts at the first of them, and an
answer about two of a set says nothing. Ideas that are not shown count nowhere.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from collector.analysis import (
    Ballots,
    Compared,
    TooFew,
    over_sets,
    runoff,
    spend,
    unbeaten,
    win_shares,
)
from collector.brief import SINGLE, Brief, Voting, VotingKind
from collector.entries import Ballot, Comparison, Idea
from collector.moderation import merged_sets, visible
from collector.published.outcome import Outcome
from collector.published.votes import Sets
from collector.voting import cost_of

PREFERRED = {"left": 0, "right": 1}


def count_outcome(
    brief: Brief,
    ideas: Iterable[Idea],
    ballots: Iterable[Ballot],
    comparisons: Iterable[Comparison],
    now: datetime,
) -> Outcome | None:
    """What was said over all ideas of the challenge; None where nothing is.

    `ballots` and `comparisons` are those of its round, these in the order in which they were made.
    Whether the outcome may be told, `rules` knows.
    """
    rules = brief.voting
    if rules is None or rules.kind in SINGLE:
        return None
    standing = Standings.of(brief, ideas, now)
    if rules.kind is VotingKind.PAIRWISE:
        return count_comparisons(standing, comparisons)
    return count_ballots(rules, standing, ballots)


@dataclass(frozen=True)
class Standings:
    """The ideas that ballots are about: sets by the idea that stands, with titles and costs."""

    sets: Sets
    titles: Mapping[str, str]
    costs: Mapping[str, float | None] = field(default_factory=dict)

    @classmethod
    def of(cls, brief: Brief, ideas: Iterable[Idea], now: datetime) -> "Standings":
        """Those of the challenge that may be seen."""
        shown = {idea.ref: idea for idea in ideas if visible(idea, brief, now)}
        sets = merged_sets({ref: idea.merged for ref, idea in shown.items()})
        titles = {ref: str(shown[ref].answers.get("title", "")) for ref in sets}
        return cls(sets, titles, {ref: cost_of(shown[ref]) for ref in sets})

    @property
    def stands(self) -> dict[str, str]:
        """By each idea that counts the one that it counts as."""
        return {each: ref for ref, members in self.sets.items() for each in members}


def count_ballots(rules: Voting, ideas: Standings, cast: Iterable[Ballot]) -> Outcome:
    """What the ballots of a round say; those that name nothing that stands do not count."""
    counted: Counter[tuple[str, ...]] = Counter()
    apart, stands = 0, ideas.stands
    for ballot in cast:
        order = over_sets(ballot.choices, stands)
        apart += bool(order and ballot.apart)
        if order and not ballot.apart:
            counted[order] += 1
    named = Counter[str]()
    for order, times in counted.items():
        named.update(dict.fromkeys(order, times))
    outcome = Outcome(rules.kind, counted.total(), apart, _titles(ideas), dict(named))
    told = _ranked if rules.kind is VotingKind.RANKED else _spent
    return told(outcome, rules, ideas, counted)


def _ranked(outcome: Outcome, _rules: Voting, ideas: Standings, counted: Ballots) -> Outcome:
    options = list(ideas.sets)
    found = runoff(counted, options)
    if isinstance(found, TooFew):
        return outcome
    return replace(outcome, runoff=found, unbeaten=unbeaten(counted, options))


def _spent(outcome: Outcome, rules: Voting, ideas: Standings, counted: Ballots) -> Outcome:
    costs = {ref: ideas.costs.get(ref) for ref in ideas.sets}
    return replace(outcome, spending=spend(counted, costs, rules.budget), unit=rules.unit)


def count_comparisons(ideas: Standings, made: Iterable[Comparison]) -> Outcome:
    """What the answers of a round say: of each person the last about a pair.

    `made` come in the order in which they were said.
    """
    stands, apart = ideas.stands, 0
    last: dict[tuple[str, frozenset[str]], Compared] = {}
    for each in made:
        pair = (stands.get(each.left, ""), stands.get(each.right, ""))
        if not all(pair) or pair[0] == pair[1]:
            continue
        if each.apart:
            apart += 1
            continue
        side = PREFERRED.get(each.choice)
        last[each.voter, frozenset(pair)] = (pair, "" if side is None else pair[side])
    shares = win_shares(last.values(), list(ideas.sets))
    kind = VotingKind.PAIRWISE
    return Outcome(kind, len(last), apart, _titles(ideas), shares=shares)


def _titles(ideas: Standings) -> dict[str, str]:
    return {ref: ideas.titles[ref] for ref in ideas.sets}
